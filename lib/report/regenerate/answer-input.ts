import { createHash } from "node:crypto";
import { z } from "zod";
import type { Proposal } from "./proposal";

const Key = z.hash("sha256");

export const AnswerInput = z.object({
  reportId: z.uuid(),
  /** The key of the proposal as it was shown. */
  proposal: Key,
  answer: z.enum(["accept", "leave"]),
});
export type AnswerInput = z.infer<typeof AnswerInput>;

export const AcceptAllInput = z.object({
  reportId: z.uuid(),
  /** What stands for all that were shown: see keyOfAll. */
  proposals: Key,
});
export type AcceptAllInput = z.infer<typeof AcceptAllInput>;

export const TakeBackInput = z.object({
  reportId: z.uuid(),
  /** The key of what was accepted, as it was shown. */
  accepted: Key,
});
export type TakeBackInput = z.infer<typeof TakeBackInput>;

/** Those that nobody's words stand against. */
export function ofUnedited(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter(({ theirs }) => !theirs);
}

/** Names proposals together, so that an answer to all of them is refused where one has changed. */
export function keyOfAll(proposals: readonly Proposal[]): string {
  return createHash("sha256")
    .update(proposals.map(({ key }) => key).join(" "))
    .digest("hex");
}
