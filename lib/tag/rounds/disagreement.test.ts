import { expect, test } from "vitest";
import type { Stance } from "@/lib/capture/contribution/stance";
import { disagreements, isReadByTwo, stancesTogether, type ReadContribution } from "./disagreement";

type Said = Record<string, Stance[]>;
const contribution = (contributionId: string, ...readings: (Said | null)[]): ReadContribution => ({
  contributionId,
  readings: readings.map((said) => said && new Map(Object.entries(said))),
});

test("some set the theme and some did not, or all did with different stances", () => {
  const contributions = [
    contribution("one", { fees: ["ask"] }, {}),
    contribution("two", { fees: ["ask"], time: ["ask"] }, { fees: ["improvement"], time: ["ask"] }),
    contribution("three", { fees: ["ask", "strength"] }, { fees: ["strength", "ask"] }),
    contribution("four", {}, {}, { time: ["observation"] }),
  ];
  expect(disagreements(contributions, ["time", "fees"])).toEqual([
    { contributionId: "one", themeId: "fees", kind: "presence" },
    { contributionId: "two", themeId: "fees", kind: "stance" },
    { contributionId: "four", themeId: "time", kind: "presence" },
  ]);
});

test("a coder who did not read the contribution says nothing about it", () => {
  const alone = contribution("one", { fees: ["ask"] }, null);
  expect(disagreements([alone], ["fees"])).toEqual([]);
  expect(isReadByTwo(alone)).toBe(false);
  expect(isReadByTwo(contribution("two", {}, null, {}))).toBe(true);
});

test("the agreed answer has every stance that anybody gave", () => {
  expect(
    stancesTogether(contribution("one", { fees: ["observation"] }, { fees: ["strength"] }), "fees"),
  ).toEqual(["strength", "observation"]);
  expect(stancesTogether(contribution("one", {}, null), "fees")).toEqual([]);
});
