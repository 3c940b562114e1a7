import { expect, test } from "vitest";
import { ROUNDTABLE_STATES } from "@/lib/capture/roundtable/states";
import { isTakenIn, sessionNotice } from "./session-notice";

test("says what happens to typed contributions after the session has ended, and after it is closed", () => {
  expect(sessionNotice("read_back", "in_session")).toMatch(/session has ended.*until the lead closes/);
  expect(sessionNotice("closed", "read_back")).toMatch(/is closed.*late contribution.*amendment/);
  expect(sessionNotice("in_session", "read_back")).toMatch(/open again/);
});

test("says nothing while the session continues as it began", () => {
  expect(sessionNotice("in_session", null)).toBeNull();
  expect(sessionNotice("in_session", "planned")).toBeNull();
});

test("words that arrive after the closing are kept for the lead; operations that control a session are not sent", () => {
  expect(ROUNDTABLE_STATES.map((state) => isTakenIn(state, { do: "record" }))).toEqual(Array(4).fill(true));
  expect(isTakenIn("closed", { do: "pass" })).toBe(false);
  expect(isTakenIn("read_back", { do: "pass" })).toBe(true);
});
