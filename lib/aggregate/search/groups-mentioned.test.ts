import { expect, test } from "vitest";
import { publishCount } from "@/lib/aggregate/publication/published-count";
import type { ReleasedBreakdown, ReleasedFinding } from "@/lib/aggregate/publication/release-contents";
import { groupsMentioned } from "./groups-mentioned";

const setting: ReleasedBreakdown = {
  attribute: "setting",
  release: 1,
  groups: [{ group: "Academies", present: 12, themes: {} }],
};

const finding = (text: string, counterView = ""): ReleasedFinding => ({
  id: text,
  themeId: "theme",
  stance: "ask",
  text,
  counterView,
  supports: publishCount(9, 40, 5),
  contradicts: publishCount(0, 40, 5),
});

test("of groups that are not shown, those that findings mention stand first, in any form of their name", () => {
  const mentioned = groupsMentioned(setting, [
    finding("A strand for every special school."),
    finding("Academies are told apart.", "Special schools would be left out, and alternative provision too."),
    finding("Alternative provision is forgotten."),
    finding("Schools with a special interest are welcome."),
  ]);
  expect(mentioned.slice(0, 3)).toEqual([
    { group: "Special schools", findings: 2, search: '"special schools"' },
    {
      group: "Pupil referral unit or alternative provision",
      findings: 2,
      search: '"alternative provision"',
    },
    { group: expect.any(String), findings: 0, search: null },
  ]);
  expect(mentioned.map(({ group }) => group)).not.toContain("Academies");
});
