import { expect, test } from "vitest";
import type { Stance } from "@/lib/capture/contribution/stance";
import { disagreements, isReadByTwo, stancesTogether, type ReadLine } from "./disagreement";

type Said = Record<string, Stance[]>;
const line = (contributionId: string, ...readings: (Said | null)[]): ReadLine => ({
  contributionId,
  readings: readings.map((said) => said && new Map(Object.entries(said))),
});

test("some set the theme and some did not, or all did under other stances", () => {
  const lines = [
    line("one", { fees: ["ask"] }, {}),
    line("two", { fees: ["ask"], time: ["ask"] }, { fees: ["improvement"], time: ["ask"] }),
    line("three", { fees: ["ask", "strength"] }, { fees: ["strength", "ask"] }),
    line("four", {}, {}, { time: ["observation"] }),
  ];
  expect(disagreements(lines, ["time", "fees"])).toEqual([
    { contributionId: "one", themeId: "fees", kind: "presence" },
    { contributionId: "two", themeId: "fees", kind: "stance" },
    { contributionId: "four", themeId: "time", kind: "presence" },
  ]);
});

test("who did not read the line says nothing about it", () => {
  const alone = line("one", { fees: ["ask"] }, null);
  expect(disagreements([alone], ["fees"])).toEqual([]);
  expect(isReadByTwo(alone)).toBe(false);
  expect(isReadByTwo(line("two", {}, null, {}))).toBe(true);
});

test("what was agreed on is every stance that anybody gave it", () => {
  expect(stancesTogether(line("one", { fees: ["observation"] }, { fees: ["strength"] }), "fees")).toEqual([
    "strength",
    "observation",
  ]);
  expect(stancesTogether(line("one", {}, null), "fees")).toEqual([]);
});
