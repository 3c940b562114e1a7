import { randomUUID } from "node:crypto";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { newestFor } from "@/lib/aggregate/publication/queries/report-figures";
import { refText } from "@/lib/aggregate/publication/report/figure-ref";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { db, type Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { blockOf, type Run } from "../block";
import { composeDraft } from "../compose/compose";
import type { ReportKind } from "../document-kind";
import type { DraftBlock, DraftClaim, DraftRun } from "../draft-block";
import type { DraftSource } from "../draft-source";
import { readDraftSource } from "../queries/draft-source";
import { slugOf, type DraftInput } from "../report";

/** Positions are consecutive at first; a block that is inserted moves those after it. */
const CHUNK = 500;

/**
 * Writes a first draft from the findings of a review, or of one of its roundtables. It reads before the
 * transaction begins, so the draft shows the moment at which it was asked for.
 */
export async function generateDraft(
  viewer: Viewer,
  input: DraftInput,
): Promise<{ id: string; slug: string }> {
  const review = await db().review.findFirst({
    where: { AND: [{ id: input.reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "report.write", input);
  const kind = input.kind ?? "summary";
  const release = await newestFor(db(), viewer, input);
  const releaseId = release?.id ?? null;
  const source = await readDraftSource(viewer, { ...input, releaseId });
  const title = input.title || titleOf(kind, source);
  return storeDraft(viewer, { ...input, kind, title, releaseId, blocks: composeDraft(kind, source) });
}

const TITLES: Record<ReportKind, string> = {
  summary: "Summary",
  briefing: "Briefing",
  full: "Full report",
};

/** The title of a draft whose author gave none. */
function titleOf(kind: ReportKind, { wholeReview, reviewTitle, roundtables }: DraftSource): string {
  return `${TITLES[kind]}: ${(wholeReview ? null : roundtables[0]?.title) ?? reviewTitle}`;
}

type StoredDraft = DraftInput & { kind: ReportKind; releaseId: string | null; blocks: DraftBlock[] };

const storeDraft = command(async (tx, viewer: Viewer, input: StoredDraft) => {
  const { reviewId, roundtableId, title, kind, releaseId, blocks } = input;
  const id = input.id ?? randomUUID();
  requireCan(viewer, "report.write", { reviewId });
  const slug = await freeSlug(tx, reviewId, slugOf(title));
  const { count } = await tx.report.createMany({
    data: [{ id, reviewId, roundtableId, title, slug, kind, releaseId, createdById: viewer.userId }],
    skipDuplicates: true,
  });
  if (count === 0) return sentBefore(tx, viewer, id, reviewId);
  await storeBlocks(tx, viewer, { id, reviewId }, blocks);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "report.generate",
    subjectType: "report",
    subjectId: id,
    detail: { roundtableId, kind, releaseId, blocks: blocks.length },
  });
  await publish(tx, { kind: "report", reviewId, reportId: id });
  return { id, slug };
});

/** The draft that was made when the same form was sent before. */
async function sentBefore(tx: Tx, viewer: Viewer, id: string, reviewId: string) {
  const made = await tx.report.findFirst({
    where: { id, reviewId, createdById: viewer.userId },
    select: { id: true, slug: true },
  });
  if (!made) throw invalid("This draft could not be made. Reopen the form and send it again.");
  return made;
}

async function freeSlug(tx: Tx, reviewId: string, wanted: string): Promise<string> {
  const taken = await tx.report.findMany({
    where: { reviewId, slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const slugs = new Set(taken.map(({ slug }) => slug));
  if (!slugs.has(wanted)) return wanted;
  let n = 2;
  while (slugs.has(`${wanted}-${n}`)) n++;
  return `${wanted}-${n}`;
}

async function storeBlocks(
  tx: Tx,
  viewer: Viewer,
  report: { id: string; reviewId: string },
  blocks: readonly DraftBlock[],
) {
  const { reviewId } = report;
  const claims: (DraftClaim & { id: string; blockId: string })[] = [];
  const rows = blocks.map(({ section, type, runs, figure }, index) => {
    const blockId = randomUUID();
    const ids = new Map<DraftClaim, string>();
    const idOf = (claim: DraftClaim) => {
      const id = ids.get(claim) ?? randomUUID();
      if (!ids.has(claim)) claims.push({ ...claim, id, blockId });
      ids.set(claim, id);
      return id;
    };
    const content = blockOf(
      type,
      runs.map((run) => storedRun(run, idOf)),
      figure,
    );
    return { id: blockId, reportId: report.id, section, type, position: index + 1, content };
  });
  await tx.block.createMany({ data: rows });
  await tx.claim.createMany({
    data: claims.map(({ id, blockId, findingId, side, themeId, stance }) => ({
      id,
      reviewId,
      blockId,
      findingId,
      side,
      themeId,
      stance,
    })),
  });
  const evidence = claims.flatMap(({ id: claimId, supports, contradicts }) => [
    ...supports.map((contributionId) => ({ claimId, contributionId, bearing: "supports" as const })),
    ...contradicts.map((contributionId) => ({ claimId, contributionId, bearing: "contradicts" as const })),
  ]);
  for (let start = 0; start < evidence.length; start += CHUNK)
    await tx.claimEvidence.createMany({
      data: evidence.slice(start, start + CHUNK).map((row) => ({ ...row, reviewId, byId: viewer.userId })),
    });
}

function storedRun({ text, claim, figure, strong }: DraftRun, idOf: (claim: DraftClaim) => string): Run {
  return {
    text,
    marks: [
      ...(claim ? [{ type: "claim" as const, attrs: { id: idOf(claim) } }] : []),
      ...(figure ? [{ type: "figure" as const, attrs: { ref: refText(figure) } }] : []),
      ...(strong ? [{ type: "strong" as const }] : []),
    ],
  };
}
