import { expect, test } from "vitest";
import { heldBack, publishCount } from "../published-count";
import type { PublishedFigure } from "../shape/published-shape";
import type { ReleasedFinding, ReleasedTable, ReleasedTheme } from "../release-contents";
import { citeFinding, citeTheme, sourceOf } from "./citation";
import { citeContribution } from "./quoted";
import { sourceWords } from "../source-words";

const ID = "0198c5e0-0000-7000-8000-000000000001";
const none = publishCount(0, 29, 5);
const people = (count: number) => publishCount(count, 29, 5);

const from = {
  review: "NPQ review",
  release: 2,
  createdAt: new Date("2026-11-29T10:00:00Z"),
  roundtable: null,
  link: "https://review.example/dashboard/coaching?release=2",
};
const PAGE = "https://review.example/dashboard/coaching?release=2";

function table(
  raised: PublishedFigure,
  title: string | null = null,
): ReleasedTable & { themes: [ReleasedTheme] } {
  return {
    roundtable: title === null ? null : { id: ID, slug: "leeds", title },
    roundtables: title === null ? 2 : 1,
    present: raised.of,
    themes: [
      {
        id: ID,
        slug: "coaching",
        title: "Coaching",
        colour: "1",
        axis: "theme",
        people: raised,
        stances: { strength: none, improvement: none, ask: raised, observation: none },
        hands: [],
      },
    ],
  };
}

function cited(raised: PublishedFigure, title: string | null = null) {
  const whole = table(raised, title);
  const places = [table(people(9), "Leeds"), table(people(8), "London")];
  return citeTheme(whole.themes[0], whole, { tables: [whole, ...places] });
}

test("what is cited says which review, roundtable, release and page it is from", () => {
  const source = sourceOf(from);
  expect(sourceWords(source)).toBe(`NPQ review, release 2, 29 November 2026, ${PAGE} (sign-in needed)`);
  expect(sourceOf({ ...from, roundtable: "Leeds" }).words).toContain("NPQ review, Leeds, release 2");
  // From the page of its theme, and from a list of findings of several themes.
  expect(sourceWords(source, "#finding-1")).toContain(`, ${PAGE}#finding-1 (`);
  expect(sourceWords(source, "/dashboard/delivery?release=2#finding-2")).toContain(
    ", https://review.example/dashboard/delivery?release=2#finding-2 (",
  );
});

test("a figure is cited with its denominator, its roundtables, what it was", () => {
  expect(cited(people(14))).toBe(
    `About 15 of 29 people raised Coaching, at both roundtables, only as something they asked for.`,
  );
  expect(cited(none)).toBe(`None of 29 people present at 2 roundtables raised Coaching.`);
  expect(cited(heldBack(29, 5))).toBe(`How many people raised Coaching is not shown.`);
});

test("a roundtable's figure names the roundtable", () => {
  expect(cited(publishCount(9, 15, 5), "Leeds")).toMatch(
    /^About 10 of 15 people raised Coaching, at Leeds, only as something they asked for\.$/,
  );
});

const FINDING: ReleasedFinding = {
  id: ID,
  themeId: ID,
  stance: "ask",
  text: "One account of what a pass is.",
  counterView: "Providers take more trouble over it.",
  supports: people(5),
  contradicts: people(3),
};

test("a finding is a sentence of the facilitators, with its stance, its other side and no quotation marks", () => {
  const sentence = citeFinding(FINDING, table(people(14)));
  expect(sentence).toBe(
    `About 5 of 29 people present at 2 roundtables asked for one account of what a pass is. A few saw this differently: providers take more trouble over it. Worded by the facilitators.`,
  );
  expect(sentence).not.toMatch(/[“”"]/);
});

test.each([
  ["strength", "named this as a strength: one account"],
  ["improvement", "named this as something to improve: one account"],
  ["observation", "made this observation: one account"],
] as const)("a finding that is a %s", (stance, words) => {
  const finding = { ...FINDING, stance, contradicts: none };
  expect(citeFinding(finding, table(people(14)))).toBe(
    `About 5 of 29 people present at 2 roundtables ${words} of what a pass is. Worded by the facilitators.`,
  );
});

test("only what was written down word for word is quoted", () => {
  const said = { text: "It changed my school.", role: "headteacher" };
  expect(citeContribution({ ...said, verbatim: true })).toBe(
    "“It changed my school.” Participant, headteacher.",
  );
  expect(citeContribution({ text: "Changed their school", role: null, verbatim: false })).toBe(
    `A participant, noted as: Changed their school.`,
  );
});
