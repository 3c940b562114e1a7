import { invalid } from "@/lib/platform/errors";
import { workerTask } from "@/lib/platform/workers/task";
import type { schoolCandidates, suggestMasks } from "./mask-suggestions";

/** What the page says in place of suggestions; the contribution can be cleared all the same. */
const NO_SUGGESTIONS =
  "Looking for names in this contribution took too long, so nothing is suggested. Nothing was lost. Read the words, and mask everything that could identify somebody.";

/** Some tens of milliseconds for the longest contribution. */
const limits = { limitMs: 5_000, tooLong: () => invalid(NO_SUGGESTIONS) };

export const FIND_SCHOOLS = workerTask<typeof schoolCandidates>("find-schools", limits);
export const SUGGEST_MASKS = workerTask<typeof suggestMasks>("suggest-masks", limits);

/**
 * Longer words, in UTF-16 units, are looked at in a thread of their own. For shorter ones, which nearly all
 * contributions have, the way to a thread and back would take longer than the work.
 */
export const LONG_WORDS = 2_000;
