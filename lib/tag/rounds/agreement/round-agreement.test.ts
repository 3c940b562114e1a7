import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { cohenKappa } from "./cohen-kappa";
import type { CodedContribution, CodedRound } from "./coded-round";
import { roundAgreement } from "./round-agreement";
import { valueOf } from "./statistic";
import { themeWords } from "../agreement-words/theme-words";

type Reading = string[] | null;
const contribution = (speaker: string | null, ...readings: Reading[]): CodedContribution => ({
  speaker,
  weight: 1,
  readings: readings.map((themes) => themes && new Set(themes)),
});
const contributions = (count: number, ...readings: Reading[]) =>
  Array.from({ length: count }, (_, at) => contribution(`speaker ${at}`, ...readings));
const agreementOf = (round: CodedRound) => roundAgreement(round, { seed: 1, resamples: 200 });
const themeOf = (coded: CodedContribution[]) => {
  const [theme] = agreementOf({ themes: ["coaching"], contributions: coded }).themes;
  if (!theme) throw new Error("No theme.");
  return theme;
};

const HALF = [
  ...contributions(28, ["coaching"], ["coaching"]),
  ...contributions(28, [], []),
  ...contributions(4, ["coaching"], []),
];

describe("two coders", () => {
  test("counts contributions, differences and how often each set the theme, and gives Cohen's kappa", () => {
    const theme = themeOf(HALF);
    expect(theme).toMatchObject({
      contributions: 60,
      differed: 4,
      coders: [
        { read: 60, present: 32 },
        { read: 60, present: 28 },
      ],
      kappa: { kind: "cohen" },
      percent: { statistic: { value: 56 / 60 } },
      warnings: [],
    });
    expect(theme.prevalence?.prevalenceIndex).toBeCloseTo(0, 12);
    expect(theme.prevalence?.biasIndex).toBeCloseTo(4 / 60, 12);
    expect(themeWords(theme)[0]).toBe("The coders differed on 4 of 60 contributions.");
    expect(themeWords(theme)[1]).toMatch(/^Krippendorff’s alpha is 0\.868 \(95% interval 0\.\d\d to /);
  });

  test("a contribution that one of them did not read is missing, not absent", () => {
    const theme = themeOf([...HALF, contribution("a", ["coaching"], null)]);
    expect(theme).toMatchObject({ contributions: 60, differed: 4 });
    expect(theme.coders).toEqual([
      { read: 61, present: 33 },
      { read: 60, present: 28 },
    ]);
  });

  test("a third coder who was asked and read nothing does not count", () => {
    const theme = themeOf(HALF.map((coded) => ({ ...coded, readings: [...coded.readings, null] })));
    expect(theme.kappa).toMatchObject({ kind: "cohen", statistic: { value: expect.closeTo(0.867, 3) } });
    expect(theme.coders).toHaveLength(3);
  });

  test("Byrt's identity relates kappa, the adjusted kappa, prevalence and bias", () => {
    const { kappa, prevalence } = themeOf([...HALF, ...contributions(15, ["coaching"], ["coaching"])]);
    if (!prevalence) throw new Error("No prevalence.");
    const { adjustedKappa, prevalenceIndex: p, biasIndex: b } = prevalence;
    expect(valueOf(kappa.statistic)).toBeCloseTo(
      (adjustedKappa - p ** 2 + b ** 2) / (1 - p ** 2 + b ** 2),
      12,
    );
  });
});

describe("three coders", () => {
  // On half the contributions one pair of three agrees, on half all do; a third of readings set it: (2/3 -
  // 5/9) / (4/9).
  const round = contributions(20, ["coaching"], ["coaching"], []).concat(contributions(20, [], [], []));

  test("Fleiss' kappa where all coders read everything, and none where they did not", () => {
    expect(themeOf(round).kappa).toMatchObject({
      kind: "fleiss",
      statistic: { value: expect.closeTo(0.25, 12) },
    });
    expect(themeOf([...round, contribution("a", [], [], null)])).toMatchObject({
      kappa: { kind: "fleiss", statistic: { undefined: "unequal readings" } },
      alpha: { statistic: { value: expect.any(Number) } },
    });
  });
});

describe("a warning", () => {
  test("where nearly all contributions are without the theme", () => {
    const rare = themeOf([
      ...contributions(3, ["coaching"], ["coaching"]),
      ...contributions(4, ["coaching"], []),
      ...contributions(93, [], []),
    ]);
    expect(rare.warnings).toEqual(["prevalence"]);
    expect(themeWords(rare).at(-1)).toMatch(
      /agree 96% of the time\. Somebody set it on 7 contributions, and everybody who read them set it on 3 of these\.$/,
    );
  });

  test("where nearly all contributions carry it", () => {
    const common = themeOf([
      ...contributions(93, ["coaching"], ["coaching"]),
      ...contributions(4, [], ["coaching"]),
      ...contributions(3, [], []),
    ]);
    expect(common.warnings).toEqual(["prevalence"]);
    expect(themeWords(common).at(-1)).toContain(
      "Somebody left it off 7 contributions, and everybody who read them left it off 3 of these.",
    );
  });

  test("is absent where a seventh of the contributions have it: a low figure is taken at face value", () => {
    const some = themeOf([
      ...contributions(10, ["coaching"], ["coaching"]),
      ...contributions(10, ["coaching"], []),
      ...contributions(80, [], []),
    ]);
    expect(valueOf(some.alpha.statistic)).toBeLessThan(0.667);
    expect(some.warnings).toEqual([]);
  });

  test("is absent where the coders differ often, though the theme is rare", () => {
    const poor = themeOf([
      ...contributions(3, ["coaching"], ["coaching"]),
      ...contributions(30, ["coaching"], []),
      ...contributions(67, [], []),
    ]);
    expect(poor.warnings).toEqual([]);
  });

  test("is given where the figure depends on fewer than five contributions", () => {
    const few = themeOf([...contributions(4, ["coaching"], ["coaching"]), ...contributions(56, [], [])]);
    expect(few.warnings).toEqual(["few contributions"]);
    expect(themeWords(few)).toContain("The coders agreed on all 60 contributions.");
    expect(themeWords(few).at(-1)).toContain("fewer than five contributions with the theme");
  });
});

test("a theme that nobody set is undefined, with the reason", () => {
  const theme = themeOf(contributions(10, [], []));
  expect(theme).toMatchObject({ kappa: { statistic: { undefined: "one code" } }, warnings: [] });
  expect(themeWords(theme)[1]).toMatch(
    /^Krippendorff’s alpha is undefined, because every reading said the same/,
  );
});

test("nothing read by two coders", () => {
  const theme = themeOf(contributions(3, ["coaching"], null));
  expect(theme).toMatchObject({
    contributions: 0,
    percent: { statistic: { undefined: "no pairs" } },
    prevalence: null,
  });
  expect(themeWords(theme)[0]).toBe("No contribution was read by two coders.");
});

test("weights restore a stratum's size", () => {
  const heavy = HALF.map((coded, at) => ({ ...coded, weight: at < 56 ? 1 : 3 }));
  expect(themeOf(heavy).percent.statistic).toEqual({ value: expect.closeTo(56 / 68, 12) });
  expect(themeOf(heavy).prevalence?.share).toBeCloseTo((56 + 12) / 136, 12);
});

test("overall: over sets, and as the mean over the themes that have a figure", () => {
  const round = {
    themes: ["coaching", "funding", "never"],
    contributions: [
      ...contributions(10, ["coaching"], ["coaching"]),
      ...contributions(10, ["funding"], ["funding", "coaching"]),
    ],
  };
  const { overall, themes, contributions: read, coders, clusters } = agreementOf(round);
  expect({ read, coders, clusters }).toEqual({ read: 20, coders: 2, clusters: 10 });
  expect(overall.mean).toMatchObject({ themes: 2, of: 3 });
  const [coaching, funding] = themes.map(({ alpha }) => valueOf(alpha.statistic) ?? Number.NaN);
  expect(funding).toBe(1);
  expect(valueOf(overall.mean.statistic)).toBeCloseTo(((coaching ?? 0) + 1) / 2, 12);
  expect(valueOf(overall.masi.statistic)).toBeGreaterThan(coaching ?? 1);
});

test("fifteen themes, 200 contributions, three coders and 1,000 resamples, the same for a seed", () => {
  const random = seededRandom(5);
  const themes = Array.from({ length: 15 }, (_, at) => `theme ${at}`);
  const coded = Array.from({ length: 200 }, (_, at): CodedContribution => {
    const truth = themes.filter(() => random() < 0.12);
    const read = () => new Set(themes.filter((theme) => truth.includes(theme) !== random() < 0.05));
    return { speaker: `speaker ${at % 60}`, weight: 1 + (at % 3), readings: [read(), read(), read()] };
  });
  const agreement = roundAgreement({ themes, contributions: coded }, { seed: 9 });
  expect(agreement.resamples).toBe(1000);
  expect(agreement.themes.every(({ alpha }) => "lower" in alpha.interval)).toBe(true);
  expect(roundAgreement({ themes, contributions: coded }, { seed: 9 })).toEqual(agreement);
});

test("two coders' kappa is that of the plain statistic", () => {
  const units = HALF.map(({ readings }) => readings.map((set) => set && set.has("coaching")));
  expect(themeOf(HALF).kappa.statistic).toEqual(cohenKappa(units));
});
