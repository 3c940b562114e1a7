import { z } from "zod";

const ids = z
  .union([z.array(z.uuid()), z.uuid().transform((id) => [id])])
  .optional()
  .transform((list) => list ?? []);

/** What the lead chose for a release, as the form of the release page sends it. */
export const ReleaseChoices = z.object({
  reviewId: z.uuid(),
  /** Roundtables get tables of their own, or are shown together alone. */
  tables: z.enum(["each", "together"]).default("each"),
  /** Roundtables that are closed and wait for a later release. */
  waiting: ids,
  /** Findings that are left out. */
  withoutFindings: ids,
  /** What the lead saw, as a digest: where it has changed since, nothing is released. */
  seen: z.string().max(64).optional(),
});
export type ReleaseChoices = z.output<typeof ReleaseChoices>;

/** Choices that may be left at what the form begins with. */
export type ReleaseRequest = Pick<ReleaseChoices, "reviewId"> & Partial<ReleaseChoices>;

export function choicesOf({ reviewId, tables, waiting, withoutFindings }: ReleaseRequest) {
  return {
    reviewId,
    tables: tables ?? ("each" as const),
    waiting: waiting ?? [],
    withoutFindings: withoutFindings ?? [],
  };
}

/** New roundtables are taken in when so many new people came, so that no release tells what a few of them said. */
export const LEAST_NEW_PEOPLE = 10;

/** A change to what was released that fewer people caused waits for the next release that takes new people in. */
export const LEAST_CHANGED_PEOPLE = 5;
