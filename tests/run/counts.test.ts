import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countsFromReport, countsLine, readPlaywright, readVitest, sumCounts } from "./counts.mjs";

describe("countsLine", () => {
  it("names the skipped only where there are any", () => {
    expect(countsLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
    expect(countsLine({ passed: 1, failed: 2, skipped: 3 })).toBe("1 passed, 2 failed, 3 skipped");
  });
});

describe("sumCounts", () => {
  it("adds each count", () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sumCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});

describe("countsFromReport", () => {
  let folder: string;
  let report: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "npq-review-counts-"));
    report = path.join(folder, "report.json");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (contents: object) => writeFileSync(report, JSON.stringify(contents));

  it("reads the counts of Vitest", () => {
    write({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
    expect(countsFromReport(report, false, readVitest)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it("reads the counts of Playwright", () => {
    write({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(countsFromReport(report, false, readPlaywright)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it("counts a failure when the run went wrong without a failed test", () => {
    write({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });
    expect(countsFromReport(report, false, readVitest)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it("counts a failure when there is no report", () => {
    expect(countsFromReport(report, true, readVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
