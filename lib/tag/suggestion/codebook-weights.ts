import { vectorOf, type Vocabulary } from "./features";
import type { Linear } from "./solve";
import type { ThemeWords } from "./types";
import { wordsOf, type Word } from "./words";

/** Words that say nothing of a theme, though definitions are full of them. */
const EMPTY = new Set(
  (
    "a about above across after all also an and any are as at be been being between both but by can could did do " +
    "does doing during each etc for from get had has have having he her him his how i if in into is it its just " +
    "like may me more most much my no nor not of off on only or other our out over own per same she should so some " +
    "such than that the their them then there these they this those through to too under up us very was we well " +
    "were what when where whether which while who whom whose why will with within without would you your " +
    "something anything everything belong belongs here include includes including exclude excludes excluding " +
    "theme themes comment comments contribution contributions"
  ).split(" "),
);

/** How much each part of a theme's entry counts; what it excludes counts against it. */
const PARTS = [
  { part: "title", counts: 1 },
  { part: "includes", counts: 0.8 },
  { part: "definition", counts: 0.6 },
  { part: "excludes", counts: -0.6 },
] as const;

function tellingWords(text: string): Word[] {
  return wordsOf(text).filter(({ form }) => isTelling(form));
}

/** Whether a word says something of a theme: "the" may carry a score, and explains nothing. */
export function isTelling(form: string): boolean {
  return !EMPTY.has(form);
}

/** A codebook's own words, a theme at a time, for the vocabulary. */
export function codebookTexts(themes: readonly ThemeWords[]): Word[][] {
  return themes.map((theme) => PARTS.flatMap(({ part }) => tellingWords(theme[part])));
}

/**
 * Weights from the codebook's words alone: how alike a contribution is to what the codebook says of each
 * theme.
 */
export function codebookWeights(vocabulary: Vocabulary, themes: readonly ThemeWords[]): Linear {
  const count = themes.length;
  const weights = new Float32Array(vocabulary.idf.length * count);
  themes.forEach((theme, k) => {
    for (const { part, counts } of PARTS) {
      const { ids, values } = vectorOf(vocabulary, tellingWords(theme[part]));
      ids.forEach((id, at) => {
        const place = id * count + k;
        weights[place] = (weights[place] ?? 0) + counts * (values[at] ?? 0);
      });
    }
  });
  shareOut(weights, count);
  return { weights, bias: new Float32Array(count) };
}

/** What several themes say tells less of each. */
function shareOut(weights: Float32Array, count: number) {
  for (let from = 0; from < weights.length; from += count) {
    const row = weights.subarray(from, from + count);
    const holders = row.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0);
    if (holders < 2) continue;
    row.forEach((weight, k) => (row[k] = weight / Math.sqrt(holders)));
  }
}
