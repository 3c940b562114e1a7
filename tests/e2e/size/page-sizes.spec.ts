import { overgrown, type PageLimit } from "../support/overgrown";
import { expect, signIn, test } from "../test";

const ROUNDTABLE = "roundtables/online-march-2026";

/** Pages of work, a little over what they are. Figures and findings have theirs in `released-figures.spec.ts`. */
const LIMITS: readonly PageLimit[] = [
  // The page with all its fields comes first: what a server has loaded for it must not show on the next one.
  [`${ROUNDTABLE}/people?fields=1`, 60_500, 5],
  [`${ROUNDTABLE}/people`, 33_500, 5],
  [`${ROUNDTABLE}/people?names=1`, 47_500, 12],
  [`${ROUNDTABLE}/people/add`, 52_500, 4],
  [`${ROUNDTABLE}/capture`, 56_000, 16],
  ["coding", 93_500, 13],
  ["themes", 54_500, 4],
  ["themes/assessment/passages", 83_500, 13],
];

test("no page of work has grown", async ({ context }) => {
  await signIn(context, "lead");
  expect(await overgrown(context, LIMITS)).toEqual([]);
});
