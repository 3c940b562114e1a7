import type { Calibration } from "./calibrate";
import type { Linear } from "./solve";
import type { Vocabulary } from "./features";

/** A theme's entry in the codebook; texts that are absent are empty. */
export type ThemeWords = {
  id: string;
  title: string;
  definition: string;
  includes: string;
  excludes: string;
  /** In the form of lib/tag/codebook/signal-words.ts. */
  signalWords: string;
};

/**
 * A contribution that somebody read: the themes found in it and those that a coder rejected. With at least
 * one theme found, all other themes that its readers were asked about count as absent (`askedIds`; left out
 * where they had the whole codebook). With none, only the rejected ones do.
 */
export type LabelledContribution = {
  text: string;
  themeIds: readonly string[];
  rejectedIds?: readonly string[];
  askedIds?: readonly string[];
};

export type Model = {
  method: string;
  version: string;
  themeIds: readonly string[];
  vocabulary: Vocabulary;
  /**
   * What was learned from the labels; and the codebook's words, expanded by what occurs with them in all
   * texts.
   */
  learned: Linear;
  codebook: Linear;
  calibration: Calibration;
  thresholds: readonly number[];
  /**
   * The most probable theme is suggested from this probability on, even below its own threshold; 1 for never.
   */
  likeliestFrom: number;
};

export type Suggestion = {
  themeId: string;
  probability: number;
  suggested: boolean;
  /**
   * The words that contributed most, in order of their effect, as spans of the text in code points, end
   * exclusive; empty where the theme is neither suggested nor among the five most probable.
   */
  words: { start: number; end: number; weight: number }[];
};
