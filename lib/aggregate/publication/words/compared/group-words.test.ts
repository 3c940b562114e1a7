import { expect, test } from "vitest";
import { publishCount } from "../../published-count";
import type { ReleasedBreakdown } from "../../release-contents";
import { clearestContrast, contrastSentence, whoIsShown } from "./group-words";

const THEMES = [{ id: "coaching", title: "Coaching" }];

function breakdown(groups: readonly [group: string, present: number, raised: number][]): ReleasedBreakdown {
  return {
    attribute: "phase",
    release: 1,
    groups: groups.map(([group, present, raised]) => ({
      group,
      present,
      themes: { coaching: publishCount(raised, present, 5) },
    })),
  };
}

test("it is said who the others are, and which groups are not shown", () => {
  expect(
    whoIsShown(
      breakdown([
        ["Primary", 12, 3],
        ["Not applicable", 8, 3],
        ["others", 9, 3],
      ]),
    ),
  ).toEqual([
    "“All others” are the 9 people whose group is too small to be shown alone or is not known.",
    expect.stringContaining("“No phase” is for"),
  ]);
});

test("the clearest difference is told only where it holds whatever the rounding", () => {
  const primary: [string, number, number] = ["Primary", 12, 10];
  expect(contrastSentence(breakdown([primary, ["Secondary", 10, 3]]), THEMES)).toBe(
    "The clearest difference by phase is on Coaching: about 10 of 12 people in the group Primary raised it, but only a few of 10 in Secondary. It is larger than rounding can make it, but the groups are small, and it does not say why.",
  );
  // About 5 of 10 may be 7, and about 10 of 12 may be 8.
  expect(contrastSentence(breakdown([primary, ["Secondary", 10, 6]]), THEMES)).toBeNull();
  expect(contrastSentence(breakdown([primary, ["others", 10, 0]]), THEMES)).toBeNull();
});

test("of several breakdowns, the one whose groups differ most is told", () => {
  const some = breakdown([
    ["Primary", 12, 10],
    ["Secondary", 10, 3],
  ]);
  const most = breakdown([
    ["Primary", 12, 12],
    ["Secondary", 10, 0],
  ]);
  expect(clearestContrast([some, most], THEMES)).toContain("nobody of 10 in Secondary");
  expect(clearestContrast([], THEMES)).toBeNull();
});
