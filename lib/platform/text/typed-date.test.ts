import { describe, expect, test } from "vitest";
import { z } from "zod";
import { DateField, withDate } from "./date-field";
import { readMonth, readTypedDate, unusualDate } from "./typed-date";

const read = (day: string, month: string, year: string) => readTypedDate({ day, month, year });

describe("a typed date", () => {
  test.each(["6", "06", " 6 ", "June", "june", "Jun", "JUN.", "Jun "])("has June as %j", (month) =>
    expect(read("12", month, "2026")).toEqual(new Date("2026-06-12")),
  );

  test.each([
    ["Sept", 9],
    ["september", 9],
    ["May", 5],
    ["12", 12],
    ["Ju", null],
    ["Juneau", null],
    ["0", null],
    ["13", null],
    ["1.", 1],
    ["-1", null],
    ["", null],
  ])("month %j is %j", (typed, month) => expect(readMonth(typed)).toBe(month));

  test.each([
    [["31", "6", "2026"], "day", "31 June 2026 does not exist: June 2026 has 30 days"],
    [["29", "Feb", "2026"], "day", "29 February 2026 does not exist: February 2026 has 28 days"],
    [["12", "6", "26"], "year", "Enter the year with four digits: 2026, not 26"],
    [["12", "6", "20266"], "year", "“20266” is not a year. Enter four digits, such as 2025"],
    [["12", "6", "1066"], "year", "Enter a year from 1900 to 2200"],
    [["12", "Jum", "2026"], "month", "“Jum” is not a month. Enter its name or its number, such as May or 5"],
    [["1st", "6", "2026"], "day", "“1st” is not a day. Enter a number from 1 to 31"],
    [["12", "", "2026"], "month", "Enter the month too"],
    [["12", "", ""], "month", "Enter the month and the year too"],
    [["", " ", ""], null, "Enter a day, a month and a year, such as 14 May 2025"],
  ] as const)("%j says what is wrong", ([day, month, year], part, problem) =>
    expect(read(day, month, year)).toEqual({ problem, part }),
  );
});

describe("a date field", () => {
  const Fields = z.preprocess(
    withDate("on"),
    z.object({ on: DateField, onConfirmed: z.boolean(), title: z.string() }),
  );
  const typed = { title: "T", "on-day": "12", "on-month": "Jun", "on-year": "2062" };

  test("combines three fields, with any others next to them", () => {
    expect(Fields.parse(typed)).toEqual({ title: "T", on: new Date("2062-06-12"), onConfirmed: false });
  });
  test("recognises a confirmation of this date, and of no other", () => {
    const confirmed = { ...typed, "on-confirmed": "2062-06-12" };
    expect(Fields.parse(confirmed)).toMatchObject({ onConfirmed: true });
    expect(Fields.parse({ ...confirmed, "on-day": "13" })).toMatchObject({ onConfirmed: false });
  });
  test.each([{}, { "on-day": ["1", "2"] }, { "on-day": "31", "on-month": "6", "on-year": "2026" }])(
    "%j is refused",
    (fields) => {
      const { error } = Fields.safeParse({ title: "T", ...fields });
      expect(error?.issues.map(({ path }) => path)).toEqual([["on"]]);
    },
  );
});

test("a date outside the expected range is reported with the limit that it passes", () => {
  const usual = { from: new Date("2025-01-01"), to: new Date("2026-07-31"), of: "the review" };
  expect(unusualDate(new Date("2025-01-01"), usual)).toBeNull();
  expect(unusualDate(new Date("2026-07-31"), usual)).toBeNull();
  expect(unusualDate(new Date("2026-08-01"), usual)).toBe(
    "1 August 2026 is after the review ends on 31 July 2026",
  );
  expect(unusualDate(new Date("2024-12-31"), usual)).toBe(
    "31 December 2024 is before the review begins on 1 January 2025",
  );
});
