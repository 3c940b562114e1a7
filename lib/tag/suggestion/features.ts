import type { Word } from "./words";

/** A text as numbers: its features, each once, and their values. */
export type Sparse = { ids: Int32Array; values: Float32Array };

/** The features seen in training. */
export type Vocabulary = {
  /** Stems, pairs of stems with a blank between, and character n-grams with "#" before them. */
  ids: ReadonlyMap<string, number>;
  /** Inverse document frequency of each, smoothed. */
  idf: Float32Array;
  /** Which of the three kinds each is. */
  kinds: Uint8Array;
};

const [STEM, PAIR, PIECE] = [0, 1, 2] as const;
/** The length of each kind's part of a vector: stems, pairs, n-grams. */
const LENGTHS = [1, 0.6, 1] as const;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 4;
/**
 * Beyond this number the rarest features are left out, to bound memory and time with tens of thousands of
 * contributions.
 */
const MAX_FEATURES = 40_000;

/** A word's character n-grams of three and four letters, with a blank at its beginning and end. */
function piecesOf(form: string): readonly string[] {
  const letters = Array.from(` ${form} `);
  const pieces: string[] = [];
  for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length += 1) {
    for (let from = 0; from + length <= letters.length; from += 1) {
      pieces.push(`#${letters.slice(from, from + length).join("")}`);
    }
  }
  return pieces;
}

/**
 * Calls `visit` with the name of each feature in order and the words that it comes from, from and to
 * inclusive.
 */
export function visitFeatures(
  words: readonly Word[],
  visit: (name: string, from: number, to: number) => void,
): void {
  words.forEach((word, at) => {
    visit(word.stem, at, at);
    const next = words[at + 1];
    if (next) visit(`${word.stem} ${next.stem}`, at, at + 1);
    for (const piece of piecesOf(word.form)) visit(piece, at, at);
  });
}

function kindOf(name: string): number {
  if (name.startsWith("#")) return PIECE;
  return name.includes(" ") ? PAIR : STEM;
}

/** The features of these texts: every stem, and the pairs and n-grams that occur in at least two texts. */
export function vocabularyOf(texts: readonly (readonly Word[])[]): Vocabulary {
  const seen = new Map<string, { last: number; texts: number }>();
  for (const [at, words] of texts.entries()) {
    visitFeatures(words, (name) => {
      const entry = seen.get(name);
      if (!entry) seen.set(name, { last: at, texts: 1 });
      else if (entry.last !== at) {
        entry.last = at;
        entry.texts += 1;
      }
    });
  }
  let kept = [...seen].filter(([name, entry]) => entry.texts > 1 || kindOf(name) === STEM);
  if (kept.length > MAX_FEATURES) {
    kept = kept.sort((a, b) => b[1].texts - a[1].texts || (a[0] < b[0] ? -1 : 1)).slice(0, MAX_FEATURES);
  }
  const idf = Float32Array.from(kept, ([, entry]) => Math.log((1 + texts.length) / (1 + entry.texts)) + 1);
  const kinds = Uint8Array.from(kept, ([name]) => kindOf(name));
  return { ids: new Map(kept.map(([name], id) => [name, id])), idf, kinds };
}

/**
 * TF-IDF with the logarithm of the count. Stems, pairs and n-grams are each normalised to their own length,
 * so that the many n-grams do not outweigh the few words.
 */
export function vectorOf(vocabulary: Vocabulary, words: readonly Word[]): Sparse {
  const counts = new Map<number, number>();
  visitFeatures(words, (name) => {
    const id = vocabulary.ids.get(name);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  const squares = LENGTHS.map(() => 0);
  const ids = Int32Array.from(counts.keys());
  const values = Float32Array.from(counts.values());
  ids.forEach((id, at) => {
    const value = (1 + Math.log(values[at] ?? 1)) * (vocabulary.idf[id] ?? 0);
    const kind = vocabulary.kinds[id] ?? 0;
    values[at] = value;
    squares[kind] = (squares[kind] ?? 0) + value * value;
  });
  ids.forEach((id, at) => {
    const kind = vocabulary.kinds[id] ?? 0;
    values[at] = ((values[at] ?? 0) * (LENGTHS[kind] ?? 0)) / Math.sqrt(squares[kind] ?? 1);
  });
  return { ids, values };
}

/** Rows of sparse vectors, one after another: row i is from `starts[i]` to `starts[i + 1]`. */
export type Rows = { starts: Int32Array; ids: Int32Array; values: Float32Array };

export function rowsOf(vectors: readonly Sparse[]): Rows {
  const starts = new Int32Array(vectors.length + 1);
  vectors.forEach((vector, row) => (starts[row + 1] = (starts[row] ?? 0) + vector.ids.length));
  const size = starts[vectors.length] ?? 0;
  const rows = { starts, ids: new Int32Array(size), values: new Float32Array(size) };
  vectors.forEach((vector, row) => {
    rows.ids.set(vector.ids, starts[row]);
    rows.values.set(vector.values, starts[row]);
  });
  return rows;
}
