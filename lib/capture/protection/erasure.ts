import { z } from "zod";
import { optionalText, plainText } from "@/lib/platform/text/text";
import { asList } from "@/lib/platform/text/form-values";
import type { Consequence } from "@/lib/capture/people/consequence";
import { keyUnder, type Choice, type Trace } from "./trace";

const Keys = z.preprocess(asList, z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(1000));

/** Traces in other people's texts that were shown, and those of them that are to be removed. */
const Traces = { shown: Keys.default([]), masked: Keys.default([]) };

export function choiceOf({
  shown,
  masked,
}: {
  shown?: readonly string[];
  masked?: readonly string[];
}): Choice {
  return { shown: new Set(shown), masked: new Set(masked) };
}

type Decided = { masked?: string[]; kept?: string[] };

/** The choice as an entry of the ledger names it, under the person's secret. */
export function decidedTraces({ shown, masked }: Choice, secret: string): Decided {
  const under = (keys: Iterable<string>) => [...keys].map((key) => keyUnder(secret, key));
  const kept = [...shown].filter((key) => !masked.has(key));
  return shown.size === 0
    ? {}
    : { masked: under([...masked].filter((key) => shown.has(key))), kept: under(kept) };
}

/** The choice again, from an entry of the ledger; null where nobody decided, or the secret is gone. */
export function choiceAgain({ masked = [], kept = [] }: Decided, secret: string | null): Choice | null {
  if (secret === null) return null;
  return { shown: new Set([...masked, ...kept]), masked: new Set(masked), secret };
}

export const ErasePersonInput = z.object({ personId: z.uuid(), ...Traces });
export type ErasePersonInput = z.output<typeof ErasePersonInput>;

export const DecideErasureInput = z
  .object({
    requestId: z.uuid(),
    decision: z.enum(["erase", "refuse"], { error: "Choose whether to erase or to refuse" }),
    reason: optionalText({ what: "Reason", max: 1000 }),
    ...Traces,
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
  /** In texts by other people. */
  traces: Trace[];
  /** How many more there are than can be shown; they are handled as proposed. */
  moreTraces: number;
  held: boolean;
  erasedAt: Date | null;
};
