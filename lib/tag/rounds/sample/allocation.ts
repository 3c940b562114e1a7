type Stratum = [name: string, contributions: number];

/**
 * How many of a sample of `size` each stratum gets: in proportion to its contributions, by the method of
 * largest remainders (Hamilton's method), and at least one where the size allows one for each. What these
 * minimums take is taken from the others, again in proportion. Equal remainders go to the larger stratum,
 * then by name. A size above the number of contributions takes them all. Results are in the order of the
 * strata's names.
 */
export function allocate(strata: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const filled = [...strata]
    .filter(([, contributions]) => contributions > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const shares = share(filled, Math.max(0, Math.min(Math.floor(size), totalOf(filled))));
  return new Map(filled.map(([name]) => [name, shares.get(name) ?? 0]));
}

function share(strata: readonly Stratum[], size: number): Map<string, number> {
  const total = totalOf(strata);
  const small =
    size < strata.length ? [] : strata.filter(([, contributions]) => contributions * size < total);
  if (small.length === 0) return byLargestRemainder(strata, size);
  const others = strata.filter((stratum) => !small.includes(stratum));
  return new Map([...small.map(([name]): Stratum => [name, 1]), ...share(others, size - small.length)]);
}

function byLargestRemainder(strata: readonly Stratum[], size: number): Map<string, number> {
  const total = totalOf(strata);
  // In integers, so that no tie is decided by rounding.
  const shares = strata.map(([name, contributions]) => {
    return {
      name,
      contributions,
      whole: Math.floor((contributions * size) / total),
      remainder: (contributions * size) % total,
    };
  });
  const over = size - shares.reduce((sum, { whole }) => sum + whole, 0);
  const byRemainder = [...shares].sort(
    (a, b) => b.remainder - a.remainder || b.contributions - a.contributions,
  );
  return new Map(byRemainder.map(({ name, whole }, place) => [name, whole + (place < over ? 1 : 0)]));
}

function totalOf(strata: readonly Stratum[]): number {
  return strata.reduce((sum, [, contributions]) => sum + contributions, 0);
}
