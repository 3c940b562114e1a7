import { performance } from "node:perf_hooks";
import { seededRandom } from "@/lib/platform/random";
import { shuffle } from "@/lib/tag/suggestion/solve";
import { suggest } from "@/lib/tag/suggestion/suggest";
import { trainModel } from "@/lib/tag/suggestion/train";
import type { ThemeWords } from "@/lib/tag/suggestion/types";
import { calibrationError, macroF1, microF1, rankingPrecision, reliability, type Bin } from "./measures";
import type { Contribution } from "./suggest-contributions";

/** The suggestions for one held-out contribution, the themes in the codebook's order. */
export type Answer = { truth: boolean[]; scores: number[]; said: boolean[] };
export type Trial = { answers: Answer[]; dull: Answer[]; trainSeconds: number; perTextMs: number };

/**
 * Trains on some contributions, with the untagged ones, and suggests for others, which it has not seen at
 * all.
 */
export function tryOut(
  themes: ThemeWords[],
  tagged: Contribution[],
  untagged: Contribution[],
  held: Contribution[],
): Trial {
  const begun = performance.now();
  const model = trainModel(themes, tagged, { background: untagged.map(({ text }) => text) });
  const trained = performance.now();
  const suggestions = held.map(({ text }) => suggest(model, text));
  const perTextMs = (performance.now() - trained) / held.length;
  const answers = held.map((contribution, at) => {
    const byTheme = new Map(suggestions[at]?.map((suggestion) => [suggestion.themeId, suggestion]));
    return {
      truth: themes.map(({ id }) => contribution.themeIds.includes(id)),
      scores: themes.map(({ id }) => byTheme.get(id)?.probability ?? 0),
      said: themes.map(({ id }) => byTheme.get(id)?.suggested ?? false),
    };
  });
  const dull = dullAnswer(themes, tagged);
  return {
    answers,
    dull: answers.map(({ truth }) => ({ ...dull, truth })),
    trainSeconds: (trained - begun) / 1000,
    perTextMs,
  };
}

/**
 * The baseline: the same answer for everything, themes by how often they were tagged; the first is suggested.
 */
function dullAnswer(themes: ThemeWords[], tagged: Contribution[]) {
  const scores = themes.map(
    ({ id }, k) =>
      tagged.filter((contribution) => contribution.themeIds.includes(id)).length - k / themes.length,
  );
  const first = scores.indexOf(Math.max(...scores));
  return { scores, said: scores.map((_, k) => k === first) };
}

export type Figures = { micro_f1: number; macro_f1: number; lrap: number; ece: number };

export function figuresOf(answers: Answer[]): Figures {
  return {
    micro_f1: microF1(answers),
    macro_f1: macroF1(answers),
    lrap: rankingPrecision(answers),
    ece: calibrationError(binsOf(answers)),
  };
}

export function binsOf(answers: Answer[]): Bin[] {
  return reliability(
    answers.flatMap(({ truth, scores }) => truth.map((is, k) => ({ said: scores[k] ?? 0, true: is }))),
  );
}

/** The contributions in an order drawn by the seed. */
export function drawn(contributions: Contribution[], seed: number): Contribution[] {
  const order = Int32Array.from(contributions, (_, at) => at);
  shuffle(order, seededRandom(seed));
  return Array.from(order, (at) => contributions[at]).filter((contribution) => contribution !== undefined);
}
