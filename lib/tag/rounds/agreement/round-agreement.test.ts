import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { cohenKappa } from "./cohen-kappa";
import type { CodedLine, CodedRound } from "./coded-round";
import { roundAgreement, roundAgreementSteps } from "./round-agreement";
import { valueOf } from "./statistic";
import { themeWords } from "./theme-words";

type Reading = string[] | null;
const line = (speaker: string | null, ...readings: Reading[]): CodedLine => ({
  speaker,
  weight: 1,
  readings: readings.map((themes) => themes && new Set(themes)),
});
const lines = (count: number, ...readings: Reading[]) =>
  Array.from({ length: count }, (_, at) => line(`speaker ${at}`, ...readings));
const agreementOf = (round: CodedRound) => roundAgreement(round, { seed: 1, resamples: 200 });
const themeOf = (coded: CodedLine[]) => {
  const [theme] = agreementOf({ themes: ["coaching"], lines: coded }).themes;
  if (!theme) throw new Error("No theme.");
  return theme;
};

const HALF = [...lines(28, ["coaching"], ["coaching"]), ...lines(28, [], []), ...lines(4, ["coaching"], [])];

describe("two coders", () => {
  test("lines, differences, how often each set the theme, and Cohen's kappa", () => {
    const theme = themeOf(HALF);
    expect(theme).toMatchObject({
      lines: 60,
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
    expect(themeWords(theme)[0]).toBe("The coders differed on 4 of 60 lines.");
    expect(themeWords(theme)[1]).toMatch(/^Krippendorff’s alpha is 0\.868 \(95% interval 0\.\d\d to /);
  });

  test("a line that one of them did not read is missing, not absent", () => {
    const theme = themeOf([...HALF, line("a", ["coaching"], null)]);
    expect(theme).toMatchObject({ lines: 60, differed: 4 });
    expect(theme.coders).toEqual([
      { read: 61, present: 33 },
      { read: 60, present: 28 },
    ]);
  });

  test("a third who was asked and read nothing does not count", () => {
    const theme = themeOf(HALF.map((coded) => ({ ...coded, readings: [...coded.readings, null] })));
    expect(theme.kappa).toMatchObject({ kind: "cohen", statistic: { value: expect.closeTo(0.867, 3) } });
    expect(theme.coders).toHaveLength(3);
  });

  test("Byrt's identity joins kappa, the adjusted kappa, prevalence and bias", () => {
    const { kappa, prevalence } = themeOf([...HALF, ...lines(15, ["coaching"], ["coaching"])]);
    if (!prevalence) throw new Error("No prevalence.");
    const { adjustedKappa, prevalenceIndex: p, biasIndex: b } = prevalence;
    expect(valueOf(kappa.statistic)).toBeCloseTo(
      (adjustedKappa - p ** 2 + b ** 2) / (1 - p ** 2 + b ** 2),
      12,
    );
  });
});

describe("three coders", () => {
  // Half the lines agree in one pair of three, half in all; a third of readings set it: (2/3 - 5/9) / (4/9).
  const round = lines(20, ["coaching"], ["coaching"], []).concat(lines(20, [], [], []));

  test("Fleiss' kappa where all read all, and none where they did not", () => {
    expect(themeOf(round).kappa).toMatchObject({
      kind: "fleiss",
      statistic: { value: expect.closeTo(0.25, 12) },
    });
    expect(themeOf([...round, line("a", [], [], null)])).toMatchObject({
      kappa: { kind: "fleiss", statistic: { undefined: "unequal readings" } },
      alpha: { statistic: { value: expect.any(Number) } },
    });
  });
});

describe("a warning", () => {
  test("where nearly all lines are without the theme", () => {
    const rare = themeOf([
      ...lines(3, ["coaching"], ["coaching"]),
      ...lines(4, ["coaching"], []),
      ...lines(93, [], []),
    ]);
    expect(rare.warnings).toEqual(["prevalence"]);
    expect(themeWords(rare).at(-1)).toMatch(
      /agree 96% of the time; of the 7 lines on which anyone set it, all who read the line did on 3\.$/,
    );
  });

  test("where nearly all lines carry it", () => {
    const common = themeOf([
      ...lines(93, ["coaching"], ["coaching"]),
      ...lines(4, [], ["coaching"]),
      ...lines(3, [], []),
    ]);
    expect(common.warnings).toEqual(["prevalence"]);
    expect(themeWords(common).at(-1)).toContain(
      "of the 7 lines on which anyone left it off, all who read the line did on 3.",
    );
  });

  test("not where a seventh of the lines carry it: a low figure is taken at its word", () => {
    const some = themeOf([
      ...lines(10, ["coaching"], ["coaching"]),
      ...lines(10, ["coaching"], []),
      ...lines(80, [], []),
    ]);
    expect(valueOf(some.alpha.statistic)).toBeLessThan(0.667);
    expect(some.warnings).toEqual([]);
  });

  test("not where the coders differ often, though the theme is rare", () => {
    const poor = themeOf([
      ...lines(3, ["coaching"], ["coaching"]),
      ...lines(30, ["coaching"], []),
      ...lines(67, [], []),
    ]);
    expect(poor.warnings).toEqual([]);
  });

  test("where the figure hangs on fewer than five lines", () => {
    const few = themeOf([...lines(4, ["coaching"], ["coaching"]), ...lines(56, [], [])]);
    expect(few.warnings).toEqual(["few lines"]);
    expect(themeWords(few)).toContain("The coders agreed on all 60 lines.");
    expect(themeWords(few).at(-1)).toContain("fewer than five lines with the theme");
  });
});

test("a theme nobody set is undefined and says why", () => {
  const theme = themeOf(lines(10, [], []));
  expect(theme).toMatchObject({ kappa: { statistic: { undefined: "one code" } }, warnings: [] });
  expect(themeWords(theme)[1]).toMatch(
    /^Krippendorff’s alpha is undefined, because every reading said the same/,
  );
});

test("nothing read by two", () => {
  const theme = themeOf(lines(3, ["coaching"], null));
  expect(theme).toMatchObject({
    lines: 0,
    percent: { statistic: { undefined: "no pairs" } },
    prevalence: null,
  });
  expect(themeWords(theme)[0]).toBe("No line was read by two coders.");
});

test("weights carry a stratum back to its size", () => {
  const heavy = HALF.map((coded, at) => ({ ...coded, weight: at < 56 ? 1 : 3 }));
  expect(themeOf(heavy).percent.statistic).toEqual({ value: expect.closeTo(56 / 68, 12) });
  expect(themeOf(heavy).prevalence?.share).toBeCloseTo((56 + 12) / 136, 12);
});

test("overall: over sets, and as the mean over those themes that have a figure", () => {
  const round = {
    themes: ["coaching", "funding", "never"],
    lines: [...lines(10, ["coaching"], ["coaching"]), ...lines(10, ["funding"], ["funding", "coaching"])],
  };
  const { overall, themes, lines: read, coders, clusters } = agreementOf(round);
  expect({ read, coders, clusters }).toEqual({ read: 20, coders: 2, clusters: 10 });
  expect(overall.mean).toMatchObject({ themes: 2, of: 3 });
  const [coaching, funding] = themes.map(({ alpha }) => valueOf(alpha.statistic) ?? Number.NaN);
  expect(funding).toBe(1);
  expect(valueOf(overall.mean.statistic)).toBeCloseTo(((coaching ?? 0) + 1) / 2, 12);
  expect(valueOf(overall.masi.statistic)).toBeGreaterThan(coaching ?? 1);
});

test("fifteen themes, 200 lines, three coders and 1,000 resamples, the same for a seed", () => {
  const random = seededRandom(5);
  const themes = Array.from({ length: 15 }, (_, at) => `theme ${at}`);
  const coded = Array.from({ length: 200 }, (_, at): CodedLine => {
    const truth = themes.filter(() => random() < 0.12);
    const read = () => new Set(themes.filter((theme) => truth.includes(theme) !== random() < 0.05));
    return { speaker: `speaker ${at % 60}`, weight: 1 + (at % 3), readings: [read(), read(), read()] };
  });
  const agreement = roundAgreement({ themes, lines: coded }, { seed: 9 });
  expect(agreement.resamples).toBe(1000);
  expect(agreement.themes.every(({ alpha }) => "lower" in alpha.interval)).toBe(true);
  const steps = roundAgreementSteps({ themes, lines: coded }, { seed: 9 });
  let count = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count++;
  expect(step.value).toEqual(agreement);
  // No step is longer than one resample of one figure: four of each theme and one of all.
  expect(count).toBeGreaterThan(1000 * (4 * themes.length + 1));
});

test("two coders' kappa is that of the plain statistic", () => {
  const units = HALF.map(({ readings }) => readings.map((set) => set && set.has("coaching")));
  expect(themeOf(HALF).kappa.statistic).toEqual(cohenKappa(units));
});
