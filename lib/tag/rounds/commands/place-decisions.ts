import { randomUUID } from "node:crypto";
import type { ContributionsMerged, ContributionSplit } from "@/lib/capture/contribution/contribution-events";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Tx } from "@/lib/platform/db";
import { endDecisions, sameStances } from "./merge-decisions";

const DECISION = {
  id: true,
  reviewId: true,
  codingRoundId: true,
  contributionId: true,
  themeId: true,
  stances: true,
  reason: true,
  agreed: true,
  byId: true,
  until: true,
  openedInId: true,
  endedInId: true,
} as const;

/**
 * A decision on a contribution applies to both its parts, including one that undoing a change would restore.
 */
export async function splitDecisions(
  tx: Tx,
  { contributionId, newContributionId }: ContributionSplit,
  at: Date,
): Promise<void> {
  const decisions = await tx.adjudication.findMany({
    where: { contributionId, OR: [{ until: null }, { endedIn: { undoneAt: null } }] },
    select: DECISION,
  });
  await tx.adjudication.createMany({
    data: decisions.map((decision) => ({
      ...decision,
      id: randomUUID(),
      contributionId: newContributionId,
      from: at,
      until: decision.until && at,
    })),
  });
}

/**
 * A decision on a contribution moves with it to another, including one that undoing a change would restore.
 */
async function copyEnded(tx: Tx, { intoId, fromId, at }: ContributionsMerged): Promise<void> {
  const ended = await tx.adjudication.findMany({
    where: { contributionId: { in: [intoId, fromId] }, endedIn: { undoneAt: null } },
    select: DECISION,
  });
  const has = (one: { themeId: string; endedInId: string | null }) =>
    ended.some(
      (other) =>
        other.contributionId === intoId && other.themeId === one.themeId && other.endedInId === one.endedInId,
    );
  await tx.adjudication.createMany({
    data: ended
      .filter((one) => one.contributionId === fromId && !has(one))
      .map((one) => ({ ...one, id: randomUUID(), contributionId: intoId, from: at, until: at })),
  });
}

/** What is settled on a contribution, as figures use it: theme by theme. */
async function settledOn(tx: Tx, contributionIds: readonly string[]): Promise<Map<string, Set<Stance>>> {
  const rows = await tx.$queryRaw<{ themeId: string; stance: Stance }[]>`
    SELECT theme_id AS "themeId", stance FROM settled_tagging WHERE contribution_id = ANY(${[...contributionIds]}::uuid[])`;
  const settled = new Map<string, Set<Stance>>();
  for (const { themeId, stance } of rows)
    settled.set(themeId, (settled.get(themeId) ?? new Set()).add(stance));
  return settled;
}

const REASON = "Carried over when two contributions were joined.";

/**
 * Where one of two merged contributions has decisions and the other coding or decisions too, the merged
 * contribution is decided to have what was settled on either. `moveTaggings` moves the taggings there.
 */
export async function mergeDecisions(
  tx: Tx,
  merged: ContributionsMerged,
  moveTaggings: () => Promise<void>,
): Promise<void> {
  const { intoId, fromId, at, byId } = merged;
  await copyEnded(tx, merged);
  // Before the taggings move, because it uses what is settled on both.
  const settled = await settledOn(tx, [intoId, fromId]);
  const decisions = await tx.adjudication.findMany({
    where: { contributionId: { in: [intoId, fromId] }, until: null },
    select: DECISION,
  });
  await moveTaggings();
  const coded = await tx.tagging.findMany({
    where: { contributionId: fromId, until: null },
    distinct: ["themeId"],
    select: { themeId: true },
  });
  const touched = new Set(coded.map(({ themeId }) => themeId));
  for (const { themeId, contributionId } of decisions) if (contributionId === fromId) touched.add(themeId);
  for (const themeId of touched) {
    const into = decisions.find((one) => one.themeId === themeId && one.contributionId === intoId);
    const from = decisions.find((one) => one.themeId === themeId && one.contributionId === fromId);
    const stances = [...(settled.get(themeId) ?? [])];
    const ground = into ?? from;
    if (!ground || (into && sameStances(into.stances, stances))) continue;
    if (into) await endDecisions(tx, [into.id], null, at);
    const { reviewId, codingRoundId } = ground;
    const said =
      from && !into && sameStances(from.stances, stances) ? from : { reason: REASON, agreed: false, byId };
    await tx.adjudication.create({
      data: {
        reviewId,
        codingRoundId,
        themeId,
        contributionId: intoId,
        stances,
        from: at,
        reason: said.reason,
        agreed: said.agreed,
        byId: said.byId,
      },
      select: { id: true },
    });
  }
}

/** A decision that only the merge made is removed, and the one before it applies again. */
export async function separateDecisions(
  tx: Tx,
  { intoId, at }: Pick<ContributionsMerged, "intoId" | "at">,
): Promise<void> {
  const came = await tx.adjudication.findMany({
    where: { contributionId: intoId, from: at, until: null },
    select: { id: true, themeId: true },
  });
  const before = await tx.adjudication.findMany({
    where: {
      contributionId: intoId,
      until: at,
      endedInId: null,
      from: { lt: at },
      themeId: { in: came.map(({ themeId }) => themeId) },
    },
    select: DECISION,
  });
  await endDecisions(
    tx,
    came.map(({ id }) => id),
    null,
    new Date(),
  );
  await tx.adjudication.createMany({
    data: before.map((decision) => ({ ...decision, id: randomUUID(), until: null })),
    skipDuplicates: true,
  });
}
