import { expect, test } from "vitest";
import { ROUNDTABLE_STATES } from "@/lib/capture/roundtable/roundtable";
import { isTakenIn, sessionNotice } from "./session-notice";

test("says what becomes of what is typed once the session has ended, and once it is closed", () => {
  expect(sessionNotice("read_back", "in_session")).toMatch(/session has ended.*until the lead closes/);
  expect(sessionNotice("closed", "read_back")).toMatch(/is closed.*late contribution.*amendment/);
  expect(sessionNotice("in_session", "read_back")).toMatch(/open again/);
});

test("says nothing while the session goes on as it began", () => {
  expect(sessionNotice("in_session", null)).toBeNull();
  expect(sessionNotice("in_session", "planned")).toBeNull();
});

test("words that come after the closing are kept for the lead; what steers a session is not sent", () => {
  expect(ROUNDTABLE_STATES.map((state) => isTakenIn(state, { do: "record" }))).toEqual(Array(4).fill(true));
  expect(isTakenIn("closed", { do: "pass" })).toBe(false);
  expect(isTakenIn("read_back", { do: "pass" })).toBe(true);
});
