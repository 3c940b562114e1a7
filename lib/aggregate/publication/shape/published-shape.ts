import { z } from "zod";

/**
 * A count of people as everybody but facilitators sees it. It is made from a count by `publishCount` and from nothing
 * else; its words, the numbers that it may stand for and its picture are functions of it. The rule is that of the
 * statistics of Ofqual and DfE: none, a few, or rounded to the nearest five.
 */
const PublishedCountShape = z.discriminatedUnion("is", [
  z.object({ is: z.literal("none") }),
  /** From 1 up to the review's threshold less one. */
  z.object({ is: z.literal("a few") }),
  /** Rounded to the nearest 5. */
  z.object({ is: z.literal("about"), n: z.int().positive() }),
  /** Rounding reaches everybody present. */
  z.object({ is: z.literal("nearly all") }),
  /** Not shown, because it would give away another count. */
  z.object({ is: z.literal("held back") }),
]);
export type PublishedCount = z.infer<typeof PublishedCountShape>;

/** A count, out of how many people present, which is exact, and from which count on numbers are shown. */
export const PublishedFigureShape = z.object({
  count: PublishedCountShape,
  of: z.int().nonnegative(),
  threshold: z.int().min(2),
});
export type PublishedFigure = z.infer<typeof PublishedFigureShape>;
