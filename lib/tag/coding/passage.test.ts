import { expect, test } from "vitest";
import type { Stance } from "@/lib/capture/contribution/stance";
import { passagesOf } from "./passage";

const set = (
  id: string,
  themeId: string,
  stance: Stance,
  spanStart: number | null,
  spanEnd: number | null,
) => ({
  id,
  themeId,
  stance,
  spanStart,
  spanEnd,
});
const TAGGINGS = [
  set("late", "cost", "ask", 20, 30),
  set("other theme", "time", "ask", 0, 9),
  set("early", "cost", "strength", 4, 12),
  set("early, a colleague's", "cost", "improvement", 4, 12),
  set("early, shorter", "cost", "ask", 4, 8),
  set("whole", "cost", "ask", null, null),
];
const ids = (stance?: Stance) =>
  passagesOf(TAGGINGS, "cost", stance).map(({ taggings }) => taggings.map(({ id }) => id));

test("the same words are one passage whoever set them; the whole contribution comes first, then their order", () => {
  expect(ids()).toEqual([["whole"], ["early, shorter"], ["early", "early, a colleague's"], ["late"]]);
});

test("a stance narrows them, and what is set with another one is not shown", () => {
  expect(ids("ask")).toEqual([["whole"], ["early, shorter"], ["late"]]);
  expect(ids("observation")).toEqual([]);
});
