import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { together } from "./together";

/** A function that notes what it was given each time, and fails where it is given 13. */
function noted(atMost: number) {
  const runs: number[][] = [];
  const double = together(atMost, async (all: readonly number[]) => {
    runs.push([...all]);
    await wait(1);
    if (all.includes(13)) throw new Error("Thirteen");
    return all.map((n) => 2 * n);
  });
  return { runs, double };
}

test("takes one at once, and those who come meanwhile together and in their order", async () => {
  const { runs, double } = noted(10);
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
  expect(await double(5)).toBe(10);
  expect(runs).toEqual([[1], [2, 3, 4], [5]]);
});

test("takes no more than it may, and leaves the others to the next run", async () => {
  const { runs, double } = noted(2);
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
  expect(runs).toEqual([[1], [2, 3], [4]]);
});

test("fails those of one run, and goes on", async () => {
  const { double } = noted(10);
  const all = await Promise.allSettled([1, 13, 3].map(double));
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(await double(4)).toBe(8);
});

test("gives nobody the answer of another where one is missing", async () => {
  const odd = together(10, (all: readonly number[]) => Promise.resolve(all.filter((n) => n % 2 === 1)));
  const all = await Promise.allSettled([1, 2, 3].map(odd));
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
});

test("lets who asks about one thing not wait for another", async () => {
  const held = new Map<string, () => void>();
  const begun: string[][] = [];
  const store = together(
    10,
    async (all: readonly string[]) => {
      begun.push([...all]);
      const [place = ""] = all[0]?.split(" ") ?? [];
      await new Promise<void>((resolve) => held.set(place, resolve));
      return all;
    },
    (asked) => asked.split(" ")[0] ?? "",
  );
  const slow = store("London 1");
  const later = store("London 2");
  const other = store("Leeds 1");
  held.get("Leeds")?.();
  expect(await other).toBe("Leeds 1");
  expect(begun).toEqual([["London 1"], ["Leeds 1"]]);
  held.get("London")?.();
  expect(await slow).toBe("London 1");
  held.get("London")?.();
  expect(await later).toBe("London 2");
});
