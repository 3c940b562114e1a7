import { z } from "zod";
import { can, type Viewer } from "@/lib/access/policy";
import { VERSION_FOR_OTHERS, visibleReports } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { publicFigure, type ClaimFigure } from "@/lib/report/claim/claim";
import { BlockContent, isGap, sentencesOf, type BlockType, type Section } from "@/lib/report/draft/block";
import type { Report } from "@/lib/report/draft/queries/reports";
import type { ExportedVersion } from "@/lib/report/export/exported";
import { hex, verifyBlocks, type Verification } from "../version";

export type VersionSummary = {
  id: string;
  number: number;
  note: string;
  hash: string;
  savedAt: Date;
  savedBy: string;
  publishedAt: Date | null;
};

type VersionBlock = {
  blockId: string;
  section: Section;
  type: BlockType;
  content: BlockContent;
  erasedAt: Date | null;
  /** By claim. */
  figures: Record<string, ClaimFigure>;
};

export type Version = VersionSummary & Verification & { blocks: VersionBlock[] };

const Hands = z.object({ raised: z.int(), asked: z.int() });
const Evidence = z.record(
  z.string(),
  z.object({
    supports: z.array(z.string()),
    contradicts: z.array(z.string()),
    figure: z.object({
      people: z.int(),
      of: z.int(),
      otherContributions: z.int(),
      room: z.boolean(),
      hands: Hands.nullable(),
    }),
  }),
);
export type VersionEvidence = z.infer<typeof Evidence>;

const SUMMARY = {
  id: true,
  number: true,
  note: true,
  hash: true,
  createdAt: true,
  createdById: true,
  publishedAt: true,
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
    select: SUMMARY,
  });
  const people = await db().user.findMany({
    where: { id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(people.map(({ id, name, email }) => [id, name ?? email]));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    note: row.note,
    hash: hex(row.hash),
    savedAt: row.createdAt,
    savedBy: names.get(row.createdById) ?? "",
    publishedAt: row.publishedAt,
  }));
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
  const rows = await db().versionBlock.findMany({
    where: { versionId: summary.id },
    orderBy: { position: "asc" },
    select: {
      blockId: true,
      section: true,
      type: true,
      content: true,
      evidence: true,
      salt: true,
      digest: true,
      erasedAt: true,
    },
  });
  const blocks = rows.map((row) => ({
    ...row,
    content: BlockContent.parse(row.content),
    evidence: Evidence.parse(row.evidence),
  }));
  return {
    ...summary,
    ...verifyBlocks(Buffer.from(summary.hash, "hex"), blocks),
    blocks: blocks.map(({ blockId, section, type, content, erasedAt, evidence }) => ({
      blockId,
      section,
      type,
      content,
      erasedAt,
      figures: Object.fromEntries(Object.entries(evidence).map(([id, { figure }]) => [id, figure])),
    })),
  };
}

/** Whether a version is still what was saved. */
export async function verifyVersion(viewer: Viewer, report: Report, number: number): Promise<Verification> {
  const { verified, gaps, brokenBlocks } = await getVersion(viewer, report, number);
  return { verified, gaps, brokenBlocks };
}

/** A version in the shape that exports are made from: published counts, no contributions. */
export function exported(report: Report, version: Version): ExportedVersion {
  const { smallNumber } = report.review;
  return {
    title: report.title,
    reviewTitle: report.review.title,
    number: version.number,
    hash: version.hash.slice(0, 12),
    savedAt: version.savedAt,
    publishedAt: version.publishedAt,
    smallNumber,
    blocks: version.blocks.map(({ blockId, section, type, content, erasedAt, figures }) => ({
      id: blockId,
      section,
      type,
      gap: isGap({ content, erasedAt }),
      sentences: sentencesOf(content).map((sentence) => {
        const figure = sentence.voice === "claim" ? figures[sentence.claimId] : undefined;
        return { text: sentence.text, figure: figure ? publicFigure(figure, smallNumber) : null };
      }),
    })),
  };
}
