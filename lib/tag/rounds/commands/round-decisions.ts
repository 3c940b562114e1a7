import type { Viewer } from "@/lib/access/policy";
import type { Stance } from "@/lib/capture/contribution/stance";
import { endAfter } from "@/lib/platform/text/dates";
import type { Tx } from "@/lib/platform/db";
import type { FoundRound } from "./find-round";

type Decision = {
  contributionId: string;
  themeId: string;
  stances: readonly Stance[];
  reason: string;
  /** True where the coders did not differ, so that nobody had to decide. */
  agreed: boolean;
};

/**
 * Makes this the current decision in place of any other; a later round's takes precedence over an earlier
 * one's.
 */
export async function openAdjudication(
  tx: Tx,
  viewer: Viewer,
  { id: codingRoundId, reviewId }: Pick<FoundRound, "id" | "reviewId">,
  { contributionId, themeId, stances, reason, agreed }: Decision,
): Promise<boolean> {
  const standing = await tx.adjudication.findFirst({
    where: { contributionId, themeId, until: null },
    select: { id: true, from: true, codingRoundId: true, stances: true, reason: true, agreed: true },
  });
  const same =
    standing?.codingRoundId === codingRoundId &&
    standing.reason === reason &&
    standing.agreed === agreed &&
    [...standing.stances].sort().join() === [...stances].sort().join();
  if (same) return false;
  // One begins at the instant at which the other ends: this shows later what replaced what.
  const from = standing ? await close(tx, standing) : new Date();
  await tx.adjudication.create({
    data: {
      codingRoundId,
      reviewId,
      contributionId,
      themeId,
      reason,
      agreed,
      from,
      stances: [...stances],
      byId: viewer.userId,
    },
    select: { id: true },
  });
  return true;
}

async function close(tx: Tx, { id, from }: { id: string; from: Date }): Promise<Date> {
  const until = endAfter(from);
  await tx.adjudication.update({ where: { id }, data: { until }, select: { id: true } });
  return until;
}

type Place = { contributionId: string; themeId: string };

const placeOf = ({ contributionId, themeId }: Place) => `${contributionId} ${themeId}`;

/**
 * Ends a round's current decisions, or only those on which its coders agreed. Where one of them had replaced
 * a decision of a settled round, that one applies again. Returns how many ended.
 */
export async function withdrawDecisions(
  tx: Tx,
  { id: roundId, reviewId }: Pick<FoundRound, "id" | "reviewId">,
  { agreed }: { agreed?: true } = {},
): Promise<{ closed: number; restored: number }> {
  const open = await tx.adjudication.findMany({
    where: { codingRoundId: roundId, until: null, ...(agreed && { agreed }) },
    select: { id: true, from: true, contributionId: true, themeId: true },
  });
  const former = new Map<string, Former[]>();
  for (const one of await readFormer(tx, open))
    former.set(placeOf(one), [...(former.get(placeOf(one)) ?? []), one]);
  const restored = [];
  for (const decision of open) {
    const from = await close(tx, decision);
    const before = replacedBy(decision, roundId, former.get(placeOf(decision)) ?? []);
    if (!before) continue;
    const { contributionId, themeId, codingRoundId, stances, reason, agreed, byId } = before;
    restored.push({ contributionId, themeId, codingRoundId, stances, reason, agreed, byId, reviewId, from });
  }
  await tx.adjudication.createMany({ data: restored });
  return { closed: open.length, restored: restored.length };
}

type Former = Awaited<ReturnType<typeof readFormer>>[number];

/** Earlier decisions in these places, latest first. */
function readFormer(tx: Tx, places: readonly Place[]) {
  return tx.adjudication.findMany({
    where: {
      contributionId: { in: [...new Set(places.map(({ contributionId }) => contributionId))] },
      themeId: { in: [...new Set(places.map(({ themeId }) => themeId))] },
      until: { not: null },
    },
    orderBy: [{ until: "desc" }, { from: "desc" }],
    select: {
      contributionId: true,
      themeId: true,
      codingRoundId: true,
      from: true,
      until: true,
      stances: true,
      reason: true,
      agreed: true,
      byId: true,
      codingRound: { select: { state: true } },
    },
  });
}

/**
 * Goes back from one decision to the one that ended when it began, skipping the round's own and those of
 * rounds that are not settled.
 */
function replacedBy(decision: { from: Date }, roundId: string, former: readonly Former[]): Former | null {
  let began = decision.from.getTime();
  for (const one of former) {
    if (one.until?.getTime() !== began) continue;
    if (one.codingRoundId !== roundId && one.codingRound.state === "settled") return one;
    began = one.from.getTime();
  }
  return null;
}
