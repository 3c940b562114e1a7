import { inOneGo, type Steps } from "@/lib/platform/steps";
import { calibrationOf, evidenceOf, probabilityOf, type Evidence, type Pair } from "./calibrate";
import { codebookTexts, codebookWeights } from "./codebook-weights";
import { withFeedback } from "./feedback";
import { rowsOf, TEXTS_A_STEP, vectorOf, vocabularyOf, type Sparse } from "./features";
import { costsOf, labelsOf, partsOf, type Labels } from "./labels";
import { priorVarianceOf } from "./prior-variance";
import { scoreRow, solve, type Linear, type Problem } from "./solve";
import { thresholdsOf } from "./thresholds";
import type { LabelledContribution, Model, ThemeWords } from "./types";
import { wordsOf, type Word } from "./words";

/** What every suggestion is marked with; the version goes up with whatever changes a probability. */
export const METHOD = { method: "words-and-codebook", version: "3" } as const;

export type TrainingOptions = {
  /** Contributions nobody has tagged: they tell how common words are and which go together. */
  background?: readonly string[];
  seed?: number;
};

const PASSES = 5;
/** Fewer contributions than this are held out in more parts, which costs little then. */
const FEW_CONTRIBUTIONS = 200;
const MAX_BACKGROUND = 4_000;

/**
 * Learns from a codebook and from labelled contributions, in steps of some milliseconds, so that a server can
 * do other work between them. The same input gives the same model. Probabilities and thresholds come from
 * scores of contributions that were held out in turn.
 */
export function* trainingSteps(
  themes: readonly ThemeWords[],
  labelled: readonly LabelledContribution[],
  { background = [], seed = 1 }: TrainingOptions = {},
): Steps<Model> {
  const contributions = yield* readWords(labelled.map(({ text }) => text));
  const others = yield* readWords(spread(background, MAX_BACKGROUND));
  const vocabulary = yield* vocabularyOf([...contributions, ...others, ...codebookTexts(themes)]);
  const vectors: Sparse[] = [];
  for (const words of [...contributions, ...others]) {
    if (vectors.length % TEXTS_A_STEP === 0) yield;
    vectors.push(vectorOf(vocabulary, words));
  }
  const all = rowsOf(vectors);
  yield;
  const codebook = withFeedback(codebookWeights(vocabulary, themes), all);
  yield;
  const labels = labelsOf(themes, labelled);
  const chosen = Int32Array.from(contributions, (_, row) => row);
  const problem: Unweighed = {
    rows: all,
    chosen,
    features: vocabulary.idf.length,
    themes: themes.length,
    targets: labels.present,
    costs: costsOf(labels, chosen, themes.length),
    codebook,
    passes: PASSES,
    seed,
  };
  const parts = contributions.length < FEW_CONTRIBUTIONS ? 5 : 3;
  const heldOut = yield* heldOutScores(problem, labels, parts);
  const learned = yield* learn(problem);
  const score = new Float64Array(themes.length);
  const evidence = heldOut.map((scores, row) => {
    scoreRow(codebook, all, row, score);
    return evidenceOf(scores, score);
  });
  yield;
  const calibration = yield* calibrationOf(pairsOf(evidence, labels), themes.length);
  const scored = evidence.map((contribution, row) => ({
    probabilities: Float64Array.from(contribution, (of, k) => probabilityOf(calibration, k, of)),
    present: labels.present.subarray(row * themes.length, (row + 1) * themes.length),
    known: labels.known.subarray(row * themes.length, (row + 1) * themes.length),
  }));
  const unlabelled: Float64Array[] = [];
  const learnedScore = new Float64Array(themes.length);
  for (let row = contributions.length; row < vectors.length; row += 1) {
    if (row % TEXTS_A_STEP === 0) yield;
    scoreRow(learned, all, row, learnedScore);
    scoreRow(codebook, all, row, score);
    unlabelled.push(
      Float64Array.from(evidenceOf(learnedScore, score), (of, k) => probabilityOf(calibration, k, of)),
    );
  }
  yield;
  const themeIds = themes.map(({ id }) => id);
  return {
    ...METHOD,
    themeIds,
    vocabulary,
    learned,
    codebook,
    calibration,
    ...thresholdsOf(scored, themes.length, unlabelled),
  };
}

/** All the steps of training at once. */
export function trainModel(...input: Parameters<typeof trainingSteps>): Model {
  return inOneGo(trainingSteps(...input));
}

function* readWords(texts: readonly string[]): Steps<Word[][]> {
  const read: Word[][] = [];
  for (const text of texts) {
    if (read.length % TEXTS_A_STEP === 0) yield;
    read.push(wordsOf(text));
  }
  return read;
}

type Unweighed = Omit<Problem, "priorVariance"> & { codebook: Linear };

function* learn(problem: Unweighed): Steps<Linear> {
  const priorVariance = yield* priorVarianceOf(problem);
  return yield* solve({ ...problem, priorVariance });
}

/** Each contribution's scores from a model that has not seen it. */
function* heldOutScores(problem: Unweighed, labels: Labels, parts: number): Steps<Float64Array[]> {
  const { rows, chosen, themes, seed } = problem;
  const part = partsOf(chosen.length, parts, seed);
  const scores = Array.from(chosen, () => new Float64Array(themes));
  for (let held = 0; held < parts; held += 1) {
    const rest = chosen.filter((row) => part[row] !== held);
    const costs = costsOf(labels, rest, themes);
    const linear = yield* learn({ ...problem, chosen: rest, costs });
    yield;
    scores.forEach((score, row) => {
      if (part[row] === held) scoreRow(linear, rows, row, score);
    });
  }
  return scores;
}

function pairsOf(evidence: readonly Evidence[][], { present, known }: Labels): Pair[] {
  const pairs: Pair[] = [];
  evidence.forEach((contribution, row) => {
    contribution.forEach((of, theme) => {
      const at = row * contribution.length + theme;
      if (known[at]) pairs.push({ theme, evidence: of, present: present[at] === 1 });
    });
  });
  return pairs;
}

/** At most so many of the texts, evenly from the whole list. */
function spread(texts: readonly string[], most: number): readonly string[] {
  if (texts.length <= most) return texts;
  return Array.from({ length: most }, (_, at) => texts[Math.floor((at * texts.length) / most)] ?? "");
}
