import { describe, expect, test } from "vitest";
import type { Breach } from "./attacker/attack";
import type { Publishing } from "./publish-review";
import { changedAtMost, meaningOf } from "./statements";
import { addTrial, noTotals, shareInWords, tryReview } from "./trial";

const REVIEWS = 50;
/** Few and small roundtables; `npm run test:disclosure` takes the large ones as well. */
const SMALL = 3;

const seeds = Array.from({ length: REVIEWS }, (_, at) => at + 1);

test(
  "no small count follows from what random reviews release and report, and most of it can be read",
  { timeout: 300_000 },
  () => {
    const totals = noTotals();
    const breaches: (Breach & { seed: number })[] = [];
    for (const seed of seeds) {
      const trial = tryReview(seed, "checked", SMALL);
      addTrial(totals, trial);
      breaches.push(...trial.breaches.map((breach) => ({ seed, ...breach })));
    }
    expect(breaches).toEqual([]);
    expect(totals.targets).toBeGreaterThan(REVIEWS * 5);
    expect(totals.sentences).toBeGreaterThan(REVIEWS * 2);
    const { review, roundtables } = totals.usefulness;
    process.stdout.write(
      `Shown of what is not none: ${shareInWords(review)} in reviews, ${shareInWords(roundtables)} at roundtables.\n`,
    );
    expect(review.shown / review.all).toBeGreaterThan(0.95);
    expect(roundtables.shown / roundtables.all).toBeGreaterThan(0.8);
  },
);

describe("the attacker sees", () => {
  test("a publication that leaves nothing out", () => {
    expect(firstBreach("unchecked", seeds)).toBeDefined();
  });

  // Of these small reviews few have something that only two releases together give away.
  test("one that checks each release alone, without what was published before", () => {
    expect(firstBreach("each release alone", [43])).toBeDefined();
    expect(firstBreach("checked", [43])).toBeUndefined();
  });

  test("one that prints exact numbers", () => {
    expect(firstBreach("exact", seeds)).toMatchObject({ values: 1, proven: true });
  });
});

function firstBreach(publishing: Publishing, some: readonly number[]): Breach | undefined {
  for (const seed of some) {
    const [breach] = tryReview(seed, publishing, SMALL).breaches;
    if (breach) return breach;
  }
  return undefined;
}

test.each([
  ["none", 0, 0],
  ["a few", 1, 4],
  ["about 5", 5, 7],
  ["about 10", 8, 12],
  ["nearly all", 18, 20],
  ["not shown", 0, 20],
  ["3", 3, 3],
])("a reader takes “%s” of 20 for %i to %i", (says, low, high) => {
  expect(meaningOf({ place: "review", counted: "people", says, present: 20 }, 5)).toEqual({ low, high });
});

test("a reader of how many were corrected reckons with what the words may stand for", () => {
  expect([0, 1, 4, 6].map((people) => changedAtMost(people, 20, 5))).toEqual([0, 4, 4, 7]);
});
