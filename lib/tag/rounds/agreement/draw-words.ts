import { countWords, listWords, monthWords } from "./figure-words";
import type { RoundAgreement } from "./round-agreement";

/** How the lines of a round were drawn. */
export type Draw = {
  lines: number;
  /** How many there were to draw from, and how many of these were in the groups that any was drawn from. */
  population: number;
  represented: number;
  roundtables: number;
  /** What the groups were: "roundtable", "phase". */
  by: readonly string[];
};

type Drawn = { draw: Draw; codedAt: Date; agreement: RoundAgreement };

/** How many lines were drawn, out of how many, and when they were coded. */
export function drawWords({ draw, codedAt }: Drawn): string {
  const all = countWords(draw.population, "line", "lines");
  const from = `from ${countWords(draw.roundtables, "roundtable", "roundtables")}`;
  const coded = `and coded in ${monthWords(codedAt)}`;
  if (isAll(draw)) return `All ${all} ${from} ${were(draw.lines)} taken, ${coded}.`;
  const by = draw.by.length === 0 ? "" : `, in proportion by ${listWords(draw.by)}`;
  return `${draw.lines.toLocaleString("en-GB")} of ${all} ${were(draw.lines)} drawn at random${by}, ${from}, ${coded}.`;
}

/** How many of the lines drawn were read, and by how many coders. */
export function readWords({ draw, agreement: { linesReadTwice, coders } }: Drawn): string {
  if (linesReadTwice === 0) return "No line was read by two coders, so no figure of agreement is given.";
  const each = linesReadTwice === draw.lines;
  const lines = countWords(linesReadTwice, "line", "lines");
  if (coders > 2)
    return `They were read by ${coders} coders, none of whom saw what the others set, ${each ? "each line" : lines} by at least two of them.`;
  if (each) return "Each was read by 2 coders, neither of whom saw what the other set.";
  return `Of these, ${lines} ${were(linesReadTwice)} read by both of 2 coders, neither of whom saw what the other set.`;
}

/** Which of the lines drawn the figures leave out, and which lines they stand for. */
export function coverWords({ draw, agreement }: Drawn): string[] {
  const sentences: string[] = [];
  const missing = draw.lines - agreement.linesReadTwice;
  if (missing > 0)
    sentences.push(
      `They leave out ${missing.toLocaleString("en-GB")} of the lines ${isAll(draw) ? "taken" : "drawn"}, which fewer than two coders read or which were struck out or erased.`,
    );
  if (missing === 0 && isAll(draw)) return sentences;
  const weighted = "Each line is weighted by how many of its group";
  // Figures kept before unread lines were carried back stand for no number of lines, unless all were read.
  const represented = agreement.represented ?? (missing === 0 ? draw.represented : null);
  if (represented === null) return [...sentences, `${weighted} it was drawn for.`];
  sentences.push(
    `${weighted} ${missing > 0 ? "there are for each one that at least two coders read" : "it was drawn for"}, so that the figures stand for ${representedWords(represented, draw)}.`,
  );
  if (missing > 0)
    sentences.push(
      "This takes it that the lines left out would have been read like the others of their group.",
    );
  return sentences;
}

function representedWords(represented: number, { population }: Draw): string {
  const lines = countWords(represented, "line", "lines");
  if (represented === population) return `all ${lines}`;
  const others = (population - represented).toLocaleString("en-GB");
  return `the ${lines} of the groups of which at least two coders read any, and not for the other ${others}`;
}

function isAll({ lines, population }: Draw): boolean {
  return lines === population;
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}
