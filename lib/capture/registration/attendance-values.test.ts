import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { splitNpqs, whyNoNpq } from "@/lib/capture/people/npq-words";
import { NPQ_CODES, PHASES, REGIONS, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";
import { sharedFile } from "@/tests/support/shared-data";
import {
  NOT_APPLICABLE,
  plainNpqs,
  plainPermission,
  plainValue,
  plainYes,
  understand,
} from "./attendance-values";

const REFERENCE = sharedFile("reference/npq-reference.json");

describe("how a cell is read", () => {
  test.each([
    ["region", "SW", "South West"],
    ["region", "nw", "North West"],
    ["region", "E Mids", "East Midlands"],
    ["region", "W. Mids", "West Midlands"],
    ["region", "Yorks & Humber", "Yorkshire and The Humber"],
    ["region", "the North East", "North East"],
    ["region", "EoE", "East of England"],
    ["phase", "EYFS", "Nursery"],
    ["phase", "Sixth form", "16 plus"],
    ["phase", "16+", "16 plus"],
    ["phase", "N/A", "Not applicable"],
    ["setting", "MAT", "Multi-academy trust"],
    ["setting", "VA", "Local authority maintained schools"],
    ["setting", "VC maintained", "Local authority maintained schools"],
    ["setting", "AP", "Pupil referral unit or alternative provision"],
    ["setting", "Special", "Special schools"],
    ["setting", "Academy", "Academies"],
    ["role", "HT", "headteacher"],
    ["role", "DHT", "deputy head"],
    ["role", "AHT", "assistant head"],
    ["role", "SENDCo", "SENCO"],
    ["role", "HoY", "head of year or phase"],
    ["role", "HoD", "middle leader"],
    ["role", "CEO", "trust chief executive"],
    ["role", "CFO", "chief financial officer"],
    ["role", "ECT lead", "other"],
    ["npqsTaken", "NPQ SL", "NPQSL"],
    ["npqsTaken", "Senior Leadership", "NPQSL"],
    ["npqsTaken", "LBC", "NPQLBC"],
    ["npqsTaken", "Leading Behaviour & Culture", "NPQLBC"],
    ["npqsTaken", "NPQ for Headship", "NPQH"],
    ["npqsDelivered", "npqml", "NPQML"],
    ["permission", "Paraphrase only", "paraphrase"],
    ["permission", "May be quoted", "verbatim"],
    ["permission", "No", "not_published"],
    ["host", "Y", "yes"],
    ["present", "Apologies", "no"],
    ["label", "p07", "P07"],
    ["email", " a@example.org ", "a@example.org"],
  ] as const)("%s “%s” is %s", (field, text, value) => expect(understand(field, text)).toBe(value));

  test.each([
    ["phase", "PRU", "setting:Pupil referral unit or alternative provision"],
    ["phase", "MAT", "setting:Multi-academy trust"],
    ["setting", "EYFS", "phase:Nursery"],
  ] as const)("%s “%s” names the other column’s word: %s", (field, text, value) =>
    expect(understand(field, text)).toBe(value),
  );

  test.each([
    ["region", "Camden"],
    ["region", "Midlands"],
    ["phase", "Middle"],
    ["role", "Facilitator"],
    ["npqsTaken", "EHCO"],
    ["npqsTaken", "H"],
    ["permission", "Yes"],
    ["present", "perhaps"],
    ["email", "at home"],
    ["urn", "x"],
  ] as const)("%s “%s” is asked about", (field, text) => expect(understand(field, text)).toBeNull());

  test("a pupil referral unit has no phase, and an empty cell says nothing", () => {
    expect(plainValue("phase", "PRU")).toBe("Not applicable");
    expect(plainValue("phase", "Academy")).toBeNull();
    expect(plainValue("phase", "")).toBeNull();
    expect(understand("phase", " ")).toBe(NOT_APPLICABLE);
    expect(understand("present", "")).toBe(NOT_APPLICABLE);
  });

  test("the beginning of one value alone is that value; of several values, or when short, it is nothing", () => {
    expect(plainValue("region", "Yorks")).toBe("Yorkshire and The Humber");
    expect(plainValue("role", "Governor or")).toBe("governor or trustee");
    expect(plainValue("region", "South")).toBeNull();
    expect(plainValue("region", "Yor")).toBeNull();
  });

  test("every word of the vocabulary is understood as itself", () => {
    const all = { role: ROLES, phase: PHASES, setting: SETTINGS, region: REGIONS, npqsTaken: NPQ_CODES };
    for (const field of ["role", "phase", "setting", "region", "npqsTaken"] as const)
      for (const word of all[field]) expect(understand(field, word)).toBe(word);
    for (const level of ["verbatim", "paraphrase", "not_published"] as const)
      expect(plainPermission(level)).toBe(level);
  });

  test("yes and no can be said in several ways, and perhaps is neither", () => {
    expect(["Yes", "x", "✓", "attending"].map(plainYes)).toEqual([true, true, true, true]);
    expect(["no", "Apologies", ""].map(plainYes)).toEqual([false, false, false]);
    expect(plainYes("perhaps")).toBeNull();
  });

  test("several NPQs in a cell are separated by what cannot be part of one", () => {
    expect(splitNpqs("NPQH / NPQSL and LBC; Behaviour and culture")).toEqual([
      ...["NPQH", "NPQSL", "LBC", "Behaviour and culture"],
    ]);
    expect(plainNpqs("NPQH, EHCO, none")).toEqual({ codes: ["NPQH"], unknown: ["EHCO"] });
    expect(whyNoNpq("EHCO")).toContain("not an NPQ");
  });
});

const Reference = z.object({
  npqs: z.array(z.object({ short_code: z.string(), name: z.string() })),
  gias_phase_of_education: z.array(z.string()),
});

test.skipIf(REFERENCE === null)("every NPQ and phase of the published lists is understood", () => {
  const reference = Reference.parse(JSON.parse(readFileSync(REFERENCE ?? "", "utf8")));
  for (const { short_code: code, name } of reference.npqs)
    for (const text of [code, name, `NPQ ${name}`]) expect(understand("npqsTaken", text)).toBe(code);
  for (const phase of reference.gias_phase_of_education) expect(understand("phase", phase)).toBe(phase);
});
