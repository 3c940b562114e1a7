import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { publish } from "@/lib/platform/events";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { findReport, type Report } from "@/lib/report/draft/queries/reports";
import type { SaveVersionInput } from "@/lib/report/draft/report";
import { readSnapshot, type SnapshotBlock } from "../queries/draft-snapshot";
import { versionHash } from "../version";

/** Saves the draft as a version under the next number. */
export const saveVersion = command(async (tx, viewer: Viewer, { reportId, name }: SaveVersionInput) => {
  const report = await findReport(tx, viewer, reportId);
  requireCan(viewer, "report.write", report);
  const { number } = await keepVersion(tx, viewer, report, name);
  return { number };
});

/**
 * Returns the newest version when nothing has changed since, else a new one: saving twice keeps one. `always`: somebody
 * names it, so that it is a version of its own.
 */
export async function keepVersion(
  tx: Tx,
  viewer: Viewer,
  report: Report,
  name: string,
  { always = name !== "" } = {},
) {
  // A lock, so that two people who save at the same time get two numbers.
  await tx.$queryRaw`SELECT 1 FROM "report" WHERE "id" = ${report.id}::uuid FOR UPDATE`;
  const blocks = await readSnapshot(tx, viewer, report);
  const newest = await tx.version.findFirst({
    where: { reportId: report.id },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      withdrawnAt: true,
      blocks: {
        orderBy: { position: "asc" },
        select: { blockId: true, content: true, evidence: true, erasedAt: true },
      },
    },
  });
  // What was withdrawn stays so: publishing the same words again makes a version of its own.
  if (newest?.withdrawnAt === null && !always && sameAs(newest.blocks, blocks))
    return { id: newest.id, number: newest.number };
  return store(tx, viewer, { report, name, blocks, number: (newest?.number ?? 0) + 1 });
}

type Kept = { blockId: string; content: unknown; evidence: unknown; erasedAt: Date | null };

function sameAs(kept: readonly Kept[], blocks: readonly SnapshotBlock[]): boolean {
  return (
    kept.length === blocks.length &&
    kept.every(
      (one, index) =>
        one.erasedAt === null &&
        one.blockId === blocks[index]?.blockId &&
        canonicalJson(one.content) === canonicalJson(blocks[index]?.content) &&
        canonicalJson(one.evidence) === canonicalJson(blocks[index]?.evidence),
    )
  );
}

type New = { report: Report; name: string; blocks: SnapshotBlock[]; number: number };

async function store(tx: Tx, viewer: Viewer, { report, name, blocks, number }: New) {
  const rows = blocks.map(({ content, table, ...block }, index) => ({
    ...block,
    position: index + 1,
    content: BlockContent.parse(content),
    ...(table ? { figures: table } : {}),
    ...saltedDigest(canonicalJson(content)),
  }));
  const version = await tx.version.create({
    data: {
      reportId: report.id,
      number,
      name,
      hash: versionHash(rows),
      releaseId: report.releaseId,
      createdById: viewer.userId,
    },
    select: { id: true, number: true },
  });
  await tx.versionBlock.createMany({ data: rows.map((row) => ({ ...row, versionId: version.id })) });
  const { reviewId, id: reportId } = report;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "version.save",
    subjectType: "version",
    subjectId: version.id,
    detail: { reportId, number },
  });
  await publish(tx, { kind: "report", reviewId, reportId, ids: [version.id] });
  return version;
}
