import { can, type Viewer } from "@/lib/access/policy";
import { VERSION_FOR_OTHERS, visibleReports } from "@/lib/access/scope";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { ShownTableShape, type ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import { toldInWords } from "@/lib/aggregate/publication/words/told-words";
import { isGap, passagesOf } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { type BlockType, type Section } from "@/lib/report/draft/document-kind";
import type { Report } from "@/lib/report/draft/queries/reports";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import type { Audience } from "@/lib/report/draft/report";
import { basisIn } from "@/lib/report/export/claim-basis";
import type { ExportedVersion } from "@/lib/report/export/exported";
import { VersionEvidence } from "../version-evidence";
import { hex, verifyBlocks, type Verification } from "../version";

export type VersionSummary = {
  id: string;
  number: number;
  /** "Sent to Fellows": what a facilitator called it; empty where nobody did. For facilitators alone. */
  name: string;
  hash: string;
  savedAt: Date;
  savedBy: string;
  /** The number of the release that its figures are from; null where none covered the report. */
  release: number | null;
  publishedAt: Date | null;
  audience: Audience;
  withdrawnAt: Date | null;
  /** What stands at the address of a withdrawn version. */
  notice: string;
};

export type VersionBlock = {
  blockId: string;
  section: Section;
  type: BlockType;
  content: BlockContent;
  erasedAt: Date | null;
  /** What each claim rested on when the version was saved, by claim. */
  evidence: VersionEvidence;
  /** What a block of figures showed; null for text. */
  table: ShownTable | null;
};

type SummaryRow = Prisma.VersionGetPayload<{ select: typeof VERSION_SUMMARY }>;

export type Version = VersionSummary & Verification & { blocks: VersionBlock[] };

export const VERSION_SUMMARY = {
  id: true,
  number: true,
  name: true,
  hash: true,
  createdAt: true,
  createdById: true,
  publishedAt: true,
  audience: true,
  withdrawnAt: true,
  notice: true,
  release: { select: { number: true } },
} as const satisfies Prisma.VersionSelect;

/**
 * The versions that a viewer may read: facilitators all of them, everybody else the published ones and, while
 * the report is out for comment, the newest.
 */
async function readableVersions(viewer: Viewer, report: Report): Promise<Prisma.VersionWhereInput> {
  const visible = { reportId: report.id, report: visibleReports(viewer) };
  if (can(viewer, "review.work", report)) return visible;
  if (report.state !== "in_review") return { ...visible, ...VERSION_FOR_OTHERS };
  const newest = await db().version.findFirst({
    where: visible,
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return { ...visible, id: newest?.id ?? report.id };
}

/** Newest first. */
export async function listVersions(viewer: Viewer, report: Report): Promise<VersionSummary[]> {
  const rows = await db().version.findMany({
    where: await readableVersions(viewer, report),
    orderBy: { number: "desc" },
    select: VERSION_SUMMARY,
  });
  const people = await db().user.findMany({
    where: { id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(people.map(({ id, name, email }) => [id, name ?? email]));
  return rows.map((row) => summaryOf(row, names.get(row.createdById) ?? ""));
}

/** A row as a summary; whoever saved it is named to facilitators alone. */
export function summaryOf(row: SummaryRow, savedBy: string): VersionSummary {
  const { id, number, name, createdAt: savedAt, publishedAt, audience, withdrawnAt, notice } = row;
  const release = row.release?.number ?? null;
  const [hash, standing] = [hex(row.hash), { publishedAt, audience, withdrawnAt, notice }];
  return { id, number, name, hash, savedAt, savedBy, release, ...standing };
}

/**
 * One version as it was saved, with the result of verifying it. "latest" is the newest that the viewer may
 * read.
 */
export async function getVersion(
  viewer: Viewer,
  report: Report,
  number: number | "latest",
): Promise<Version> {
  const summaries = await listVersions(viewer, report);
  const summary = number === "latest" ? summaries[0] : summaries.find((one) => one.number === number);
  if (!summary) throw notFound("version");
  return readVersion(summary);
}

/** The blocks of a version that the caller has found within a scope, with the result of verifying them. */
export async function readVersion(summary: VersionSummary): Promise<Version> {
  const stored = await readStoredBlocks(db(), summary.id);
  return {
    ...summary,
    ...verifyBlocks(Buffer.from(summary.hash, "hex"), stored),
    blocks: stored.map(withoutDigest),
  };
}

/** The same without verifying, for a command's transaction. */
export async function readVersionBlocks(client: Tx, versionId: string): Promise<VersionBlock[]> {
  return (await readStoredBlocks(client, versionId)).map(withoutDigest);
}

async function readStoredBlocks(client: Tx, versionId: string) {
  const rows = await client.versionBlock.findMany({
    where: { versionId },
    orderBy: { position: "asc" },
    select: {
      blockId: true,
      section: true,
      type: true,
      content: true,
      evidence: true,
      figures: true,
      salt: true,
      digest: true,
      erasedAt: true,
    },
  });
  return rows.map(({ content, evidence, figures, ...row }) => ({
    ...row,
    content: BlockContent.parse(content),
    evidence: VersionEvidence.parse(evidence),
    table: ShownTableShape.nullable().parse(figures),
  }));
}

function withoutDigest(stored: Awaited<ReturnType<typeof readStoredBlocks>>[number]): VersionBlock {
  const { blockId, section, type, content, erasedAt, evidence, table } = stored;
  return { blockId, section, type, content, erasedAt, evidence, table };
}

/** Whether a version is still what was saved. */
export async function verifyVersion(viewer: Viewer, report: Report, number: number): Promise<Verification> {
  const { verified, gaps, brokenBlocks } = await getVersion(viewer, report, number);
  return { verified, gaps, brokenBlocks };
}

/**
 * A version in the shape that exports are made from: published figures, no contributions. Which finding or theme a claim
 * rests on is said where the release is given, for those who may read it.
 */
export function exported(report: Report, version: Version, release: Release | null = null): ExportedVersion {
  const { smallNumber } = report.review;
  return {
    title: report.title,
    reviewTitle: report.review.title,
    number: version.number,
    hash: version.hash.slice(0, 12),
    savedAt: version.savedAt,
    publishedAt: version.publishedAt,
    release: version.release,
    smallNumber,
    blocks: version.blocks.map(({ blockId, section, type, content, erasedAt, evidence, table }) => ({
      id: blockId,
      section,
      type,
      content,
      table,
      gap: isGap({ content, erasedAt }),
      passages: passagesOf(content).map(({ text, claimId, runs }) => {
        const rested = claimId === null ? undefined : evidence[claimId];
        const words = rested?.told ? toldInWords(rested.told, smallNumber) : null;
        return { text, claimId, runs, words, basis: rested && release ? basisIn(release, rested) : null };
      }),
    })),
  };
}
