import type { StoredContribution } from "@/lib/capture/contribution/contribution";
import { rowsOf, type Rows, type Sparse } from "./features";
import { wordsOf } from "./words";

type Contribution = Pick<StoredContribution, "id" | "text">;

/**
 * Contributions indexed for finding near-duplicates: a few large arrays, which are quick to transfer between
 * threads.
 */
export type SimilarityIndex = {
  /** In the order of their ids, so that equally similar contributions are too. */
  contributions: readonly Contribution[];
  /**
   * Contribution by contribution, the numbers of its shingles, and the weight of each in it before inverse
   * document frequency.
   */
  shingles: Rows;
  numbers: ReadonlyMap<string, number>;
  /** The inverse document frequency of each shingle. */
  rarities: Float32Array;
  /** Where the postings of a shingle begin; one more entry than there are shingles. */
  starts: Int32Array;
  /** The contributions with a shingle, and its component in their unit vectors. */
  holders: Int32Array;
  parts: Float32Array;
};

/** 1 is a repeat, 0 has nothing in common. */
export type SimilarContribution = { id: string; similarity: number };

/** Two contributions less similar than this are not near-duplicates. */
const LEAST = 0.3;
/** A smaller difference is due to rounding: the text is a repeat. */
const ROUNDING = 1e-5;
const PIECE = 4;
/** A character n-gram weighs less than a word; it is for words that are misspelt or inflected differently. */
const PIECE_COUNTS = 0.3;

/** Stems of words, pairs of them, and character n-grams of four letters, each with its weight. */
function shinglesOf(text: string): [shingle: string, weight: number][] {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  const count = (shingle: string) => counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  words.forEach(({ form, stem }, at) => {
    count(stem);
    const next = words[at + 1];
    if (next) count(`${stem} ${next.stem}`);
    for (let from = 0; from + PIECE <= form.length; from += 1) count(`#${form.slice(from, from + PIECE)}`);
  });
  return [...counts].map(([shingle, times]) => [
    shingle,
    (1 + Math.log(times)) * (shingle.startsWith("#") ? PIECE_COUNTS : 1),
  ]);
}

/**
 * Indexes contributions by their shingles; each contribution has its own id. Where all contributions of an
 * earlier index are among these unchanged, only new ones are split into shingles.
 */
export function similarityIndex(
  given: readonly Contribution[],
  before: SimilarityIndex | null = null,
): SimilarityIndex {
  const contributions = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ground = before && isWithin(before, contributions) ? before : null;
  const numbers = new Map(ground?.numbers);
  const known = new Map(ground?.contributions.map(({ id }, row) => [id, rowAt(ground.shingles, row)]));
  const shingles = rowsOf(contributions.map(({ id, text }) => known.get(id) ?? countedOf(text, numbers)));
  const starts = new Int32Array(numbers.size + 1);
  for (const number of shingles.ids) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  const rarities = Float32Array.from(starts.subarray(1), (held) => rarityOf(held, contributions.length));
  starts.forEach((held, at) => (starts[at] = held + (starts[at - 1] ?? 0)));
  const holders = new Int32Array(shingles.ids.length);
  const parts = new Float32Array(shingles.ids.length);
  const filled = starts.slice();
  contributions.forEach((_, contribution) => {
    for (const [number, part] of partsOf({ contributions, rarities }, rowAt(shingles, contribution))) {
      const at = filled[number] ?? 0;
      holders[at] = contribution;
      parts[at] = part;
      filled[number] = at + 1;
    }
  });
  return { contributions, shingles, numbers, rarities, starts, holders, parts };
}

function isWithin({ contributions }: SimilarityIndex, given: readonly Contribution[]): boolean {
  const texts = new Map(given.map(({ id, text }) => [id, text]));
  return contributions.every(({ id, text }) => texts.get(id) === text);
}

function rowAt({ starts, ids, values }: Rows, row: number): Sparse {
  const [from, to] = [starts[row], starts[row + 1]];
  return { ids: ids.subarray(from, to), values: values.subarray(from, to) };
}

function countedOf(text: string, numbers: Map<string, number>): Sparse {
  const weighed = shinglesOf(text);
  const ids = Int32Array.from(weighed, ([shingle]) => {
    const number = numbers.get(shingle) ?? numbers.size;
    numbers.set(shingle, number);
    return number;
  });
  return { ids, values: Float32Array.from(weighed, ([, weight]) => weight) };
}

/** Inverse document frequency, smoothed as if one more contribution had every shingle. */
function rarityOf(held: number, contributions: number): number {
  return Math.log((1 + contributions) / (1 + held)) + 1;
}

const UNKNOWN = -1;

/** Known shingles with their components of a unit vector to which the unknown ones belong too: TF-IDF. */
function partsOf(
  { contributions, rarities }: Pick<SimilarityIndex, "contributions" | "rarities">,
  { ids, values }: Sparse,
): [number, number][] {
  const parts: [number, number][] = [];
  let square = 0;
  ids.forEach((number, at) => {
    const rarity = rarities[number];
    const part = (values[at] ?? 0) * (rarity ?? rarityOf(0, contributions.length));
    square += part * part;
    if (rarity !== undefined) parts.push([number, part]);
  });
  const length = Math.sqrt(square);
  return parts.map(([number, part]) => [number, part / length]);
}

/**
 * The near-duplicates of this text, or of the contribution with this id, which is left out itself: by cosine
 * similarity of their shingles, most similar first.
 */
export function similarContributions(
  index: SimilarityIndex,
  of: { text: string } | { id: string },
  { limit }: { limit: number },
): SimilarContribution[] {
  const text = "text" in of ? of.text : index.contributions.find(({ id }) => id === of.id)?.text;
  if (text === undefined) return [];
  const weighed = shinglesOf(text);
  const ids = Int32Array.from(weighed, ([shingle]) => index.numbers.get(shingle) ?? UNKNOWN);
  const values = Float32Array.from(weighed, ([, weight]) => weight);
  const similarities = new Float64Array(index.contributions.length);
  for (const [number, part] of partsOf(index, { ids, values })) {
    const to = index.starts[number + 1] ?? 0;
    for (let at = index.starts[number] ?? 0; at < to; at += 1) {
      const contribution = index.holders[at] ?? 0;
      similarities[contribution] = (similarities[contribution] ?? 0) + part * (index.parts[at] ?? 0);
    }
  }
  const similar: SimilarContribution[] = [];
  index.contributions.forEach(({ id }, contribution) => {
    const similarity = similarities[contribution] ?? 0;
    if (similarity < LEAST || ("id" in of && id === of.id)) return;
    similar.push({ id, similarity: similarity > 1 - ROUNDING ? 1 : similarity });
  });
  // The sort is stable, so equal similarities stay in the order of ids.
  return similar.sort((a, b) => b.similarity - a.similarity).slice(0, limit);
}
