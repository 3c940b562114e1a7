import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { timeOf, unitOf, writtenTime, type Span } from "./json-time";

test.each([
  [250, "start", { number: 250, unit: null }],
  ["0.14", "start_time", { number: 0.14, unit: null }],
  ["1.200s", "startTime", { number: 1.2, unit: "s" }],
  ["1200ms", "startTime", { number: 1200, unit: "ms" }],
  [1200, "start_ms", { number: 1200, unit: "ms" }],
  [1200, "startTimeMillis", { number: 1200, unit: "ms" }],
  ["PT1H2M3.5S", "offset", { number: 3723.5, unit: "s" }],
  ["00:01:03.1234567", "startOffset", { number: 63.1234567, unit: "s" }],
  ["00:01:03,500", "from", { number: 63.5, unit: "s" }],
  [{ seconds: "61", nanos: 500_000_000 }, "startTime", { number: 61.5, unit: "s" }],
  ["14:02:11", "time", { words: "14:02:11" }],
  ["2026-05-12T14:02:11Z", "date", { words: "2026-05-12T14:02:11Z" }],
  ["PT", "offset", { words: "PT" }],
  ["", "start", null],
  [true, "start", null],
])("%j under %s", (value, key, written) => {
  expect(writtenTime(value, key)).toEqual(written);
});

test("a time is plus and seconds, an instant, or as it was written", () => {
  expect(timeOf({ number: 250, unit: null }, "ms")).toBe("+0.25");
  expect(timeOf({ number: 3_599_000, unit: null }, "ms")).toBe("+3599");
  expect(timeOf({ number: 2.5, unit: "s" }, "ms")).toBe("+2.5");
  expect(timeOf({ number: 1e-9, unit: null }, "s")).toBe("+0");
  expect(timeOf({ number: 1_778_594_531, unit: null }, "s")).toBe("1778594531");
  expect(timeOf({ number: 1_778_594_531_000, unit: null }, "s")).toBe("1778594531000");
  expect(timeOf({ words: "14:02" }, "ms")).toBe("14:02");
});

describe("the unit of a file", () => {
  /** A meeting in which people speak two to three words a second, with silences, in seconds. */
  function meeting(seed: number, ends: boolean): Span[] {
    const random = seededRandom(seed);
    let at = Math.floor(random() * 60);
    return Array.from({ length: 3 + Math.floor(random() * 40) }, () => {
      const words = 5 + Math.floor(random() * 60);
      const start = at;
      const end = start + Math.ceil(words / (2 + random()));
      at = end + Math.floor(random() * 30);
      return { start, end: ends ? end : null, words };
    });
  }
  test.each([true, false])("is found for meetings of every length; with ends: %s", (ends) => {
    for (let seed = 1; seed <= 300; seed++) {
      const seconds = meeting(seed, ends);
      const times = (by: number) =>
        seconds.map(({ start, end, words }) => ({
          start: start * by,
          end: end === null ? null : end * by,
          words,
        }));
      expect(unitOf(seconds, null), `seed ${seed}`).toBe("s");
      expect(unitOf(times(1000), null), `seed ${seed}`).toBe("ms");
      expect(unitOf(times(1.013), null), `seed ${seed}`).toBe("s");
    }
  });
  test("is what the program uses where the file says too little", () => {
    expect(unitOf([{ start: 250, end: null, words: 5 }], null)).toBe("s");
    expect(unitOf([{ start: 250, end: null, words: 5 }], "ms")).toBe("ms");
    expect(unitOf([], null)).toBe("s");
  });
});
