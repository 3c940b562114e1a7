import type { WordsErased } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";
import { models } from "../queries/learnt-model";
import { indexes } from "../queries/similar-contributions";

/** Drops what was learnt from words that are erased. Other processes are notified after this has committed. */
export function forgetLearnt(_tx: Tx, { reviewId }: WordsErased): Promise<void> {
  for (const held of [models, indexes]) held.forget(reviewId);
  return Promise.resolve();
}
