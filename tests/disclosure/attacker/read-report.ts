import type { PublishedReport } from "../reports/publish-reports";
import type { ReleaseFacts } from "../history";
import { COUNTED, type Statement } from "../statements";

/** A sentence that says how many of those on one side of a finding, or how many raised the theme. */
const SENTENCE =
  /^(?<who>One participant|A few participants|Nobody|It was|(?<number>\D+(?:\d+)?) of \d+ participants) said (?:that view (?<side>\d+ (?:for|against)) holds|something under the theme, counted as (?<counted>\w+))\.$/;

/**
 * What a reader takes from a report's sentences, by the words of quantity that DOMAIN.md has: "one participant" is one;
 * "a few" are as many as in a figure; what "was said" was said by somebody. Other words stand for a figure of the release.
 * What is said of a release's only roundtable is said of the review as well.
 */
export function readReport(
  { roundtable, sentences }: PublishedReport,
  { roundtables }: ReleaseFacts,
  presentAt: (place: string) => number,
): Statement[] {
  const scopes = roundtable !== null && roundtables.length === 1 ? [roundtable, null] : [roundtable];
  return scopes.flatMap((scope) => sentences.map((sentence) => readSentence(sentence, scope, presentAt)));
}

function readSentence(
  sentence: string,
  roundtable: number | null,
  presentAt: (place: string) => number,
): Statement {
  const place = roundtable === null ? "review" : `roundtable ${roundtable}`;

  const found = SENTENCE.exec(sentence)?.groups;
  const counted = COUNTED.find((one) => one === (found?.counted ?? "people"));
  if (!found || !counted) throw new Error(`The reader does not understand “${sentence}”.`);
  const { who = "", number, side } = found;
  return {
    place: side === undefined ? place : sidePlace(side, roundtable),
    counted,
    says: WORDS[who] ?? number?.toLowerCase() ?? who,
    present: presentAt(place),
  };
}

const WORDS: Record<string, string> = {
  "One participant": "1",
  "A few participants": "a few",
  Nobody: "none",
  "It was": "somebody",
};

export function sidePlace(side: string, roundtable: number | null): string {
  return roundtable === null ? `finding ${side}` : `finding ${side} at roundtable ${roundtable}`;
}

/** The roundtable that a place is, or is at; null for the review, its groups and findings. */
export function roundtableOf(place: string): number | null {
  const [, number] = /(?:^| at )roundtable (\d+)$/.exec(place) ?? [];
  return number === undefined ? null : Number(number);
}
