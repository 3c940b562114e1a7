/** Polynomial digests (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987), modulo 2 to the 32. */
const BASE = 1_000_003;

/**
 * Makes a function that gives a digest of the rows from one to before another, in the same time for any number of
 * them. Equal rows have equal digests; rows with equal digests may differ. NaN where there are not so many rows.
 */
export function digestsIn(rows: readonly string[]): (from: number, to: number) => number {
  const sums = new Int32Array(rows.length + 1);
  const powers = new Int32Array(rows.length + 1).fill(1);
  for (const [at, row] of rows.entries()) {
    sums[at + 1] = Math.imul(sums[at] ?? 0, BASE) + digestOf(row);
    powers[at + 1] = Math.imul(powers[at] ?? 1, BASE);
  }
  return (from, to) => {
    if (to > rows.length) return Number.NaN;
    return ((sums[to] ?? 0) - Math.imul(sums[from] ?? 0, powers[to - from] ?? 1)) | 0;
  };
}

function digestOf(row: string): number {
  let digest = 1;
  for (let unit = 0; unit < row.length; unit++) digest = (Math.imul(digest, BASE) + row.charCodeAt(unit)) | 0;
  return digest;
}
