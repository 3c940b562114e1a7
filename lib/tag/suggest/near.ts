import { wordsOf } from "@/lib/tag/suggest/words";

/** Lines made ready for asking which are said nearly alike. */
export type NearIndex = {
  /** In the order of their ids, so that equally alike lines come in it as well. */
  lines: readonly { id: string; text: string }[];
  numbers: ReadonlyMap<string, number>;
  /** Where the holders of a shingle begin; one more than there are shingles. */
  starts: Int32Array;
  /** Which lines hold a shingle, and its part of a line whose length is 1. */
  holders: Int32Array;
  parts: Float32Array;
};

/** 1 is a repeat, 0 has nothing in common. */
export type Near = { id: string; likeness: number };

/** Two lines less alike than this are not said nearly alike. */
const LEAST = 0.3;
/** What differs by less is a repeat, rounding apart. */
const ROUNDING = 1e-5;
const PIECE = 4;
/** A piece of a word counts for less than the word; it is there for what is misspelt or otherwise inflected. */
const PIECE_COUNTS = 0.3;

/** Words by their stems, pairs of them, and pieces of four letters, each with its count. */
function shinglesOf(text: string): Map<string, number> {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  const count = (shingle: string) => counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  words.forEach(({ form, stem }, at) => {
    count(stem);
    const next = words[at + 1];
    if (next) count(`${stem} ${next.stem}`);
    for (let from = 0; from + PIECE <= form.length; from += 1) count(`#${form.slice(from, from + PIECE)}`);
  });
  return counts;
}

/** Indexes lines by their shingles; each line's id is its own. */
export function nearIndex(given: readonly { id: string; text: string }[]): NearIndex {
  const lines = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map<string, number>();
  const held: number[] = [];
  const shingles = lines.map(({ text }) => {
    const counts = shinglesOf(text);
    for (const shingle of counts.keys()) {
      const number = numbers.get(shingle) ?? numbers.size;
      numbers.set(shingle, number);
      held[number] = (held[number] ?? 0) + 1;
    }
    return counts;
  });
  const starts = new Int32Array(numbers.size + 1);
  held.forEach((times, number) => (starts[number + 1] = (starts[number] ?? 0) + times));
  const size = starts[numbers.size] ?? 0;
  const index = { lines, numbers, starts, holders: new Int32Array(size), parts: new Float32Array(size) };
  const filled = starts.slice();
  shingles.forEach((counts, line) => {
    for (const [number, part] of partsOf(index, counts)) {
      const at = filled[number] ?? 0;
      index.holders[at] = line;
      index.parts[at] = part;
      filled[number] = at + 1;
    }
  });
  return index;
}

/** Known shingles with their parts of a vector of length 1, to which the unknown ones belong too: TF-IDF. */
function partsOf({ lines, numbers, starts }: NearIndex, counts: Map<string, number>): [number, number][] {
  const parts: [number, number][] = [];
  let square = 0;
  for (const [shingle, count] of counts) {
    const number = numbers.get(shingle);
    const held = number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
    const rarity = Math.log((1 + lines.length) / (1 + held)) + 1;
    const part = (1 + Math.log(count)) * rarity * (shingle.startsWith("#") ? PIECE_COUNTS : 1);
    square += part * part;
    if (number !== undefined) parts.push([number, part]);
  }
  const length = Math.sqrt(square);
  return parts.map(([number, part]) => [number, part / length]);
}

/**
 * The lines said nearly as this text, or as the line of this id, which is left out itself: the cosine of their
 * shingles, most alike first.
 */
export function nearLines(
  index: NearIndex,
  of: { text: string } | { id: string },
  { limit }: { limit: number },
): Near[] {
  const text = "text" in of ? of.text : index.lines.find(({ id }) => id === of.id)?.text;
  if (text === undefined) return [];
  const likenesses = new Float64Array(index.lines.length);
  for (const [number, part] of partsOf(index, shinglesOf(text))) {
    const to = index.starts[number + 1] ?? 0;
    for (let at = index.starts[number] ?? 0; at < to; at += 1) {
      const line = index.holders[at] ?? 0;
      likenesses[line] = (likenesses[line] ?? 0) + part * (index.parts[at] ?? 0);
    }
  }
  const near: Near[] = [];
  index.lines.forEach(({ id }, line) => {
    const likeness = likenesses[line] ?? 0;
    if (likeness < LEAST || ("id" in of && id === of.id)) return;
    near.push({ id, likeness: likeness > 1 - ROUNDING ? 1 : likeness });
  });
  // The sort keeps the order of ids where likenesses are equal.
  return near.sort((a, b) => b.likeness - a.likeness).slice(0, limit);
}
