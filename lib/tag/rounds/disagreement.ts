import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";

/** What one coder set on a contribution: theme to its stances. */
type Reading = ReadonlyMap<string, readonly Stance[]>;

/**
 * A contribution of a round; one reading for each coder, always in the same order, null where that coder did
 * not read it.
 */
export type ReadContribution = { contributionId: string; readings: readonly (Reading | null)[] };

/** "presence": some set the theme and some did not; "stance": all did, with different stances. */
export type DisagreementKind = "presence" | "stance";

export type Disagreement = { contributionId: string; themeId: string; kind: DisagreementKind };

/** Where the coders of a round differ, contribution by contribution and then in the order of `themeIds`. */
export function disagreements(
  contributions: readonly ReadContribution[],
  themeIds: readonly string[],
): Disagreement[] {
  return contributions.flatMap(({ contributionId, readings }) =>
    themeIds.flatMap((themeId) => {
      const kind = kindOf(readings, themeId);
      return kind === null ? [] : [{ contributionId, themeId, kind }];
    }),
  );
}

/** null where everybody who read the contribution gave the same answer, or only one coder read it. */
function kindOf(readings: readonly (Reading | null)[], themeId: string): DisagreementKind | null {
  const said = readings
    .filter((reading) => reading !== null)
    .map((reading) => STANCE_ORDER.filter((stance) => reading.get(themeId)?.includes(stance)).join());
  if (new Set(said).size < 2) return null;
  return said.includes("") ? "presence" : "stance";
}

/** Every stance with which any coder set the theme, in the standard order of stances. */
export function stancesTogether({ readings }: ReadContribution, themeId: string): Stance[] {
  return STANCE_ORDER.filter((stance) =>
    readings.some((reading) => reading !== null && (reading.get(themeId) ?? []).includes(stance)),
  );
}

/** A contribution that at least two coders read: only these can have agreement. */
export function isReadByTwo({ readings }: ReadContribution): boolean {
  return readings.filter((reading) => reading !== null).length > 1;
}
