import { z } from "zod";
import { asList, optionalText, plainText } from "@/lib/platform/text";
import type { Consequence } from "@/lib/capture/people/consequence";
import type { Repeat } from "./protection-events";

/** Findings and comments of other people from which repeated words are to be removed too. */
const Repeats = z.preprocess(asList, z.array(z.uuid()).max(10_000));

export const ErasePersonInput = z.object({ personId: z.uuid(), repeats: Repeats.optional() });
export type ErasePersonInput = z.output<typeof ErasePersonInput>;

export const DecideErasureInput = z
  .object({
    requestId: z.uuid(),
    decision: z.enum(["erase", "refuse"], { error: "Choose whether to erase or to refuse" }),
    reason: optionalText({ what: "Reason", max: 1000 }),
    repeats: Repeats.optional(),
  })
  .superRefine(({ decision, reason }, context) => {
    if (decision === "refuse" && reason === "")
      context.addIssue({ code: "custom", path: ["reason"], message: "Enter why you refuse it" });
  });
export type DecideErasureInput = z.output<typeof DecideErasureInput>;

export const SetHoldInput = z.object({
  reviewId: z.uuid(),
  /** Empty for the whole review. */
  personId: z.preprocess((value) => (value === "" ? null : value), z.uuid().nullable()).default(null),
  reason: plainText({ what: "Reason", max: 1000 }),
});
export type SetHoldInput = z.output<typeof SetHoldInput>;

export const EndHoldInput = z.object({ id: z.uuid() });
export type EndHoldInput = z.output<typeof EndHoldInput>;

/** What an erasure would remove, and what it cannot reach. */
export type ErasurePreview = {
  personId: string;
  roundtables: number;
  contributions: number;
  revisions: number;
  clearances: number;
  amendments: number;
  lateEntries: number;
  /** Files that are still being imported at their roundtables; they have to be chosen again. */
  openImports: number;
  /** Other person records that were matched to the same person. */
  sameAs: number;
  /** In later stages. */
  consequences: Consequence[];
  repeats: Repeat[];
  held: boolean;
  erasedAt: Date | null;
};
