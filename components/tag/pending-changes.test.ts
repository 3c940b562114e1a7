import { describe, expect, test } from "vitest";
import type { TaggingChange } from "@/lib/tag/tagging";
import { inverseOf, shownTaggings, UNTOUCHED } from "./pending-changes";

const contributionId = "line";
const tagging = (themeId: string, over: object = {}) => ({
  id: `tagging-${themeId}`,
  themeId,
  stance: "ask" as const,
  coder: "Somebody",
  mine: true,
  from: new Date(0),
  ...over,
});
const set = (themeId: string): TaggingChange => ({ change: "set", contributionId, themeId, stance: "ask" });
const remove = (themeId: string): TaggingChange => ({
  change: "remove",
  contributionId,
  themeId,
  stance: "ask",
});
const turn = (themeId: string, to: "strength" | "ask"): TaggingChange => ({
  change: "stance",
  contributionId,
  themeId,
  stance: to === "strength" ? "ask" : "strength",
  to,
});
const shown = (saved: ReturnType<typeof tagging>[], ...waiting: TaggingChange[]) =>
  shownTaggings({ ...UNTOUCHED, saved, waiting }).map(({ themeId, stance, saving }) => [
    themeId,
    stance,
    saving,
  ]);

describe("what a line shows while changes are on their way", () => {
  test("a theme just set, marked as being saved, and then its other stance", () => {
    expect(shown([tagging("a")], set("b"))).toEqual([
      ["a", "ask", undefined],
      ["b", "ask", true],
    ]);
    expect(shown([], set("b"), turn("b", "strength"))).toEqual([["b", "strength", true]]);
  });

  test("what is set twice stands once, and a colleague's is never taken for one's own", () => {
    expect(shown([tagging("a")], set("a"))).toHaveLength(1);
    expect(shown([tagging("a", { mine: false })], set("a"))).toHaveLength(2);
    expect(shown([tagging("a", { mine: false })], remove("a"))).toHaveLength(1);
  });
});

describe("undoing", () => {
  test("what was done, the other way round", () => {
    expect(inverseOf([], set("a"))).toEqual(remove("a"));
    expect(inverseOf([tagging("a")], remove("a"))).toEqual(set("a"));
    expect(inverseOf([tagging("a")], turn("a", "strength"))).toEqual(turn("a", "ask"));
  });

  test("nothing, where nothing was changed", () => {
    expect(inverseOf([tagging("a")], set("a"))).toBeNull();
    expect(inverseOf([], remove("a"))).toBeNull();
    const both = [tagging("a"), tagging("a", { stance: "strength" })];
    expect(inverseOf(both, turn("a", "strength"))).toBeNull();
  });
});
