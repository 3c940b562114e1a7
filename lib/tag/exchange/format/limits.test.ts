import { describe, expect, test } from "vitest";
import { codes, fullProject, guidOf, known } from "@/tests/support/worlds/full-project";
import type { ExchangeSelection } from "../file/project";
import { themesOfCodes } from "../file/theme-codes";
import { matchContributions } from "../match-contributions";

describe("a small file with very much in it", () => {
  const over = (passages: number, contributions: number, codings = 1) => {
    const made = fullProject(contributions, codings);
    const [source] = made.sources;
    const [first] = source?.selections.filter((one) => one.codings.length > 0) ?? [];
    if (!source || !first) throw new Error("Nothing is coded.");
    const all = Array.from({ length: passages }, (_, n): ExchangeSelection => ({
      ...first,
      guid: guidOf("passage", n),
      start: 0,
      end: 1e6,
    }));
    return { ...made, sources: [{ ...source, selections: [...source.selections, ...all] }] };
  };

  test("is refused with a message before it fills the memory", () => {
    expect(() => matchContributions(over(2_000, 2_000), themesOfCodes(codes, []), known(2_000))).toThrow(
      /more than 300,000 codings on contributions of this review/,
    );
  });

  test("is refused where one contribution would have more codings than the page can send", () => {
    expect(() => matchContributions(over(1_100, 2), themesOfCodes(codes, []), known(2))).toThrow(
      /more than 1,000 codings on one contribution/,
    );
    expect(() => matchContributions(over(900, 2), themesOfCodes(codes, []), known(2))).not.toThrow();
  });
});
