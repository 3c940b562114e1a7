import { randomUUID } from "node:crypto";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { newestFor } from "@/lib/aggregate/publication/queries/report-figures";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { db, type Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { composeDraft } from "../compose/compose";
import { jsonOf } from "../composed/composed-block";
import type { ReportKind } from "../document-kind";
import type { DraftBlock } from "../draft-block";
import type { DraftSource } from "../draft-source";
import { readDraftSource } from "../queries/read-draft-source";
import { slugOf, type DraftInput } from "../report";
import { storedBlock } from "../composed/stored-block";

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
  const stored = blocks.map((block, index) => ({
    ...storedBlock(block, () => randomUUID()),
    id: randomUUID(),
    section: block.section,
    type: block.type,
    position: index + 1,
  }));
  const reportId = report.id;
  await tx.block.createMany({
    data: stored.map(({ id, section, type, position, content }) => ({
      id,
      reportId,
      section,
      type,
      position,
      content,
    })),
  });
  await tx.composedBlock.createMany({
    data: stored.map(({ id: blockId, section, position, content, evidence }) => ({
      reportId,
      blockId,
      section,
      position,
      content,
      evidence: jsonOf(evidence),
    })),
  });
  const claims = stored.flatMap(({ id: blockId, evidence }) =>
    Object.entries(evidence).map(([id, claim]) => ({ ...claim, id, blockId })),
  );
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
  for (const bearing of ["supports", "contradicts"] as const) {
    const cited = claims.flatMap((claim) => claim[bearing].map((id) => ({ claimId: claim.id, id })));
    if (cited.length > 0) await storeEvidence(tx, { reviewId, byId: viewer.userId, bearing }, cited);
  }
}

/** In one statement of a fixed length: there are more than a thousand rows, and the client would take each value apart. */
async function storeEvidence(
  tx: Tx,
  { reviewId, byId, bearing }: { reviewId: string; byId: string; bearing: "supports" | "contradicts" },
  cited: readonly { claimId: string; id: string }[],
) {
  await tx.$executeRaw`
    INSERT INTO claim_evidence (id, review_id, claim_id, contribution_id, bearing, by_id)
    SELECT gen_random_uuid(), ${reviewId}::uuid, one.claim_id, one.contribution_id, ${bearing}::bearing, ${byId}::uuid
    FROM unnest(${cited.map(({ claimId }) => claimId)}::uuid[], ${cited.map(({ id }) => id)}::uuid[])
      AS one(claim_id, contribution_id)`;
}
