import { describe, expect, test } from "vitest";
import { publishCount } from "../published-count";
import type { ToldFigure } from "../report/figure-ref";
import { readFigure, saidAgain, saysFigure, waysToSay } from "./told-words";

const FIGURES: ToldFigure[] = [
  { is: "exact", n: 1_240 },
  { is: "most of them" },
  ...[0, 3, 7, 15, 29].map((people): ToldFigure => ({ is: "people", figure: publishCount(people, 29, 5) })),
];

describe.each(FIGURES)("a figure, %o", (told) => {
  const ways = waysToSay(told);

  test("is read in each way to say it, and said again in the same way", () => {
    for (const way of ways) {
      const said = readFigure(way);
      expect(said, way).toMatchObject({ capital: false, whom: "" });
      const again = said && saidAgain(said, told);
      expect(again && readFigure(again), way).toEqual(said);
    }
  });

  test("keeps its capital and whom it is said of", () => {
    const [way = ""] = ways;
    const text = `${way.slice(0, 1).toUpperCase()}${way.slice(1)} of those present`;
    const said = readFigure(text);
    expect(saysFigure(text, told)).toBe(true);
    expect(said).toMatchObject({ capital: /^\p{Lu}/u.test(text), whom: " of those present" });
    expect(said && saidAgain(said, told)).toBe(text);
  });

  test("is none once somebody wrote a word into it, wherever it stands", () => {
    for (const way of ways)
      for (let at = 0; at <= way.length; at++)
        expect(readFigure(`${way.slice(0, at)} as heard ${way.slice(at)}`)).toBeNull();
  });
});
