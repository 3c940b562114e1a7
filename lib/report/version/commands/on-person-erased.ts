import type { Consequence } from "@/lib/capture/people/consequence";
import type { PersonContributions, WordsErased } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { GAP, GAP_AFTER_RETENTION, gapOf, typeOf } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { StoredEvidence } from "@/lib/report/draft/composed/composed-block";
import { type BlockType } from "@/lib/report/draft/document-kind";
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

/**
 * Removes a person's words from drafts, revisions and versions: a passage that quotes one of their
 * contributions becomes a marked gap. A version keeps the block's digest, so that the rest of it still
 * verifies.
 */
export async function eraseQuotations(tx: Tx, erased: WordsErased): Promise<void> {
  const { reviewId, contributionIds, personId } = erased;
  const gap = personId === null ? GAP_AFTER_RETENTION : GAP;
  await forgetComposed(tx, reviewId, new Set(contributionIds));
  const claims = await tx.claim.findMany({
    where: { reviewId, evidence: { some: { contributionId: { in: contributionIds } } } },
    select: { id: true },
  });
  if (claims.length === 0) return;
  const citing = new Set(claims.map(({ id }) => id));
  const blocks = await tx.block.findMany({
    where: { report: { reviewId } },
    select: { id: true, reportId: true, type: true, content: true },
  });
  const changed = new Set<string>();
  for (const { id, reportId, type, content } of blocks) {
    if (!quotes(type, content, citing)) continue;
    await blankDraft(tx, id, type, gap);
    changed.add(reportId);
  }
  await blankRevisions(tx, reviewId, { citing, gap });
  for (const reportId of await blankVersions(tx, reviewId, { citing, gap })) changed.add(reportId);
  for (const reportId of changed) await publish(tx, { kind: "report", reviewId, reportId });
}

async function blankDraft(tx: Tx, id: string, type: BlockType, gap: string) {
  const erasedAt = new Date();
  await tx.block.update({
    where: { id },
    data: { content: gapOf(type, gap), erasedAt, revision: { increment: 1 } },
    select: { id: true },
  });
  await tx.claim.updateMany({ where: { blockId: id, removedAt: null }, data: { removedAt: erasedAt } });
}

/** What was composed and quotes them is kept only to compare with, also where no draft took it in: it goes as a whole. */
async function forgetComposed(tx: Tx, reviewId: string, erased: ReadonlySet<string>) {
  const rows = await tx.composedBlock.findMany({
    where: { report: { reviewId } },
    select: { id: true, content: true, evidence: true },
  });
  const quoting = rows.filter(({ content, evidence }) => {
    const citing = Object.entries(StoredEvidence.parse(evidence)).flatMap(([id, claim]) =>
      [...claim.supports, ...claim.contradicts].some((one) => erased.has(one)) ? [id] : [],
    );
    return quotes(typeOf(BlockContent.parse(content)), content, new Set(citing));
  });
  await tx.composedBlock.deleteMany({ where: { id: { in: quoting.map(({ id }) => id) } } });
}

/** The claims that cite the contributions, and the mark that replaces what quotes them. */
type Quoting = { citing: ReadonlySet<string>; gap: string };

async function blankRevisions(tx: Tx, reviewId: string, { citing, gap }: Quoting) {
  const rows = await tx.blockRevision.findMany({
    where: { block: { report: { reviewId } } },
    select: { id: true, content: true, block: { select: { type: true } } },
  });
  for (const { id, content, block } of rows) {
    if (!quotes(block.type, content, citing)) continue;
    await tx.blockRevision.update({
      where: { id },
      data: { content: gapOf(block.type, gap), salt: null },
      select: { id: true },
    });
  }
}

/** Returns the reports of the versions that gained a gap. */
async function blankVersions(tx: Tx, reviewId: string, { citing, gap }: Quoting): Promise<string[]> {
  const rows = await tx.versionBlock.findMany({
    where: { version: { report: { reviewId } } },
    select: { id: true, type: true, content: true, version: { select: { reportId: true } } },
  });
  const holding = rows.filter(({ type, content }) => quotes(type, content, citing));
  for (const { id, type } of holding)
    await tx.versionBlock.update({
      where: { id },
      data: { content: gapOf(type, gap), evidence: {}, salt: null, erasedAt: new Date() },
      select: { id: true },
    });
  return holding.map(({ version }) => version.reportId);
}
