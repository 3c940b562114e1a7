import type { Told as ToldStatement } from "@/lib/aggregate/publication/report/check-report";
import { isTooFew } from "@/lib/aggregate/figures/small-number";
import { quantitiesIn } from "@/lib/report/check/sentence-language";
import { sentencesIn } from "@/lib/report/check/sentences";
import type { Claim } from "@/lib/report/claim/claim";
import type { BlockContent } from "@/lib/report/draft/content/block-content";

type Telling = {
  claims: ReadonlyMap<string, Claim>;
  /** The number of the release that the report is bound to. */
  release: number;
  /** null: the report is about the review as a whole. */
  roundtableId: string | null;
  present: number;
  threshold: number;
  /** Themes of the contributions that a claim cites where it tells no finding, by contribution. */
  themesOf: (contributionId: string) => readonly string[];
  themeOfFinding: (findingId: string) => string | null;
};

/**
 * What a report tells of how many people are behind one side of a finding, beyond what its release says. Telling a finding
 * says that somebody said it there; "one participant" and "a few" say how many, where the release does not. A claim without
 * a finding stands for itself, under each theme of what it cites. A theme as a whole adds nothing to the release.
 */
export function statementsOf(
  blocks: readonly { content: BlockContent }[],
  telling: Telling,
): ToldStatement[] {
  const told = new Map<string, ToldStatement>();
  for (const sentence of blocks.flatMap(({ content }) => sentencesIn(content)))
    for (const id of sentence.claims) {
      const claim = telling.claims.get(id);
      if (!claim || claim.themeId || claim.figure.hands || claim.figure.people === 0) continue;
      const range = rangeOf(claim, sentence.text, telling);
      if (!range) continue;
      for (const themeId of themesOf(claim, telling)) {
        const statement = statementOf(claim, themeId, range, telling);
        const key = `${themeId} ${statement.findingId} ${statement.side}`;
        told.set(key, narrower(told.get(key), statement));
      }
    }
  return [...told.values()];
}

type Range = { low: number; high: number };

/** null where the release says as much: its figure of a finding is told of the review as a whole. */
function rangeOf({ told, figure }: Claim, text: string, { present, threshold }: Telling): Range | null {
  const words = quantitiesIn(text).map(({ word }) => word);
  const released = told?.is === "people" ? told.figure : null;
  if (words.includes("one") && figure.people === 1) return { low: 1, high: 1 };
  if (released) return null;
  if (words.includes("a few") && isTooFew(figure.people, threshold)) return { low: 1, high: threshold - 1 };
  return { low: 1, high: Math.max(present, figure.people) };
}

function themesOf({ findingId, supports }: Claim, { themeOfFinding, themesOf: themes }: Telling): string[] {
  if (findingId) {
    const theme = themeOfFinding(findingId);
    return theme ? [theme] : [];
  }
  return [...new Set(supports.flatMap(({ id }) => themes(id)))];
}

function statementOf(
  { id, findingId, side, figure }: Claim,
  themeId: string,
  { low, high }: Range,
  { release, roundtableId }: Telling,
): ToldStatement {
  return {
    themeId,
    findingId: findingId ?? id,
    side: side === "contradicts" ? "against" : "for",
    roundtableId,
    release,
    people: figure.people,
    low,
    high,
  };
}

/** The same finding told twice: what both say together. */
function narrower(before: ToldStatement | undefined, now: ToldStatement): ToldStatement {
  if (!before) return now;
  return { ...now, low: Math.max(before.low, now.low), high: Math.min(before.high, now.high) };
}
