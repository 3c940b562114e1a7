import { createHash } from "node:crypto";
import { z } from "zod";
import { StanceField } from "./tagging-input";

/** The most contributions in a batch: with more, the search has to be narrowed. */
export const MAX_IN_BATCH = 5_000;

/**
 * Identifies the contributions that a preview found, in any order: hex SHA-256 of their sorted ids, joined by
 * a space.
 */
export function contributionsDigest(ids: readonly string[]): string {
  return createHash("sha256")
    .update([...ids].sort().join(" "))
    .digest("hex");
}

/** One theme for every contribution of a search; the search is the query of the coding page. */
export const BatchInput = z.object({
  /** Made with the page, so that the same form sent twice is one batch. */
  id: z.uuid(),
  reviewSlug: z.string(),
  search: z.string().max(2_000),
  themeId: z.uuid({ error: "Choose a theme" }),
  stance: StanceField,
  /**
   * The digest of the contributions that the preview found: where the search finds others now, the preview is
   * shown again.
   */
  expected: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BatchInput = z.infer<typeof BatchInput>;

export const BatchIdInput = z.object({ id: z.uuid() });
export type BatchIdInput = z.infer<typeof BatchIdInput>;

/** What a batch did, as ids and numbers only. */
export type Batch = { id: string; themeTitle: string; contributions: number; undone: boolean };

/** A batch that can still be undone, with the contributions that still have what it set. */
export type StandingBatch = { id: string; at: Date; themeTitle: string; contributions: number };
