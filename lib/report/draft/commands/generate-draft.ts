import { randomUUID } from "node:crypto";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { db, type Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { contentOf, type Sentence } from "../block";
import { composeDraft } from "../draft";
import type { DraftBlock, DraftClaim } from "../draft-block";
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
  const source = await readDraftSource(viewer, input);
  const title = input.title || summaryTitle(source);
  return storeDraft(viewer, { ...input, title, blocks: composeDraft(source) });
}

/** The title of a draft whose author gave none. */
function summaryTitle({ wholeReview, reviewTitle, roundtables }: DraftSource): string {
  return `Summary: ${(wholeReview ? null : roundtables[0]?.title) ?? reviewTitle}`;
}

type StoredDraft = DraftInput & { blocks: DraftBlock[] };

const storeDraft = command(async (tx, viewer: Viewer, input: StoredDraft) => {
  const { reviewId, roundtableId, title, blocks } = input;
  const id = input.id ?? randomUUID();
  requireCan(viewer, "report.write", { reviewId });
  const slug = await freeSlug(tx, reviewId, slugOf(title));
  const { count } = await tx.report.createMany({
    data: [{ id, reviewId, roundtableId, title, slug, createdById: viewer.userId }],
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
    detail: { roundtableId, blocks: blocks.length },
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
  const rows = blocks.map(({ section, type, sentences }, index) => {
    const blockId = randomUUID();
    const stored = sentences.map((sentence): Sentence => {
      if (sentence.voice === "framing") return sentence;
      const id = randomUUID();
      claims.push({ ...sentence.claim, id, blockId });
      return { text: sentence.text, voice: "claim", claimId: id };
    });
    const content = contentOf(type, stored);
    return { id: blockId, reportId: report.id, section, type, position: index + 1, content };
  });
  await tx.block.createMany({ data: rows });
  await tx.claim.createMany({
    data: claims.map(({ id, blockId, findingId }) => ({ id, reviewId, blockId, findingId })),
  });
  const evidence = claims.flatMap(({ id: claimId, supports, contradicts }) => [
    ...supports.map((contributionId) => ({ claimId, contributionId, bearing: "supports" as const })),
    // A contribution that both supports and contradicts the statement (a relief and a loss) counts as
    // support.
    ...contradicts
      .filter((contributionId) => !supports.includes(contributionId))
      .map((contributionId) => ({ claimId, contributionId, bearing: "contradicts" as const })),
  ]);
  for (let start = 0; start < evidence.length; start += CHUNK)
    await tx.claimEvidence.createMany({
      data: evidence.slice(start, start + CHUNK).map((row) => ({ ...row, reviewId, byId: viewer.userId })),
    });
}
