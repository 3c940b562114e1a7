import { countWords, listWords, monthWords } from "../agreement-words/figure-words";
import type { RoundAgreement } from "../agreement/round-agreement";

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
    return `${coders} coders read them, and at least two coders read ${each ? "each contribution" : contributions}. No coder saw what the others set.`;
  if (each) return "2 coders read each contribution. Neither saw what the other set.";
  return `Of these, 2 coders both read ${contributions}. Neither saw what the other set.`;
}

/** Which of the drawn contributions the figures leave out, and how many the others stand for. */
export function coverWords({ draw, agreement }: Drawn): string[] {
  const sentences: string[] = [];
  const missing = draw.contributions - agreement.contributionsReadTwice;
  if (missing > 0)
    sentences.push(
      `They leave out ${missing.toLocaleString("en-GB")} of the contributions ${isAll(draw) ? "taken" : "drawn"}, because fewer than two coders read them, or they were struck out or erased.`,
    );
  if (missing === 0 && isAll(draw)) return sentences;
  const weighted = "Each contribution is weighted by the number of contributions in its group";
  // Figures kept before unread contributions were carried back stand for no number of contributions, unless
  // all were read.
  const represented = agreement.represented ?? (missing === 0 ? draw.represented : null);
  if (represented === null) return [...sentences, `${weighted} for each one drawn.`];
  sentences.push(
    `${weighted} ${missing > 0 ? "for each one that at least two coders read" : "for each one drawn"}, so the figures stand for ${representedWords(represented, draw)}.`,
  );
  if (missing > 0)
    sentences.push(
      "This assumes that coders would have read the contributions left out like the others in their group.",
    );
  return sentences;
}

function representedWords(represented: number, { population }: Draw): string {
  const contributions = countWords(represented, "contribution", "contributions");
  if (represented === population) return `all ${contributions}`;
  const others = (population - represented).toLocaleString("en-GB");
  return `the ${contributions} in groups where at least two coders read a contribution, and not for the other ${others}`;
}

function isAll({ contributions, population }: Draw): boolean {
  return contributions === population;
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}
