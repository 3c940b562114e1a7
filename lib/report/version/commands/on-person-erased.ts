import { repeatFinder } from "@/lib/capture/protection/erasure-repeats";
import type { Consequence } from "@/lib/capture/people/consequence";
import type { PersonErased, PersonContributions } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { BlockContent, gapOf, plainText, type BlockType } from "@/lib/report/draft/block";
import { citingReports, quotes, some } from "../queries/consequences";

/** What erasing somebody would remove from reports. */
export async function reportsOf(tx: Tx, event: PersonContributions): Promise<Consequence[]> {
  const { claims, quotations, published } = await citingReports(tx, event);
  return some([
    {
      what: "paragraphs of drafts that quote them, which become marked gaps",
      count: quotations,
      undone: true,
    },
    {
      what: "sentences of reports that cite their contributions, which will cite fewer",
      count: claims,
      undone: true,
    },
    {
      what: "published versions that quote them. The words are removed here, but not from copies",
      count: published,
      undone: false,
    },
  ]);
}

/** What depends on the contributions of somebody who leaves. */
export async function reportsQuoting(tx: Tx, event: PersonContributions): Promise<Consequence[]> {
  return withoutPermission(await citingReports(tx, event));
}

/** What depends on a participant's permission that is to be narrowed. */
export async function reportsQuotingParticipant(
  tx: Tx,
  { participantId }: { participantId: string },
): Promise<Consequence[]> {
  const contributions = await tx.contribution.findMany({
    where: { participantId },
    select: { id: true, reviewId: true },
  });
  const [first] = contributions;
  if (!first) return [];
  const contributionIds = contributions.map(({ id }) => id);
  return withoutPermission(await citingReports(tx, { reviewId: first.reviewId, contributionIds }));
}

function withoutPermission({ quotations, published }: { quotations: number; published: number }) {
  return some([
    {
      what: "paragraphs of drafts that quote them, which cannot be published as they are",
      count: quotations,
      undone: true,
    },
    { what: "published versions that quote them", count: published, undone: false },
  ]);
}

type Words = {
  /** Claims that cite the erased contributions. */
  citing: ReadonlySet<string>;
  repeated: (text: string) => boolean;
};

/** Whether the erased person's words may be in a block: quoted where they are cited, or repeated anywhere. */
function holds(type: BlockType, content: unknown, { citing, repeated }: Words): boolean {
  return quotes(type, content, citing) || repeated(plainText(BlockContent.parse(content)));
}

/**
 * Removes a person's words from drafts, revisions and versions: a passage that quotes one of their
 * contributions becomes a marked gap. A version keeps the block's digest, so that the rest of it still
 * verifies.
 */
export async function eraseQuotations(tx: Tx, event: PersonErased): Promise<void> {
  const { reviewId, contributionIds } = event;
  const claims = await tx.claim.findMany({
    where: { reviewId, evidence: { some: { contributionId: { in: contributionIds } } } },
    select: { id: true },
  });
  // A short sentence may also be somebody else's. Where it is a quotation, the claim cites the contribution.
  const find = repeatFinder(event.words, { shortContributions: false });
  const words: Words = {
    citing: new Set(claims.map(({ id }) => id)),
    repeated: (text) => find(text).length > 0,
  };
  const blocks = await tx.block.findMany({
    where: { report: { reviewId } },
    select: { id: true, reportId: true, type: true, content: true },
  });
  const changed = new Set<string>();
  for (const { id, reportId, type, content } of blocks) {
    if (!holds(type, content, words)) continue;
    await blankDraft(tx, id, type);
    changed.add(reportId);
  }
  await blankRevisions(tx, reviewId, words);
  for (const reportId of await blankVersions(tx, reviewId, words)) changed.add(reportId);
  for (const reportId of changed) await publish(tx, { kind: "report", reviewId, reportId });
}

async function blankDraft(tx: Tx, id: string, type: BlockType) {
  const erasedAt = new Date();
  await tx.block.update({
    where: { id },
    data: { content: gapOf(type), erasedAt, revision: { increment: 1 } },
    select: { id: true },
  });
  await tx.claim.updateMany({ where: { blockId: id, removedAt: null }, data: { removedAt: erasedAt } });
}

async function blankRevisions(tx: Tx, reviewId: string, words: Words) {
  const rows = await tx.blockRevision.findMany({
    where: { block: { report: { reviewId } } },
    select: { id: true, content: true, block: { select: { type: true } } },
  });
  for (const { id, content, block } of rows) {
    if (!holds(block.type, content, words)) continue;
    await tx.blockRevision.update({
      where: { id },
      data: { content: gapOf(block.type), salt: null },
      select: { id: true },
    });
  }
}

/** Returns the reports of the versions that gained a gap. */
async function blankVersions(tx: Tx, reviewId: string, words: Words): Promise<string[]> {
  const rows = await tx.versionBlock.findMany({
    where: { version: { report: { reviewId } }, erasedAt: null },
    select: { id: true, type: true, content: true, version: { select: { reportId: true } } },
  });
  const holding = rows.filter(({ type, content }) => holds(type, content, words));
  for (const { id, type } of holding)
    await tx.versionBlock.update({
      where: { id },
      data: { content: gapOf(type), evidence: {}, salt: null, erasedAt: new Date() },
      select: { id: true },
    });
  return holding.map(({ version }) => version.reportId);
}
