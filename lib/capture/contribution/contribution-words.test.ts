import { expect, test } from "vitest";
import { otherDayWords } from "./contribution-words";

const heldOn = "2025-05-14T00:00:00.000Z";

test("a contribution said on another day than its roundtable's gives that day", () => {
  expect(otherDayWords({ saidAt: "2025-05-15T01:49:00.000Z", timeKnown: true }, heldOn)).toBe("15 May");
  expect(otherDayWords({ saidAt: "2026-05-14T12:00:00.000Z", timeKnown: true }, heldOn)).toBe("14 May 2026");
  expect(otherDayWords({ saidAt: "2025-05-14T16:02:00.000Z", timeKnown: true }, heldOn)).toBeNull();
});

test("where the time is not known, no day is given either", () => {
  expect(otherDayWords({ saidAt: "2026-01-01T00:00:00.000Z", timeKnown: false }, heldOn)).toBeNull();
});
