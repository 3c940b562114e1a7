import type { Tx } from "@/lib/platform/db";
import { disagreements, type Disagreement } from "../disagreement";
import { readRoundReadings } from "./round-readings";

/** A disagreement in a round, with whether the round has decided on it. */
export type Difference = Disagreement & { decided: boolean };

/**
 * Where the coders of a coded round differ, in the order in which that is decided. The caller checks the
 * viewer's rights.
 */
export async function readDifferences(client: Tx, roundId: string, codedAt: Date): Promise<Difference[]> {
  const { contributions, openThemeIds } = await readRoundReadings(client, roundId, codedAt);
  const decisions = await client.adjudication.findMany({
    where: { codingRoundId: roundId, until: null },
    select: { contributionId: true, themeId: true },
  });
  const decided = new Set(decisions.map(({ contributionId, themeId }) => `${contributionId} ${themeId}`));
  return disagreements(contributions, openThemeIds).map((one) => ({
    ...one,
    decided: decided.has(`${one.contributionId} ${one.themeId}`),
  }));
}

/**
 * The position, from 1, of the first undecided one after index `at`, else of the first of all; null when none
 * is left.
 */
export function nextUndecided(all: readonly { decided: boolean }[], at = -1): number | null {
  const after = all.findIndex(({ decided }, index) => index > at && !decided);
  const found = after < 0 ? all.findIndex(({ decided }) => !decided) : after;
  return found < 0 ? null : found + 1;
}
