import { describe, expect, it } from "vitest";
import { codebookTexts, codebookWeights } from "./codebook-weights";
import { vocabularyOf } from "./features";
import { wordsOf } from "./words";

const theme = (id: string, signalWords: string) => ({
  id,
  title: "",
  definition: "",
  includes: "",
  excludes: "",
  signalWords,
});

function weightsOf(themes: ReturnType<typeof theme>[]) {
  const texts = ["The sounding board mentor", "A sounding board mentor"].map(wordsOf);
  const vocabulary = vocabularyOf([...texts, ...codebookTexts(themes)]);
  const { weights } = codebookWeights(vocabulary, themes);
  return (name: string) =>
    themes.map((_, k) => weights[(vocabulary.ids.get(name) ?? NaN) * themes.length + k]);
}

describe("the weights of signal words", () => {
  it("are for words and for pairs within a phrase, and for no pair across two phrases", () => {
    const of = weightsOf([theme("a", "sounding board, mentor"), theme("b", "")]);
    expect(of("sound board")[0]).toBeGreaterThan(0);
    expect(of("mentor")[0]).toBeGreaterThan(0);
    expect(of("board mentor")).toEqual([0, 0]);
    expect(of("mentor")[1]).toBe(0);
  });

  it("are divided among the themes that have the same word", () => {
    const alone = weightsOf([theme("a", "mentor"), theme("b", "board")])("mentor")[0] ?? 0;
    const shared = weightsOf([theme("a", "mentor"), theme("b", "mentor")])("mentor");
    expect(shared[0]).toBe(shared[1]);
    expect(shared[0]).toBeLessThan(alone);
  });
});
