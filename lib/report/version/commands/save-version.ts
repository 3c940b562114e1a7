import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { publish } from "@/lib/platform/events";
import type { Claim } from "@/lib/report/claim/claim";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { figureTable } from "@/lib/aggregate/publication/report/figure-table";
import { readDraftChecks } from "@/lib/report/check/queries/draft-checks";
import { readWaivers } from "@/lib/report/check/queries/waivers";
import { neededWaivers, tellingWaivers } from "@/lib/report/check/waiver";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { BlockContent, claimsIn } from "@/lib/report/draft/block";
import { findReport, readBlocks, type Block, type Report } from "@/lib/report/draft/queries/reports";
import type { SaveVersionInput } from "@/lib/report/draft/report";
import type { VersionEvidence } from "../version-evidence";
import { versionHash } from "../version";

/** Saves the draft as a version under the next number. */
export const saveVersion = command(async (tx, viewer: Viewer, { reportId, note }: SaveVersionInput) => {
  const report = await findReport(tx, viewer, reportId);
  requireCan(viewer, "report.write", report);
  const { number } = await keepVersion(tx, viewer, report, note);
  return { number };
});

/** Returns the newest version when nothing has changed since, else a new one: saving twice keeps one. */
export async function keepVersion(tx: Tx, viewer: Viewer, report: Report, note: string) {
  // A lock, so that two people who save at the same time get two numbers.
  await tx.$queryRaw`SELECT 1 FROM "report" WHERE "id" = ${report.id}::uuid FOR UPDATE`;
  const drafted = await readBlocks(tx, report.id, { removedAt: null });
  const figures = await readReportFigures(tx, viewer, report);
  const claims = await readClaims(tx, report, figures);
  const checks = await readDraftChecks(tx, report, { blocks: drafted, claims, figures });
  const waivers = neededWaivers(checks, await readWaivers(tx, report.id));
  // A version prints why checks were set aside.
  const blocks = tellingWaivers(drafted, waivers) ?? drafted;
  const evidence = blocks.map((block) => evidenceOf(block, claims));
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
  if (newest?.withdrawnAt === null && note === "" && sameAs(newest.blocks, blocks, evidence))
    return { id: newest.id, number: newest.number };
  return store(tx, viewer, { report, note, blocks, evidence, figures, number: (newest?.number ?? 0) + 1 });
}

function evidenceOf(block: Block, claims: ReadonlyMap<string, Claim>): VersionEvidence {
  const cited = claimsIn(block.content).flatMap((id) => claims.get(id) ?? []);
  const ids = (contributions: Claim["supports"]) => contributions.map(({ id }) => id);
  return Object.fromEntries(
    cited.map(({ id, supports, contradicts, findingId, side, themeId, stance, told }) => [
      id,
      { supports: ids(supports), contradicts: ids(contradicts), findingId, side, themeId, stance, told },
    ]),
  );
}

type Kept = { blockId: string; content: unknown; evidence: unknown; erasedAt: Date | null };

function sameAs(
  kept: readonly Kept[],
  blocks: readonly Block[],
  evidence: readonly VersionEvidence[],
): boolean {
  return (
    kept.length === blocks.length &&
    kept.every(
      (one, index) =>
        one.erasedAt === null &&
        one.blockId === blocks[index]?.id &&
        canonicalJson(one.content) === canonicalJson(blocks[index]?.content) &&
        canonicalJson(one.evidence) === canonicalJson(evidence[index]),
    )
  );
}

type New = {
  report: Report;
  note: string;
  blocks: Block[];
  evidence: VersionEvidence[];
  figures: ReportFigures | null;
  number: number;
};

async function store(tx: Tx, viewer: Viewer, { report, note, blocks, evidence, figures, number }: New) {
  const rows = blocks.map(({ id, section, type, content, erasedAt }, index) => ({
    blockId: id,
    position: index + 1,
    section,
    type,
    content: BlockContent.parse(content),
    evidence: evidence[index] ?? {},
    ...(content.type === "figure" && figures
      ? { figures: figureTable(content.attrs.of, figures) ?? undefined }
      : {}),
    erasedAt,
    ...saltedDigest(canonicalJson(content)),
  }));
  const version = await tx.version.create({
    data: {
      reportId: report.id,
      number,
      note,
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
