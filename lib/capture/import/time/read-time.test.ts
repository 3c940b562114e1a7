import { describe, expect, test } from "vitest";
import { beginning } from "./beginning";
import { judgeTimes } from "./judge-times";
import { readTime, type TimeKind } from "./read-time";

const day = { heldOn: new Date("2025-05-14"), startsAt: null };

test.each<[string, TimeKind, string | undefined]>([
  ["1521223304957", "dated", "2018-03-16T18:01:44.957Z"],
  ["1521223304", "dated", "2018-03-16T18:01:44.000Z"],
  ["2025-01-14 09:05", "dated", "2025-01-14T09:05:00.000Z"],
  ["2025-05-14T09:05:30+02:00", "dated", "2025-05-14T07:05:30.000Z"],
  ["2025/05/14 9:00:01 am GMT+1", "dated", "2025-05-14T08:00:01.000Z"],
  ["Wed, May 14, 2025 2:00PM", "dated", "2025-05-14T13:00:00.000Z"],
  ["14 May 2025 at 14:00", "dated", "2025-05-14T13:00:00.000Z"],
  ["2025-02-31 10:00", "dated", undefined],
  ["1899-12-30 14:30", "dated", undefined],
  ["5/4/25 9:00:01", "day first", "2025-04-05T08:00:01.000Z"],
  ["05/04/2025 09:00:01 PM", "month first", "2025-05-04T20:00:01.000Z"],
  ["14/05/2025, 14:02", "month first", undefined],
  ["14:32", "clock", "2025-05-14T13:32:00.000Z"],
  ["2:05 p.m.", "clock", "2025-05-14T13:05:00.000Z"],
  ["9am", "clock", "2025-05-14T08:00:00.000Z"],
  ["0930", "clock", "2025-05-14T08:30:00.000Z"],
  ["2530", "clock", undefined],
  ["09:30-09:45", "clock", "2025-05-14T08:30:00.000Z"],
  ["2.05 pm to 2.15 pm", "clock", "2025-05-14T13:05:00.000Z"],
  ["12-May-25 10:30", "dated", "2025-05-12T09:30:00.000Z"],
  ["12th May 2025 2:30pm", "dated", "2025-05-12T13:30:00.000Z"],
  ["1521223304.25", "dated", "2018-03-16T18:01:44.250Z"],
  ["25:10", "clock", undefined],
  ["24:05", "elapsed", "2025-05-14T12:24:05.000Z"],
  ["1:02:07", "elapsed", "2025-05-14T13:02:07.000Z"],
  ["1h 2m", "elapsed", "2025-05-14T13:02:00.000Z"],
  ["T+00:12", "elapsed", "2025-05-14T12:00:12.000Z"],
  ["0:0:3.120", "elapsed", "2025-05-14T12:00:03.120Z"],
  ["0:1:7", "elapsed", "2025-05-14T12:01:07.000Z"],
  ["1:7", "elapsed", undefined],
  ["+90.5", "elapsed", "2025-05-14T12:01:30.500Z"],
  ["61250", "milliseconds", "2025-05-14T12:01:01.250Z"],
  ["45791.604167", "serial", "2025-05-14T13:30:00.000Z"],
  ["Sat Mar 17 01:01:44 WIB 2018", "dated", undefined],
])("the time %j as %s", (typed, kind, instant) => {
  expect(readTime(typed, kind, day)?.toISOString()).toBe(instant);
});

test("a recording's times count from when it began, in London", () => {
  const afternoon = { ...day, startsAt: "14:30" };
  expect(beginning(afternoon).toISOString()).toBe("2025-05-14T13:30:00.000Z");
  expect(readTime("+60", "elapsed", afternoon)?.toISOString()).toBe("2025-05-14T13:31:00.000Z");
});

describe("what times are", () => {
  test.each<[string[], TimeKind | undefined]>([
    [["14:02:11", "14:02:40", "14:03:02"], "clock"],
    [["9:58", "10:02", "", "10:40"], "clock"],
    [["0:03", "0:31", "14:10", "24:05", "59:59", "1:02:07"], "elapsed"],
    [["00:03", "00:09", "00:31"], "elapsed"],
    [["00:00:03", "00:10:09", "01:02:31"], "elapsed"],
    [["+1.000", "+63.2"], "elapsed"],
    [["0.25", "61.25", "3599"], "elapsed"],
    [["250", "61250", "3599000"], "milliseconds"],
    [["0", "4000", "8500", "12000"], "milliseconds"],
    [["1000", "1012", "1400"], "elapsed"],
    [["0930", "0945", "1410"], "clock"],
    [["09:36:00", "09:50:00", "09:36:00"], "clock"],
    [["10:20", "9:50", "10:02"], "clock"],
    [["1:20", "0:50", "3:02"], "elapsed"],
    [["1521223304957"], "dated"],
    [["2025-05-14 14:02:11", "2025-05-14 14:03:02"], "dated"],
    [["12/05/2025 09:00:01", "14/05/2025 09:00:01"], "day first"],
    [["5/13/25 9:00:01", "5/14/25 9:02:01"], "month first"],
    [["5/12/25 9:00:01", "5/12/25 9:02:01"], "month first"],
    [["12/5/25 9:00:01", "12/5/25 9:02:01"], "day first"],
    [["45791.604167", "45791.611111"], "serial"],
    [["Words", "and more words", "14:32"], undefined],
    [[], undefined],
  ])("%j are %s", (values, kind) => {
    expect(judgeTimes(values, day)?.kinds[0]?.kind).toBe(kind);
  });

  test("counts what cannot be read, and gives examples of what can", () => {
    const times = judgeTimes(["about ten", "10:02", "10:02", "10:15", "", "10:40", "10:50"], day);
    expect(times).toMatchObject({
      of: 6,
      kinds: [
        { kind: "clock", read: 5 },
        { kind: "elapsed", read: 5 },
      ],
    });
    expect(times?.examples).toEqual(["10:02", "10:15", "10:40"]);
  });
});
