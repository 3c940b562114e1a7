import { expect, test } from "vitest";
import { openingsOf } from "./elapsed";

const at = (minute: number) => new Date(Date.UTC(2026, 2, 5, 14, minute));
const opening = (questionId: string, minute: number, tableId: string | null = null) => ({
  questionId,
  tableId,
  openedAt: at(minute),
});

test("a question is open until the same place turns to another, or the roundtable is closed", () => {
  const openings = [opening("1", 0), opening("2", 10, "table"), opening("2", 20), opening("1", 30)];
  const until = (closedAt: Date | null) => openingsOf(openings, closedAt).map((one) => one.until);
  expect(until(null)).toEqual([at(20), null, at(30), null]);
  expect(until(at(50))).toEqual([at(20), at(50), at(30), at(50)]);
});
