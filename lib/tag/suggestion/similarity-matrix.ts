import type { SimilarityIndex } from "./similarity-index";

/**
 * Cosine similarity of every two contributions of an index, in its order: 1 on the diagonal. Time and space grow
 * with the square of their number.
 */
export function similarityMatrix(index: SimilarityIndex): Float64Array[] {
  const size = index.contributions.length;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (let shingle = 0; shingle < index.numbers.size; shingle += 1) {
    const from = index.starts[shingle] ?? 0;
    const to = index.starts[shingle + 1] ?? 0;
    for (let a = from; a < to; a += 1) {
      const row = rows[index.holders[a] ?? 0];
      const part = index.parts[a] ?? 0;
      for (let b = from; row && b < to; b += 1) {
        const other = index.holders[b] ?? 0;
        row[other] = (row[other] ?? 0) + part * (index.parts[b] ?? 0);
      }
    }
  }
  rows.forEach((row, at) => (row[at] = 1));
  return rows;
}
