import { endAfter } from "@/lib/platform/text/dates";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

export const TAGGING = {
  id: true,
  reviewId: true,
  contributionId: true,
  themeId: true,
  coderId: true,
  stance: true,
  explicit: true,
  spanStart: true,
  spanEnd: true,
  themeRevision: true,
  from: true,
  until: true,
  endedById: true,
  openedInId: true,
  endedInId: true,
  codingRoundId: true,
} as const;

export type TaggingRow = Prisma.TaggingGetPayload<{ select: typeof TAGGING }>;

/** Taggings of a round that is not finished stay where they were set; the others move. */
const NOT_APART = { OR: [{ codingRoundId: null }, { codingRound: { codedAt: { not: null } } }] };

/**
 * The taggings that move with a contribution's words: open ones, and those that undoing a change would
 * reopen.
 */
export const FOLLOWS = {
  AND: [NOT_APART, { OR: [{ until: null }, { endedIn: { undoneAt: null } }] }],
} satisfies Prisma.TaggingWhereInput;

export function openTaggings(tx: Tx, contributionId: string) {
  return tx.tagging.findMany({
    where: { AND: [{ contributionId, until: null }, NOT_APART] },
    select: TAGGING,
  });
}

/** Locks the themes, so that none is merged or split while the coding of a contribution moves. */
export async function keepThemes(tx: Tx, reviewId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM theme WHERE review_id = ${reviewId}::uuid ORDER BY id FOR KEY SHARE`;
}

/**
 * Gives the rows of one contribution their new spans. Where two open rows become equal, one remains. All are
 * first moved out of the way, because a row may get the span that another one still has.
 */
export async function placeSpans(tx: Tx, taggings: readonly TaggingRow[], endedById: string): Promise<void> {
  const [contribution] = taggings;
  if (!contribution) return;
  const ids = taggings.map(({ id }) => id);
  const there = await tx.tagging.findMany({
    where: { contributionId: contribution.contributionId, until: null, id: { notIn: ids } },
    select: TAGGING,
  });
  const said = new Set(there.map(whatItSays));
  await tx.tagging.updateMany({
    where: { id: { in: ids }, spanStart: { not: null } },
    data: { spanStart: { increment: OUT_OF_THE_WAY }, spanEnd: { increment: OUT_OF_THE_WAY } },
  });
  for (const tagging of taggings) {
    const { id, spanStart, spanEnd, from, until } = tagging;
    const key = whatItSays(tagging);
    const again = until === null && said.has(key);
    if (until === null) said.add(key);
    const ended = again ? { until: endAfter(from), endedById } : {};
    await tx.tagging.update({ where: { id }, data: { spanStart, spanEnd, ...ended }, select: { id: true } });
  }
}

/** Beyond the length of any contribution. */
export const OUT_OF_THE_WAY = 1_000_000_000;

function whatItSays(tagging: TaggingRow): string {
  const { themeId, coderId, stance, spanStart, spanEnd, codingRoundId } = tagging;
  return [themeId, coderId, stance, spanStart, spanEnd, codingRoundId].join(" ");
}
