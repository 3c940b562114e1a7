import { expect, test } from "vitest";
import { firstMatch, narrowTrees, themesInOrder, themeTrees } from "./theme-tree";
import type { Axis } from "./theme";

const theme = (id: string, title: string, parentId: string | null = null, axis: Axis = "theme") => ({
  id,
  title,
  parentId,
  axis,
});

const BOOK = [
  theme("funding", "Accessibility and funding"),
  theme("regional", "Regional uptake", "funding"),
  theme("trust", "Trust subsidy", "funding"),
  theme("coaching", "Coaching"),
  theme("orphan", "Under a retired theme", "retired"),
  theme("workload", "Workload", null, "area"),
];
const shown = (typed: string) => themesInOrder(narrowTrees(themeTrees(BOOK), typed)).map(({ id }) => id);

test("each theme occurs once, its children directly after it, and areas are separate", () => {
  const trees = themeTrees(BOOK);
  expect(trees.map(({ axis }) => axis)).toEqual(["theme", "area"]);
  expect(trees[0]?.branches.map(({ theme, under }) => [theme.id, under.map(({ id }) => id)])).toEqual([
    ["funding", ["regional", "trust"]],
    ["coaching", []],
    ["orphan", []],
  ]);
  expect(themesInOrder(trees)).toEqual(BOOK);
});

test("typed words narrow it, in any order and ignoring case", () => {
  expect(shown("")).toHaveLength(BOOK.length);
  expect(shown("FUND access")).toEqual(["funding", "regional", "trust"]);
  expect(shown("  coach ")).toEqual(["coaching"]);
  expect(shown("nothing like it")).toEqual([]);
});

test("a parent stays as the place of its children, and Enter does not set it", () => {
  expect(shown("subsidy")).toEqual(["funding", "trust"]);
  const first = (typed: string) => firstMatch(narrowTrees(themeTrees(BOOK), typed), typed)?.id;
  expect(first("subsidy")).toBe("trust");
  expect(first("")).toBe("funding");
  expect(first("work")).toBe("workload");
  expect(first("nothing like it")).toBeUndefined();
});
