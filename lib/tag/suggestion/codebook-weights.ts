import { signalWordsOf } from "@/lib/tag/codebook/signal-words";
import { vectorOf, type Vocabulary } from "./features";
import type { Linear } from "./solve";
import type { ThemeWords } from "./types";
import { wordsOf, type Word } from "./words";

/** Words that are frequent in definitions but say nothing about a theme. */
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

/** The weight of each part of a theme's entry; what it excludes has a negative weight. */
const PARTS = [
  { part: "title", counts: 1 },
  { part: "includes", counts: 0.8 },
  { part: "definition", counts: 0.6 },
  { part: "excludes", counts: -0.6 },
] as const;
const SIGNAL_WORDS = 1;

function tellingWords(text: string): Word[] {
  return wordsOf(text).filter(({ form }) => isTelling(form));
}

/** Whether a word says something about a theme: "the" may have a weight, but explains nothing. */
export function isTelling(form: string): boolean {
  return !EMPTY.has(form);
}

/** One part of a theme's entry, and its weight. */
type Part = { words: Word[]; counts: number };

/**
 * Signal words together weigh as much as the title; each phrase is a separate part, so that no pair of words
 * spans two.
 */
function partsOf(theme: ThemeWords): Part[] {
  const phrases = signalWordsOf(theme.signalWords).map(tellingWords);
  return [
    ...PARTS.map(({ part, counts }) => ({ words: tellingWords(theme[part]), counts })),
    ...phrases.map((words) => ({ words, counts: SIGNAL_WORDS / Math.sqrt(phrases.length) })),
  ];
}

/** A codebook's own words, theme by theme, for the vocabulary. */
export function codebookTexts(themes: readonly ThemeWords[]): Word[][] {
  return themes.map((theme) => partsOf(theme).flatMap(({ words }) => words));
}

/**
 * Weights from the codebook's words alone: the similarity of a contribution to each theme's entry. Title,
 * definition and signal words are the query of a vector space model (Salton, Wong and Yang, "A vector space
 * model for automatic indexing", Communications of the ACM 18, 1975), which feedback.ts and
 * semi-supervised.ts expand.
 */
export function codebookWeights(vocabulary: Vocabulary, themes: readonly ThemeWords[]): Linear {
  const count = themes.length;
  const weights = new Float32Array(vocabulary.idf.length * count);
  themes.forEach((theme, k) => {
    for (const { words, counts } of partsOf(theme)) {
      const { ids, values } = vectorOf(vocabulary, words);
      ids.forEach((id, at) => {
        const place = id * count + k;
        weights[place] = (weights[place] ?? 0) + counts * (values[at] ?? 0);
      });
    }
  });
  shareOut(weights, count);
  return { weights, bias: new Float32Array(count) };
}

/**
 * A word that several themes have is divided among them (inverse category frequency), because it says less
 * about each.
 */
function shareOut(weights: Float32Array, count: number) {
  for (let from = 0; from < weights.length; from += count) {
    const row = weights.subarray(from, from + count);
    const holders = row.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0);
    if (holders < 2) continue;
    row.forEach((weight, k) => (row[k] = weight / holders));
  }
}
