import { expect, test } from "vitest";
import { beginning, readTime } from "./time";

const day = { heldOn: new Date("2025-05-14"), startsAt: null };

test.each([
  ["1521223304957", "2018-03-16T18:01:44.957Z"],
  ["1521223304", "2018-03-16T18:01:44.000Z"],
  ["14:32", "2025-05-14T13:32:00.000Z"],
  ["2025-01-14 09:05", "2025-01-14T09:05:00.000Z"],
  ["2025-05-14T09:05:30+02:00", "2025-05-14T07:05:30.000Z"],
  ["+90.5", "2025-05-14T12:01:30.500Z"],
  ["25:10", undefined],
  ["2025-02-31 10:00", undefined],
  ["Sat Mar 17 01:01:44 WIB 2018", undefined],
])("the time %j", (typed, instant) => {
  expect(readTime(typed, day)?.toISOString()).toBe(instant);
});

test("a recording's times count from when it began, in London", () => {
  const afternoon = { ...day, startsAt: "14:30" };
  expect(beginning(afternoon).toISOString()).toBe("2025-05-14T13:30:00.000Z");
  expect(readTime("+60", afternoon)?.toISOString()).toBe("2025-05-14T13:31:00.000Z");
});
