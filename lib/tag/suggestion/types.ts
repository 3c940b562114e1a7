import type { Calibration } from "./calibrate";
import type { Linear } from "./solve";
import type { Vocabulary } from "./features";

/** What a codebook says of a theme; empty texts where it says nothing. */
export type ThemeWords = {
  id: string;
  title: string;
  definition: string;
  includes: string;
  excludes: string;
  /** As lib/tag/codebook/signal-words.ts keeps them. */
  signalWords: string;
};

/**
 * A contribution that somebody read: the themes found in it and those that a coder turned down. With at least
 * one theme found, all others count as absent that its readers were asked about (`askedIds`; left out where
 * they had the whole codebook); with none, only those turned down do.
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
   * What was learned from the labels; what the codebook's words say, expanded by what goes with them in all
   * texts.
   */
  learned: Linear;
  codebook: Linear;
  calibration: Calibration;
  thresholds: readonly number[];
  /** The likeliest theme is suggested from this probability on, even under its own threshold; 1 for never. */
  likeliestFrom: number;
};

export type Suggestion = {
  themeId: string;
  probability: number;
  suggested: boolean;
  /**
   * The words that carried it most, most first, as spans of the text in code points, end exclusive; none
   * where the theme is neither suggested nor among the five likeliest.
   */
  words: { start: number; end: number; weight: number }[];
};
