import { expect, test } from "vitest";
import type { CodedContribution } from "../agreement/coded-round";
import type { Draw } from "../sample/draw-words";
import { agreementInShort } from "./agreement-in-short";
import { agreementWords, type CodingAccount } from "./method-note";
import type { OverallKind } from "../agreement/overall-agreement";
import { roundAgreement } from "../agreement/round-agreement";

const titles = new Map([
  ["coaching", "Coaching"],
  ["funding", "Accessibility and funding"],
  ["other", "Something else"],
]);

function contributions(count: number, ...readings: (string[] | null)[]): CodedContribution[] {
  const sets = readings.map((themes) => themes && new Set(themes));
  return Array.from({ length: count }, (_, at) => ({ speaker: `speaker ${at}`, weight: 4, readings: sets }));
}

const CODED = [
  ...contributions(20, ["coaching"], ["coaching"]),
  ...contributions(3, ["funding"], ["funding"]),
  ...contributions(4, ["funding"], []),
  ...contributions(5, ["coaching"], []),
  ...contributions(68, [], []),
];

const DRAW: Draw = {
  contributions: 100,
  population: 400,
  represented: 400,
  roundtables: 4,
  by: ["roundtable", "phase"],
};

function noted(
  coded: CodedContribution[],
  overall: OverallKind = "masi",
  draw: Partial<Draw> = {},
  kept: { represented?: null } = {},
): { text: string; short: string | null } {
  const agreement = roundAgreement(
    { themes: [...titles.keys()], contributions: coded },
    { seed: 1, resamples: 200 },
  );
  const account: CodingAccount = {
    kind: "round",
    agreement: { ...agreement, ...kept },
    titles,
    overall,
    draw: { ...DRAW, contributions: coded.length, ...draw },
    // Already June in London.
    codedAt: new Date("2025-05-31T23:30:00Z"),
  };
  return { text: agreementWords(account), short: agreementInShort(account) };
}

const note = (...of: Parameters<typeof noted>) => noted(...of).text;

test("a round: how it was drawn, who read it, the named overall figure, the range, and cautions", () => {
  const text = note(CODED);
  expect(text).toMatch(
    /^100 of 400 contributions were drawn at random, in proportion by roundtable and phase, from 4 roundtables, and coded in June 2025\. /,
  );
  expect(text).toContain("2 coders read each contribution. Neither saw what the other set.");
  expect(text).toContain("before coders discussed and settled any difference");
  expect(text).toContain("so the figures stand for all 400 contributions.");
  expect(text).not.toContain("leave out");
  expect(text).toMatch(
    /Krippendorff’s alpha with the MASI distance over sets of themes, is 0\.\d{3} \(95% interval/,
  );
  expect(text).toMatch(/ranges from 0\.\d{3} \(Accessibility and funding\) to 0\.\d{3} \(Coaching\)\./);
  expect(text).toContain("It is undefined for Something else");
  expect(text).toContain(
    "For Accessibility and funding (where two coders agree 96% of the time), the figure is low",
  );
  expect(text).not.toMatch(/significan/i);
});

test("the mean says that it is one, and over how many themes", () => {
  expect(note(CODED, "mean")).toContain("as the mean over themes of Krippendorff’s alpha (2 of 3), is");
});

test("three coders who did not all read everything", () => {
  const three = [
    ...contributions(5, ["coaching"], ["coaching"], null),
    ...contributions(4, [], [], []),
    ...contributions(1, [], null, null),
  ];
  const carried = three.map((contribution) => ({ ...contribution, weight: 10 / 9 }));
  const text = note(carried, "masi", { population: 10, roundtables: 1 });
  expect(text).toMatch(/^All 10 contributions from 1 roundtable were taken, and coded in June 2025\. /);
  expect(text).toContain(
    "3 coders read them, and at least two coders read 9 contributions. No coder saw what the others set.",
  );
  expect(text).toContain(
    "They leave out 1 of the contributions taken, because fewer than two coders read them",
  );
  expect(text).toContain(
    "Each contribution is weighted by the number of contributions in its group for each one that at least two coders read, so the figures stand for all 10 contributions.",
  );
  expect(text).toContain("defined for only one theme: 1.000 (Coaching)");
});

test("contributions that were drawn but not read by both are reported as left out", () => {
  const text = note([...CODED.slice(0, 90), ...contributions(5, [], null)], "masi", { contributions: 100 });
  expect(text).toMatch(/^100 of 400 contributions were drawn at random/);
  expect(text).toContain("Of these, 2 coders both read 90 contributions. Neither saw");
  expect(text).toContain(
    "They leave out 10 of the contributions drawn, because fewer than two coders read them, or they were struck out or erased.",
  );
  expect(text).toContain("coders would have read the contributions left out like the others in their group");
});

test("a round represents only the strata in which something was read twice", () => {
  const text = note(CODED, "masi", { population: 550, roundtables: 3 });
  expect(text).toContain("from 3 roundtables");
  expect(text).toContain(
    "stand for the 400 contributions in groups where at least two coders read a contribution, and not for the other 150.",
  );
});

test("when all contributions are taken and read, they weigh the same and weights are not mentioned", () => {
  expect(note(contributions(5, ["coaching"], []), "masi", { population: 5 })).not.toContain("weighted");
});

test("figures stored before weights were adjusted give no number of contributions, unless all were read", () => {
  const kept = { represented: null };
  expect(note(CODED, "masi", {}, kept)).toContain("stand for all 400 contributions.");
  const text = note(CODED.slice(0, 90), "masi", { contributions: 100 }, kept);
  expect(text).toContain("the number of contributions in its group for each one drawn.");
  expect(text).not.toContain("stand for");
});

test("fewer than ten speakers are too few to trust the intervals", () => {
  const said = (speakers: number) =>
    note(CODED.map((contribution, at) => ({ ...contribution, speaker: `speaker ${at % speakers}` })));
  expect(said(9)).toContain("The intervals come from fewer than 10 speakers, so they are rough");
  expect(said(10)).not.toContain("fewer than 10 speakers");
});

test("without contributions read by two coders, no figure is given", () => {
  expect(note(contributions(5, [], null))).toMatch(/so no figure of agreement is given\.$/);
});

test("where all codes are the same it is undefined, with the reason", () => {
  const text = note(contributions(5, [], []));
  expect(text).toContain("is undefined, because every reading said the same");
  expect(text).toContain("undefined for every theme");
});

test("a review that coded reflexively gives no figure", () => {
  const text = agreementWords({ kind: "reflexive" });
  expect(text).toContain("coded reflexively");
  expect(text).not.toMatch(/\d\.\d/);
});

test("in short it is the overall figure, what it was read on, and what its ends mean", () => {
  expect(noted(CODED).short).toMatch(
    /^At least two people read 100 contributions without seeing each other’s themes\. Their agreement was 0\.\d{3}, where 1 is full agreement and 0 is what chance alone would give\. It was measured as Krippendorff’s alpha .+ \(95% interval .+\)\. By a convention .+ tentative conclusions: it is from 0\.667 up to 0\.8\.$/,
  );
  expect(noted(contributions(5, [], [])).short).toMatch(/How far they agreed cannot be given, because .+\.$/);
  expect(noted(contributions(5, ["coaching"], null)).short).toBeNull();
  expect(agreementInShort({ kind: "reflexive" })).toContain("part of the method");
});
