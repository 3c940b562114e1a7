import { evidenceOf, probabilityOf } from "./calibrate";
import { rowsOf, vectorOf, visitFeatures, type Sparse } from "./features";
import { scoreRow } from "./solve";
import type { Model, Suggestion } from "./types";
import { wordsOf, type Word } from "./words";

const MAX_WORDS = 5;
/**
 * How many of the most probable themes are explained in addition to the suggested ones; explaining takes
 * time.
 */
const EXPLAINED = 5;

/**
 * Every theme with its probability in the text, the most probable first; equal ones in the codebook's order.
 */
export function suggest(model: Model, text: string): Suggestion[] {
  const words = wordsOf(text);
  const vector = vectorOf(model.vocabulary, words);
  const places = placesOf(model, words, vector);
  const suggestions: Suggestion[] = evidenceIn(model, vector).map((evidence, k) => {
    const probability = probabilityOf(model.calibration, k, evidence);
    return {
      themeId: model.themeIds[k] ?? "",
      probability,
      suggested: probability >= (model.thresholds[k] ?? 1),
      words: [],
    };
  });
  suggestions.sort((a, b) => b.probability - a.probability);
  const [first] = suggestions;
  // Nothing is suggested for a text without a single known word.
  if (vector.ids.length === 0) for (const suggestion of suggestions) suggestion.suggested = false;
  else if (first && !suggestions.some(({ suggested }) => suggested)) {
    first.suggested = first.probability >= model.likeliestFrom;
  }
  suggestions.forEach((suggestion, at) => {
    if (at >= EXPLAINED && !suggestion.suggested) return;
    suggestion.words = carriersOf(model, words, places, model.themeIds.indexOf(suggestion.themeId));
  });
  return suggestions;
}

function evidenceIn(model: Model, vector: Sparse) {
  const rows = rowsOf([vector]);
  const learned = new Float64Array(model.themeIds.length);
  const codebook = new Float64Array(model.themeIds.length);
  scoreRow(model.learned, rows, 0, learned);
  scoreRow(model.codebook, rows, 0, codebook);
  return evidenceOf(learned, codebook);
}

/** Where a feature occurs: its first and last word, inclusive, and its value for each of them. */
type Place = { id: number; strength: number; from: number; to: number };

function placesOf({ vocabulary }: Model, words: readonly Word[], vector: Sparse): Place[] {
  const places: Place[] = [];
  const times = new Map<number, number>();
  visitFeatures(words, (name, from, to) => {
    const id = vocabulary.ids.get(name);
    if (id === undefined) return;
    times.set(id, (times.get(id) ?? 0) + 1);
    places.push({ id, strength: 0, from, to });
  });
  const strengths = new Map<number, number>();
  vector.ids.forEach((id, at) => strengths.set(id, (vector.values[at] ?? 0) / (times.get(id) ?? 1)));
  for (const place of places) place.strength = (strengths.get(place.id) ?? 0) / (place.to - place.from + 1);
  return places;
}

/** The words that raised the theme's log-odds, with how much, the largest first. */
function carriersOf(model: Model, words: readonly Word[], places: readonly Place[], k: number) {
  const count = model.themeIds.length;
  const [byLearned = 0, byCodebook = 0] = model.calibration.factors;
  const weights = new Float64Array(words.length);
  for (const { id, strength, from, to } of places) {
    const at = id * count + k;
    const weight =
      byLearned * (model.learned.weights[at] ?? 0) + byCodebook * (model.codebook.weights[at] ?? 0);
    for (let word = from; word <= to; word += 1) weights[word] = (weights[word] ?? 0) + strength * weight;
  }
  return words
    .map(({ start, end }, at) => ({ start, end, weight: weights[at] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, MAX_WORDS);
}
