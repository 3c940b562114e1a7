import { countWords, listWords, monthWords } from "./figure-words";
import type { RoundAgreement } from "./round-agreement";

/** How the contributions of a round were drawn. */
export type Draw = {
  contributions: number;
  /** How many there were to draw from, and how many of these were in strata from which any was drawn. */
  population: number;
  represented: number;
  roundtables: number;
  /** What defined the strata: "roundtable", "phase". */
  by: readonly string[];
};

type Drawn = { draw: Draw; codedAt: Date; agreement: RoundAgreement };

/** How many contributions were drawn, out of how many, and when they were coded. */
export function drawWords({ draw, codedAt }: Drawn): string {
  const all = countWords(draw.population, "contribution", "contributions");
  const from = `from ${countWords(draw.roundtables, "roundtable", "roundtables")}`;
  const coded = `and coded in ${monthWords(codedAt)}`;
  if (isAll(draw)) return `All ${all} ${from} ${were(draw.contributions)} taken, ${coded}.`;
  const by = draw.by.length === 0 ? "" : `, in proportion by ${listWords(draw.by)}`;
  return `${draw.contributions.toLocaleString("en-GB")} of ${all} ${were(draw.contributions)} drawn at random${by}, ${from}, ${coded}.`;
}

/** How many of the drawn contributions were read, and by how many coders. */
export function readWords({ draw, agreement: { contributionsReadTwice, coders } }: Drawn): string {
  if (contributionsReadTwice === 0)
    return "No contribution was read by two coders, so no figure of agreement is given.";
  const each = contributionsReadTwice === draw.contributions;
  const contributions = countWords(contributionsReadTwice, "contribution", "contributions");
  if (coders > 2)
    return `They were read by ${coders} coders, none of whom saw what the others set, ${each ? "each contribution" : contributions} by at least two of them.`;
  if (each) return "Each was read by 2 coders, neither of whom saw what the other set.";
  return `Of these, ${contributions} ${were(contributionsReadTwice)} read by both of 2 coders, neither of whom saw what the other set.`;
}

/** Which of the drawn contributions the figures leave out, and how many the others stand for. */
export function coverWords({ draw, agreement }: Drawn): string[] {
  const sentences: string[] = [];
  const missing = draw.contributions - agreement.contributionsReadTwice;
  if (missing > 0)
    sentences.push(
      `They leave out ${missing.toLocaleString("en-GB")} of the contributions ${isAll(draw) ? "taken" : "drawn"}, which fewer than two coders read or which were struck out or erased.`,
    );
  if (missing === 0 && isAll(draw)) return sentences;
  const weighted = "Each contribution is weighted by how many of its group";
  // Figures stored before weights were adjusted for unread contributions give no number, unless all were
  // read.
  const represented = agreement.represented ?? (missing === 0 ? draw.represented : null);
  if (represented === null) return [...sentences, `${weighted} it was drawn for.`];
  sentences.push(
    `${weighted} ${missing > 0 ? "there are for each one that at least two coders read" : "it was drawn for"}, so that the figures stand for ${representedWords(represented, draw)}.`,
  );
  if (missing > 0)
    sentences.push(
      "This takes it that the contributions left out would have been read like the others of their group.",
    );
  return sentences;
}

function representedWords(represented: number, { population }: Draw): string {
  const contributions = countWords(represented, "contribution", "contributions");
  if (represented === population) return `all ${contributions}`;
  const others = (population - represented).toLocaleString("en-GB");
  return `the ${contributions} of the groups of which at least two coders read any, and not for the other ${others}`;
}

function isAll({ contributions, population }: Draw): boolean {
  return contributions === population;
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}
