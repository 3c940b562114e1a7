import { describe, expect, test } from "vitest";
import { attack } from "../attacker/attack";
import { readReport } from "../attacker/read-report";
import type { ReviewHistory } from "../history";
import { publishReview, type Publishing } from "../publish-review";
import type { ReportPlan } from "./random-reports";

const ROUNDTABLES = [0, 1, 2];
const PRESENT = 12;
const RAISED = 8;

/** At each of three roundtables one person is for the finding, so that the release says "a few": one to four. */
const review: ReviewHistory = {
  threshold: 5,
  releases: [{ roundtables: ROUNDTABLES, changed: {}, findings: ["1 for", "1 against"] }],
  people: ROUNDTABLES.flatMap((roundtable) =>
    Array.from({ length: PRESENT }, (_, at) => ({
      group: "A",
      attendances: [{ roundtable, stances: [at < RAISED ? 1 + (at % 3) : 0] }],
      findings: at === 0 ? ["1 for"] : [],
    })),
  ),
};

/** A report on each roundtable, which says no more than that somebody there said it. */
const plans = ROUNDTABLES.map((roundtable): ReportPlan => ({
  release: 0,
  roundtable,
  wishes: [{ wording: "somebody", side: "1 for" }],
}));

function publish(publishing: Publishing) {
  const { published, reports } = publishReview(review, publishing, plans);
  return { sentences: reports.flatMap(({ sentences }) => sentences), ...attack(published, review) };
}

describe("three reports, of which each alone tells nothing", () => {
  test("leave two values of the finding, which the attacker sees", () => {
    const { sentences, breaches } = publish("reports unchecked");
    expect(sentences).toEqual(plans.map(() => "It was said that view 1 for holds."));
    const finding = { count: "release 1, finding 1 for, people", truth: 3, values: 2 };
    expect(breaches).toContainEqual({ ...finding, insider: null, proven: true });
  });

  test("lose the last one's sentence to the check", () => {
    const { sentences, breaches } = publish("checked");
    expect(sentences).toHaveLength(2);
    expect(breaches).toEqual([]);
  });
});

test("of a whole theme the checks let nobody say “one” or “a few” that the release does not", () => {
  const wishes = [
    { wording: "one", counted: "observation" } as const,
    { wording: "exactly", counted: "people" } as const,
  ];
  const one = {
    ...review,
    people: review.people.map((person, at) => ({ ...person, ...(at === 0 ? OBSERVED : {}) })),
  };
  const { reports } = publishReview(one, "reports unchecked", [{ release: 0, roundtable: 0, wishes }]);
  expect(reports.map(({ sentences }) => sentences)).toEqual([[]]);
});

const OBSERVED = { attendances: [{ roundtable: 0, stances: [8] }] };

test.each([
  ["One participant said that view 1 for holds.", { place: "finding 1 for", counted: "people", says: "1" }],
  [
    "About 15 of 36 participants said that view 2 against holds.",
    { place: "finding 2 against", says: "about 15" },
  ],
  [
    "Nobody said something under the theme, counted as ask.",
    { place: "review", counted: "ask", says: "none" },
  ],
  ["It was said that view 8 for holds.", { place: "finding 8 for", says: "somebody" }],
])("a reader of “%s”", (sentence, taken) => {
  const [facts] = review.releases;
  if (!facts) throw new Error("There is no release.");
  const report = { release: 0, roundtable: null, sentences: [sentence] };
  expect(readReport(report, facts, () => 36)).toMatchObject([taken]);
});

describe("that somebody at a roundtable said it, and one participant of the review", () => {
  const [first, second] = [0, 1].map((roundtable) => ({
    group: "A",
    attendances: [{ roundtable, stances: [1, 1] }],
    findings: [] as string[],
  }));
  const people = review.people
    .map((person) => ({ ...person, findings: [] as string[] }))
    .concat(first && second ? [{ ...first, findings: ["8 for"] }, second] : []);
  const somebody = { wording: "somebody", side: "8 for" } as const;
  const one = { wording: "one", side: "8 for" } as const;

  test("is not told by two reports, since then it is known who is alone at the roundtable", () => {
    const told: ReportPlan[] = [
      { release: 0, roundtable: 0, wishes: [somebody] },
      { release: 0, roundtable: null, wishes: [one] },
    ];
    const open = publishReview({ ...review, people }, "reports unchecked", told);
    const count = "release 1, finding 8 for at roundtable 0, people";
    expect(attack(open.published, { ...review, people }).breaches).toContainEqual({
      count,
      truth: 1,
      values: 1,
      insider: null,
      proven: true,
    });
    const { published, reports } = publishReview({ ...review, people }, "checked", told);
    expect(reports.map(({ sentences }) => sentences.length)).toEqual([1, 0]);
    expect(attack(published, { ...review, people }).breaches).toEqual([]);
  });

  test("nor of an earlier release by a report on a later one", () => {
    const releases = [0, 1].map(() => review.releases[0]).filter((release) => release !== undefined);
    const told: ReportPlan[] = [
      { release: 0, roundtable: null, wishes: [somebody] },
      { release: 1, roundtable: null, wishes: [one] },
    ];
    const { reports } = publishReview({ ...review, releases, people: people.map(twice) }, "checked", told);
    expect(reports.map(({ sentences }) => sentences.length)).toEqual([1, 0]);
  });
});

/** With the same stances in a second release. */
function twice(person: ReviewHistory["people"][number]): ReviewHistory["people"][number] {
  return {
    ...person,
    attendances: person.attendances.map((one) => ({
      ...one,
      stances: [one.stances[0] ?? 0, one.stances[0] ?? 0],
    })),
  };
}
