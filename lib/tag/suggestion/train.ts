import { calibrationOf, evidenceOf, logOddsOf, probabilityOf, type Evidence, type Pair } from "./calibrate";
import { codebookTexts, codebookWeights } from "./codebook-weights";
import { withFeedback } from "./feedback";
import { rowsOf, vectorOf, vocabularyOf, type Rows } from "./features";
import { costsOf, labelsOf, partsOf, type Labels } from "./labels";
import { priorVarianceOf } from "./prior-variance";
import { responsibilitiesOf, withNaiveBayes } from "./semi-supervised";
import { scoreRow, solve, type Linear, type Problem } from "./solve";
import { thresholdsOf } from "./thresholds";
import type { LabelledContribution, Model, ThemeWords } from "./types";
import { wordsOf } from "./words";

/** The method of every suggestion; the version increases with any change of a probability. */
export const METHOD = { method: "words-and-codebook", version: "4" } as const;

export type TrainingOptions = {
  /** Contributions that nobody has tagged: they show how common words are and which occur together. */
  background?: readonly string[];
  seed?: number;
};

const PASSES = 5;
/** Below this many contributions cross-validation uses more folds, which costs little then. */
const FEW_CONTRIBUTIONS = 200;
const MAX_BACKGROUND = 4_000;

/**
 * Learns from a codebook, from labelled contributions and from unlabelled ones. The same input gives the same
 * model. Probabilities and thresholds come from the scores of held-out contributions (cross-validation).
 */
export function trainModel(
  themes: readonly ThemeWords[],
  labelled: readonly LabelledContribution[],
  { background = [], seed = 1 }: TrainingOptions = {},
): Model {
  const contributions = labelled.map(({ text }) => wordsOf(text));
  const others = spread(background, MAX_BACKGROUND).map(wordsOf);
  const vocabulary = vocabularyOf([...contributions, ...others, ...codebookTexts(themes)]);
  const vectors = [...contributions, ...others].map((words) => vectorOf(vocabulary, words));
  const all = rowsOf(vectors);
  const codebook = withFeedback(codebookWeights(vocabulary, themes), all);
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
  const heldOut = heldOutScores(problem, labels, parts);
  const learned = learn(problem);
  const evidence = evidenceOfRows(codebook, all, heldOut, 0);
  const begun = calibrationOf(pairsOf(evidence, labels), themes.length);
  const unread = scoresFrom(learned, all, contributions.length);
  const logOdds = [...evidence, ...evidenceOfRows(codebook, all, unread, contributions.length)].map(
    (contribution) => Float64Array.from(contribution, (of, k) => logOddsOf(begun, k, of)),
  );
  // A labelled contribution's own labels are not used here, or calibration would trust them too much.
  const expanded = withNaiveBayes(codebook, all, responsibilitiesOf(logOdds), contributions.length);
  const expandedEvidence = evidenceOfRows(expanded, all, heldOut, 0);
  const calibration = calibrationOf(pairsOf(expandedEvidence, labels), themes.length);
  const probabilitiesOf = (contribution: readonly Evidence[]) =>
    Float64Array.from(contribution, (of, k) => probabilityOf(calibration, k, of));
  const scored = expandedEvidence.map((contribution, row) => ({
    probabilities: probabilitiesOf(contribution),
    present: labels.present.subarray(row * themes.length, (row + 1) * themes.length),
    known: labels.known.subarray(row * themes.length, (row + 1) * themes.length),
  }));
  const unlabelled = evidenceOfRows(expanded, all, unread, contributions.length).map(probabilitiesOf);
  const themeIds = themes.map(({ id }) => id);
  return {
    ...METHOD,
    themeIds,
    vocabulary,
    learned,
    codebook: expanded,
    calibration,
    ...thresholdsOf(scored, themes.length, unlabelled),
  };
}

/** The learned scores of the rows from this one on. */
function scoresFrom(learned: Linear, rows: Rows, from: number): Float64Array[] {
  const scores: Float64Array[] = [];
  for (let row = from; row < rows.starts.length - 1; row += 1) {
    const score = new Float64Array(learned.bias.length);
    scoreRow(learned, rows, row, score);
    scores.push(score);
  }
  return scores;
}

/** The evidence in rows, the first of which is number `from`, from their learned scores and the codebook. */
function evidenceOfRows(codebook: Linear, rows: Rows, learned: readonly Float64Array[], from: number) {
  const score = new Float64Array(codebook.bias.length);
  return learned.map((scores, at) => {
    scoreRow(codebook, rows, from + at, score);
    return evidenceOf(scores, score);
  });
}

type Unweighed = Omit<Problem, "priorVariance"> & { codebook: Linear };

function learn(problem: Unweighed): Linear {
  return solve({ ...problem, priorVariance: priorVarianceOf(problem) });
}

/** Each contribution's scores from a model that has not seen it. */
function heldOutScores(problem: Unweighed, labels: Labels, parts: number): Float64Array[] {
  const { rows, chosen, themes, seed } = problem;
  const part = partsOf(chosen.length, parts, seed);
  const scores = Array.from(chosen, () => new Float64Array(themes));
  for (let held = 0; held < parts; held += 1) {
    const rest = chosen.filter((row) => part[row] !== held);
    const costs = costsOf(labels, rest, themes);
    const linear = learn({ ...problem, chosen: rest, costs });
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

/** At most this many of the texts, evenly spaced over the list. */
function spread(texts: readonly string[], most: number): readonly string[] {
  if (texts.length <= most) return texts;
  return Array.from({ length: most }, (_, at) => texts[Math.floor((at * texts.length) / most)] ?? "");
}
