import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cohenKappa } from "@/lib/tag/rounds/agreement/cohen-kappa";
import { fleissKappa } from "@/lib/tag/rounds/agreement/fleiss-kappa";
import { krippendorffAlpha } from "@/lib/tag/rounds/agreement/krippendorff-alpha";
import { nominal, ordinal } from "@/lib/tag/rounds/agreement/metric";
import { valueOf, type Statistic } from "@/lib/tag/rounds/agreement/statistic";
import { sharedFile } from "@/tests/support/shared-data";

const units = <Code extends z.ZodType>(code: Code) => z.array(z.array(code.nullable()));
const anyCode = units(z.union([z.string(), z.number()]));
const published = { id: z.string(), expected: z.number(), tolerance: z.number() };

const Case = z.union([
  z.object({
    ...published,
    statistic: z.literal("krippendorff_alpha"),
    metric: z.literal("ordinal"),
    units: units(z.number()),
  }),
  z.object({
    ...published,
    statistic: z.enum(["krippendorff_alpha", "fleiss_kappa"]),
    metric: z.literal("nominal"),
    units: anyCode,
  }),
  z.object({
    ...published,
    statistic: z.literal("cohen_kappa"),
    metric: z.literal("unweighted"),
    units: anyCode,
  }),
]);
const Reference = z.object({
  cases: z.array(Case).min(1),
  edge_cases: z.array(
    z.object({ id: z.string(), units: anyCode, expected: z.string().startsWith("undefined") }),
  ),
});

function statisticOf(published: z.infer<typeof Case>): Statistic {
  if (published.metric === "ordinal") return krippendorffAlpha(published.units, ordinal);
  switch (published.statistic) {
    case "krippendorff_alpha":
      return krippendorffAlpha(published.units, nominal);
    case "fleiss_kappa":
      return fleissKappa(published.units);
    case "cohen_kappa":
      return cohenKappa(published.units);
  }
}

const file = sharedFile("agreement/reference-cases.json");
const reference = file === null ? null : Reference.parse(JSON.parse(readFileSync(file, "utf8")));

// Without cases there is no test to be skipped, and nothing would show that they were not looked at.
if (reference === null)
  test.skip("the published cases are not there: set SHARED_DATA to the folder of the shared test data");

describe.skipIf(reference === null)("published figures of agreement", () => {
  test.each(reference?.cases ?? [])("$id", (published) => {
    const difference = (valueOf(statisticOf(published)) ?? Number.NaN) - published.expected;
    expect(Math.abs(difference)).toBeLessThanOrEqual(published.tolerance);
  });

  test.each(reference?.edge_cases ?? [])("$id is undefined", (edge) => {
    expect(valueOf(krippendorffAlpha(edge.units, nominal))).toBeNull();
  });
});
