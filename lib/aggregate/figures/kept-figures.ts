import { z } from "zod";

const count = z.number().int().nonnegative();

/** What the kept figures of some roundtables add up to, as the database gives it and keeps it for a whole review. */
export const KeptFigures = z.object({
  /** How many roundtables have begun. */
  roundtables: count,
  /** Distinct people present, without hosts, and their attendances. */
  present: count,
  attendances: count,
  /** Contributions that figures count; all that stand, and those of them by source. */
  counted: count,
  standing: count,
  unidentified: count,
  group: count,
  host: count,
  notes: count,
  patterns: z.array(
    z.object({
      theme: z.string(),
      roundtables: count,
      stances: count,
      people: count,
      contributions: count,
      strength: count,
      improvement: count,
      ask: count,
      observation: count,
    }),
  ),
  withoutSpeaker: z.array(
    z.object({
      theme: z.string(),
      raised: count.nullable(),
      asked: count.nullable(),
      contributions: count,
    }),
  ),
});
export type KeptFigures = z.infer<typeof KeptFigures>;

/** Which figures: of a whole review, or of one of its roundtables alone. */
export type KeptScope = { reviewId: string; roundtableId: string | null };
