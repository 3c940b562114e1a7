import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainEnglish } from "@/lib/report/check/plain-english";
import { sharedFile } from "../support/shared-data";

/** Advice on a summary that was published as it is has to be rare, or nobody reads it. */
const MAX_FLAGS = 10;

const file = sharedFile("../seed/roundtable-summary.txt");

test.skipIf(file === null)("a published summary gets little advice on plain English", () => {
  const paragraphs = readFileSync(file ?? "", "utf8")
    .split("\n")
    .filter(Boolean);
  const flags = plainEnglish(paragraphs).flat();
  expect(paragraphs.length).toBeGreaterThan(10);
  expect(flags.length).toBeGreaterThan(0);
  expect(flags.length).toBeLessThanOrEqual(MAX_FLAGS);
});
