/**
 * The evidence for a theme in a contribution: the two scores, and the log of how many themes the contribution
 * seems to have.
 */
export type Evidence = { learned: number; codebook: number; rivals: number };

/**
 * A labelled pair of contribution and theme, with evidence from a model that had not seen the contribution.
 */
export type Pair = { theme: number; evidence: Evidence; present: boolean };

/**
 * The log-odds of a pair: the coefficient of each kind of evidence, a constant, and the theme's own offset.
 */
export type Calibration = { factors: readonly number[]; shifts: Float64Array };

/** The prior means of the coefficients (learned score, codebook score, rivals) and of the constant. */
function startOf(themes: number): number[] {
  // Where a contribution has few of the codebook's words, it is expected to have about one theme.
  return [0.9, 4, 0, 0.35 - Math.log(Math.max(1, themes - 1))];
}

/** The precision of each prior: inverse variances. */
const FIRM = [20, 0.5, 5, 2] as const;
const FIRM_SHIFT = 10;
const SIZE = FIRM.length;
const TURNS = 25;
/** Smoothing, which keeps the logarithm finite where no theme has evidence in a contribution. */
const SMOOTHING = 0.1;

/** The evidence for each theme in one contribution, from its two lists of scores. */
export function evidenceOf(learned: Float64Array, codebook: Float64Array): Evidence[] {
  let claims = SMOOTHING;
  for (const score of learned) claims += 1 / (1 + Math.exp(-score));
  const rivals = Math.log(claims);
  return Array.from(learned, (score, k) => ({ learned: score, codebook: codebook[k] ?? 0, rivals }));
}

function startingCalibration(themes: number): Calibration {
  return { factors: startOf(themes), shifts: new Float64Array(themes) };
}

/**
 * The probability of a theme before anything is labelled, for a contribution with this similarity to the
 * codebook's text for it.
 */
export function startingProbability(themes: number, similarity: number): number {
  return probabilityOf(startingCalibration(themes), 0, { learned: 0, codebook: similarity, rivals: 0 });
}

/**
 * Platt scaling (Platt, "Probabilistic outputs for support vector machines", 1999) for all themes at once: a
 * logistic regression on the evidence with Gaussian priors, which matter less the more pairs there are. It is
 * fitted by Newton's method, halving steps that do not help.
 */
export function calibrationOf(pairs: readonly Pair[], themes: number): Calibration {
  let calibration = startingCalibration(themes);
  let loss = lossOf(calibration, pairs);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const step = newtonStep(calibration, pairs);
    let length = 1;
    let next = moved(calibration, step, length);
    let nextLoss = lossOf(next, pairs);
    while (!(nextLoss <= loss) && length > 1e-3) {
      length /= 2;
      next = moved(calibration, step, length);
      nextLoss = lossOf(next, pairs);
    }
    if (!(nextLoss < loss)) break;
    const gained = loss - nextLoss;
    calibration = next;
    loss = nextLoss;
    if (gained < 1e-5 * loss) break;
  }
  return calibration;
}

export function probabilityOf(calibration: Calibration, theme: number, evidence: Evidence): number {
  return 1 / (1 + Math.exp(-logOddsOf(calibration, theme, evidence)));
}

/** The calibrated log-odds of a theme. */
export function logOddsOf(
  { factors, shifts }: Calibration,
  theme: number,
  { learned, codebook, rivals }: Evidence,
): number {
  const own = (factors[3] ?? 0) + (shifts[theme] ?? 0);
  return (factors[0] ?? 0) * learned + (factors[1] ?? 0) * codebook + (factors[2] ?? 0) * rivals + own;
}

function lossOf(calibration: Calibration, pairs: readonly Pair[]): number {
  const start = startOf(calibration.shifts.length);
  let loss = 0;
  calibration.factors.forEach((factor, i) => (loss += (FIRM[i] ?? 0) * (factor - (start[i] ?? 0)) ** 2));
  for (const shift of calibration.shifts) loss += FIRM_SHIFT * shift * shift;
  loss /= 2;
  for (const pair of pairs) {
    const odds = logOddsOf(calibration, pair.theme, pair.evidence) * (pair.present ? -1 : 1);
    loss += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
  }
  return loss;
}

function moved({ factors, shifts }: Calibration, step: Calibration, length: number): Calibration {
  return {
    factors: factors.map((factor, i) => factor + length * (step.factors[i] ?? 0)),
    shifts: shifts.map((shift, k) => shift + length * (step.shifts[k] ?? 0)),
  };
}

/**
 * The contribution of one theme's pairs to the gradient and the Hessian: for its offset, and for the offset
 * with each coefficient.
 */
type Own = { slope: number; curve: number; crossed: Float64Array };

/** The offsets are eliminated first, because each affects only its own theme's pairs. */
function newtonStep(calibration: Calibration, pairs: readonly Pair[]): Calibration {
  const start = startOf(calibration.shifts.length);
  const system = calibration.factors.map((factor, i) => {
    const row = new Float64Array(SIZE + 1);
    row[i] = FIRM[i] ?? 0;
    row[SIZE] = (FIRM[i] ?? 0) * ((start[i] ?? 0) - factor);
    return row;
  });
  const own = Array.from(calibration.shifts, (shift): Own => {
    return { slope: -FIRM_SHIFT * shift, curve: FIRM_SHIFT, crossed: new Float64Array(SIZE) };
  });
  const values = new Float64Array(SIZE).fill(1);
  for (const { theme, evidence, present } of pairs) {
    const p = probabilityOf(calibration, theme, evidence);
    const off = (present ? 1 : 0) - p;
    const curve = p * (1 - p);
    values[0] = evidence.learned;
    values[1] = evidence.codebook;
    values[2] = evidence.rivals;
    addOuter(system, values, curve, off);
    const mine = own[theme];
    if (!mine) continue;
    mine.slope += off;
    mine.curve += curve;
    for (let i = 0; i < SIZE; i += 1) mine.crossed[i] = (mine.crossed[i] ?? 0) + curve * (values[i] ?? 0);
  }
  for (const { slope, curve, crossed } of own) addOuter(system, crossed, -1 / curve, -slope / curve);
  const factors = solved(system);
  const shifts = Float64Array.from(own, ({ slope, curve, crossed }) => {
    return (slope - factors.reduce((sum, factor, i) => sum + factor * (crossed[i] ?? 0), 0)) / curve;
  });
  return { factors, shifts };
}

/**
 * Adds the outer product of the values times `curve` to the matrix, and the values times `slope` to its last
 * column.
 */
function addOuter(system: readonly Float64Array[], values: Float64Array, curve: number, slope: number) {
  for (let i = 0; i < SIZE; i += 1) {
    const row = system[i];
    const value = values[i] ?? 0;
    if (!row) continue;
    for (let j = 0; j < SIZE; j += 1) row[j] = (row[j] ?? 0) + curve * value * (values[j] ?? 0);
    row[SIZE] = (row[SIZE] ?? 0) + slope * value;
  }
}

/** Gauss-Jordan elimination; the matrix is positive definite, so no pivoting is needed. */
function solved(system: readonly Float64Array[]): number[] {
  system.forEach((row, i) => {
    const pivot = row[i] ?? 1;
    row.forEach((value, j) => (row[j] = value / pivot));
    system.forEach((other, o) => {
      if (o === i) return;
      const by = other[i] ?? 0;
      other.forEach((value, j) => (other[j] = value - by * (row[j] ?? 0)));
    });
  });
  return system.map((row) => row[SIZE] ?? 0);
}
