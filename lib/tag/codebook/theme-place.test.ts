import { describe, expect, test } from "vitest";
import { MoveThemeInput } from "./theme-input";
import { childrenAfterMerge, moveValue, parentChoices, putAfter, stepsOf } from "./theme-place";

const at = (id: string, parentId: string | null = null, over: { retired?: boolean } = {}) => ({
  id,
  parentId,
  axis: "theme" as const,
  retired: over.retired ?? false,
});
const A = at("a");
const B = at("b");
const C = at("c");
const B1 = at("b1", "b");
const GONE = at("gone", null, { retired: true });
const AREA = { ...at("area"), axis: "area" as const };
const ALL = [A, B, B1, C, GONE, AREA];

test("a theme may be put under those at the top of its axis, unless it has children", () => {
  expect(parentChoices(A, ALL).map(({ id }) => id)).toEqual(["b", "c"]);
  expect(parentChoices(B1, ALL).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(parentChoices(B, ALL)).toEqual([]);
  expect(parentChoices(B, [A, B, { ...B1, retired: true }]).map(({ id }) => id)).toEqual(["a"]);
});

test("a step up or down stays among its siblings", () => {
  expect(stepsOf(A, ALL)).toMatchObject({ up: null, down: { parentId: null, afterId: "b" } });
  expect(stepsOf(B, ALL)).toEqual({
    up: { parentId: null, afterId: null },
    down: { parentId: null, afterId: "c" },
    here: { parentId: null, afterId: "a" },
  });
  expect(stepsOf(C, ALL)).toMatchObject({ up: { parentId: null, afterId: "a" }, down: null });
  expect(stepsOf(B1, ALL)).toEqual({ up: null, down: null, here: { parentId: "b", afterId: null } });
});

test("a button says which theme goes where, and what is no such value is refused", () => {
  const [id, parentId, afterId] = [
    "0190a000-0000-7000-8000-000000000001",
    "0190a000-0000-7000-8000-000000000002",
    "0190a000-0000-7000-8000-000000000003",
  ];
  for (const place of [
    { parentId, afterId },
    { parentId: null, afterId },
    { parentId, afterId: null },
    { parentId: null, afterId: null },
  ])
    expect(MoveThemeInput.parse({ move: moveValue(id, place) })).toEqual({ id, ...place });
  for (const move of ["", "/", `${id}/x/`, "x//", [id, id], undefined])
    expect(MoveThemeInput.safeParse({ move }).success).toBe(false);
});

test("ids are put first, after another, or last", () => {
  expect(putAfter(["a", "b", "c"], null, ["c"])).toEqual(["c", "a", "b"]);
  expect(putAfter(["a", "b", "c"], "b", ["a"])).toEqual(["b", "a", "c"]);
  expect(putAfter(["a", "b"], "last", ["x", "y"])).toEqual(["a", "b", "x", "y"]);
});

describe("the children of a merged theme", () => {
  const childrenOf = (parentId: string | null) =>
    ({ "": ["a", "b", "c"], a: ["a1", "a2"], b: ["b1"] })[parentId ?? ""] ?? [];
  const after = (into: { id: string; parentId: string | null }) => [
    ...childrenAfterMerge({ id: "a" }, into, childrenOf),
  ];

  test("go under the target, or next to it where it has a parent itself", () => {
    expect(after({ id: "b", parentId: null })).toEqual([["b", ["b1", "a1", "a2"]]]);
    expect(after({ id: "b1", parentId: "b" })).toEqual([[null, ["a", "a1", "a2", "b", "c"]]]);
  });

  test("one of them that is the target takes their parent's place", () => {
    expect(after({ id: "a2", parentId: "a" })).toEqual([
      [null, ["a", "a2", "b", "c"]],
      ["a2", ["a1"]],
    ]);
  });
});
