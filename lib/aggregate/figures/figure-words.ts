import { STANCES } from "@/lib/capture/contribution/stance";
import { SEGMENT_ORDER, type Figure, type Segment, type ThemeFigures, type ThemeTable } from "./figures";
import { countWords as wordsOf, moreWords } from "./small-number";

/** Each segment has a sign and words, always together. */
export const SEGMENT_WORDS: Record<Segment, { sign: string; words: string }> = {
  strength: { sign: STANCES.strength.sign, words: "Strength only" },
  improvement: { sign: STANCES.improvement.sign, words: "Improvement only" },
  ask: { sign: STANCES.ask.sign, words: "Ask only" },
  observation: { sign: STANCES.observation.sign, words: "Observation only" },
  mixed: { sign: "&", words: "More than one kind" },
};

/** Why the numbers in a table of themes do not add up to the totals above it. */
export const THEMES_OVERLAP =
  "One contribution can be under several themes, or under none, so the themes do not add up to these totals.";

/** Shown with every dashboard, export and report. */
export const WHOSE_VIEWS =
  "These are the views of the people who took part. They are not a sample, not everyone was asked everything, and they are not the policy of the Department for Education or of the Chartered College of Teaching.";

const UNITS: Record<Figure["counts"], { one: string; many: string }> = {
  people: { one: "person", many: "people" },
  contributions: { one: "contribution", many: "contributions" },
  roundtables: { one: "roundtable", many: "roundtables" },
};

/** "13", "1,204". */
export function figureNumber({ value }: Figure): string {
  return value.toLocaleString("en-GB");
}

/** "13 people", "1 contribution". */
function countWords({ counts, value }: Figure): string {
  return wordsOf(value, UNITS[counts]);
}

/** "13 of 20 people": never a bare number where the denominator is known. */
function figureWords(figure: Figure): string {
  const { counts, value, of } = figure;
  if (of === null) return countWords(figure);
  return `${value.toLocaleString("en-GB")} of ${of.toLocaleString("en-GB")} ${UNITS[counts][of === 1 ? "one" : "many"]}`;
}

/**
 * "44 people were present at 3 roundtables. These figures are based on 231 contributions." Some may have said
 * nothing.
 */
export function headline({ scope, people, contributions }: ThemeTable): string {
  const where = scope.roundtable ? "at this roundtable" : `at ${roundtables(scope.roundtables)}`;
  const were = people.value === 1 ? "was" : "were";
  return `${sentence(`${countWords(people)} ${were} present ${where}`)} These figures are based on ${countWords(contributions)}.`;
}

function roundtables(count: number): string {
  return `${count} ${count === 1 ? "roundtable" : "roundtables"}`;
}

/** The text alternative of a bar of so many people in each segment, in SEGMENT_ORDER, out of those present. */
export function barWords(counts: readonly number[], present: number): string {
  const people = counts.reduce((sum, count) => sum + count, 0);
  if (people === 0) return "Nobody raised it.";
  const parts = SEGMENT_ORDER.flatMap((name, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? [] : [`${SEGMENT_WORDS[name].words}: ${count.toLocaleString("en-GB")}`];
  });
  return `${figureWords({ counts: "people", value: people, of: present })}. ${parts.join(". ")}.`;
}

/** A theme's figures in a sentence, and those that are counted separately. */
export function themeSentence(
  { people, contributions, roundtables }: ThemeFigures,
  scope: ThemeTable["scope"],
) {
  if (people.value === 0) return "No identified person raised this.";
  const where = scope.roundtable ? "" : `, at ${figureWords(roundtables)}`;
  return sentence(`${figureWords(people)} raised this, in ${countWords(contributions)}${where}`);
}

/** Contributions without a speaker, and shows of hands: in separate sentences from the people. */
export function separateCountSentences({ unidentified, hands }: ThemeFigures): string[] {
  const contributions = unidentified.value;
  const unknown =
    contributions === 0 ? [] : [`${moreWords(contributions, UNITS.contributions)} no known speaker.`];
  const shown = hands.map(({ value, of }) => {
    const asked = of === null ? "" : ` of ${of} asked`;
    return `In a show of hands, ${value}${asked} raised their hands. This is counted separately from the people above.`;
  });
  return [...unknown, ...shown];
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
