/** The normal quantile for 95%. */
const Z = 1.959964;

export type Expected = {
  /** How many contributions there are to draw from. */
  population: number;
  /** The expected percent agreement, as a share. */
  agreement: number;
};

/**
 * Half the width of the 95% interval that a sample of `size` contributions will give the percent agreement of
 * two coders, as a share. It is Wilson's interval (1927), which has a width even where all agree, with the
 * size corrected for a finite population, so that reading every contribution gives 0. Contributions count as
 * independent; with several contributions from a speaker the interval is wider than this.
 */
export function halfWidth(size: number, { population, agreement }: Expected): number {
  if (!(size > 0 && size <= population))
    throw new RangeError("A sample has from 1 contribution to all of them.");
  if (!(agreement >= 0 && agreement <= 1)) throw new RangeError("Agreement is a share from 0 to 1.");
  if (size === population) return 0;
  const n = (size * (population - 1)) / (population - size);
  return (Z / (1 + Z ** 2 / n)) * Math.sqrt((agreement * (1 - agreement)) / n + Z ** 2 / (4 * n ** 2));
}

/** The smallest sample whose interval is at most `target` to either side: the inverse of halfWidth. */
export function sizeFor(target: number, expected: Expected): number {
  let tooFew = 0;
  let enough = expected.population;
  while (enough - tooFew > 1) {
    const size = Math.floor((tooFew + enough) / 2);
    if (halfWidth(size, expected) <= target) enough = size;
    else tooFew = size;
  }
  return enough;
}

/**
 * Half the width of the 95% interval that `size` contributions will give kappa, for two coders who set a
 * theme equally often (on a share `prevalence` of contributions). It uses the large-sample variance of
 * Fleiss, Cohen & Everitt (1969), which here has the closed form of Bloch & Kraemer (1989) that Donner &
 * Eliasziw (1992) use for planning studies. It is too narrow for small samples, for rare themes and for
 * speakers with several contributions, and is not corrected for a finite population: a guide to a sensible
 * size only.
 */
export function kappaHalfWidth(
  size: number,
  { kappa, prevalence }: { kappa: number; prevalence: number },
): number {
  if (!(size > 0)) throw new RangeError("A sample has at least 1 contribution.");
  if (!(prevalence > 0 && prevalence < 1))
    throw new RangeError("A theme is set on some contributions and not on others.");
  const bothSides = 2 * prevalence * (1 - prevalence);
  const variance = (1 - kappa) * ((1 - kappa) * (1 - 2 * kappa) + (kappa * (2 - kappa)) / bothSides);
  return Z * Math.sqrt(variance / size);
}
