import { describe, expect, test } from "vitest";
import {
  calendarDate,
  endOfDay,
  formatDate,
  formatDayInLondon,
  formatInstant,
  formatTime,
  isOnDay,
} from "./dates";

describe("dates", () => {
  test.each([
    [2025, 2, 31],
    [2025, 13, 1],
    [2025, 0, 1],
    [2025, 2, 29],
    [20255, 1, 1],
    [25, 1, 1],
  ])("%i-%i-%i is not a date", (year, month, day) => expect(calendarDate(year, month, day)).toBeNull());

  test("a leap day is a date", () =>
    expect(calendarDate(2028, 2, 29)?.toISOString()).toBe("2028-02-29T00:00:00.000Z"));

  test("an instant is shown in London, in summer time too; a calendar date has no zone", () => {
    expect(formatTime(new Date("2025-05-14T13:32:00Z"))).toBe("14:32");
    expect(formatTime(new Date("2025-01-14T13:32:00Z"))).toBe("13:32");
    expect(formatInstant(new Date("2025-05-14T23:30:00Z"))).toBe("15 May 2025 at 00:30");
    expect(formatDate(new Date("2025-05-14"))).toBe("14 May 2025");
  });
});

test.each([
  ["in winter", "2026-01-31", "2026-01-31T23:59:59.999Z"],
  ["in summer", "2026-07-01", "2026-07-01T22:59:59.999Z"],
  ["on the day the clocks go forward", "2026-03-29", "2026-03-29T22:59:59.999Z"],
  ["on the day before", "2026-03-28", "2026-03-28T23:59:59.999Z"],
  ["on the day they go back", "2026-10-25", "2026-10-25T23:59:59.999Z"],
  ["on the day before that", "2026-10-24", "2026-10-24T22:59:59.999Z"],
])("a day ends at midnight in London %s", (_, day, end) => {
  expect(endOfDay(new Date(day)).toISOString()).toBe(end);
});

test("the day of an instant is the day in London, in summer and in winter", () => {
  const may = new Date("2025-05-14");
  expect(isOnDay(new Date("2025-05-13T22:59:59.999Z"), may)).toBe(false);
  expect(isOnDay(new Date("2025-05-13T23:00:00.000Z"), may)).toBe(true);
  expect(isOnDay(new Date("2025-05-14T22:59:59.999Z"), may)).toBe(true);
  expect(isOnDay(new Date("2025-05-14T23:00:00.000Z"), may)).toBe(false);
  expect(isOnDay(new Date("2025-12-03T23:59:00.000Z"), new Date("2025-12-03"))).toBe(true);
});

test("the day of an instant compared with another day has its year where that differs", () => {
  const may = new Date("2025-05-14");
  expect(formatDayInLondon(new Date("2025-05-14T23:30:00Z"), may)).toBe("15 May");
  expect(formatDayInLondon(new Date("2026-11-29T02:49:00Z"), may)).toBe("29 Nov 2026");
});
