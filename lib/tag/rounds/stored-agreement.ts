import { z } from "zod";
import type { RoundAgreement } from "./agreement/round-agreement";
import { UNDEFINED_WORDS, type UndefinedReason } from "./agreement/statistic";

const reasons = Object.keys(UNDEFINED_WORDS).filter(
  (reason): reason is UndefinedReason => reason in UNDEFINED_WORDS,
);
const Reason = z.enum(reasons);

const Statistic = z.union([z.object({ value: z.number() }), z.object({ undefined: Reason })]);
const undefinedResamples = z.number().int();
const Interval = z.union([
  z.object({ lower: z.number(), upper: z.number(), undefinedResamples }),
  z.object({ undefined: Reason, undefinedResamples }),
]);
const Estimate = z.object({ statistic: Statistic, interval: Interval });
const count = z.number().int().nonnegative();

const Prevalence = z.object({
  share: z.number(),
  prevalenceIndex: z.number(),
  biasIndex: z.number(),
  adjustedKappa: z.number(),
});

const Agreement = z.object({
  contributions: count,
  contributionsReadTwice: count,
  represented: count.nullable().default(null),
  coders: count,
  clusters: count,
  resamples: count,
  themes: z
    .array(
      z.object({
        theme: z.uuid(),
        contributions: count,
        differed: count,
        withTheme: count,
        coders: z.array(z.object({ read: count, present: count })).readonly(),
        percent: Estimate,
        kappa: Estimate.extend({ kind: z.enum(["cohen", "fleiss"]) }),
        alpha: Estimate,
        prevalence: Prevalence.nullable(),
        warnings: z.array(z.enum(["prevalence", "few contributions"])).readonly(),
      }),
    )
    .readonly(),
  overall: z.object({ masi: Estimate, mean: Estimate.extend({ themes: count, of: count }) }),
}) satisfies z.ZodType<RoundAgreement>;

/** The figures of a round as they are stored with it: numbers and ids, computed once. */
export const StoredAgreement = z.object({
  /** The coders in the order of each theme's counts. */
  coderIds: z.array(z.uuid()),
  figures: Agreement,
});
export type StoredAgreement = z.infer<typeof StoredAgreement>;
