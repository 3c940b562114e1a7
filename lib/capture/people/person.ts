import { z } from "zod";

export const PairInput = z.object({ personId: z.uuid(), otherId: z.uuid() });
export type PairInput = z.output<typeof PairInput>;

export const SeparateInput = z.object({ personId: z.uuid() });
export type SeparateInput = z.output<typeof SeparateInput>;

/** What the decisions about two people are called in the audit log, which is where they are remembered. */
export const MATCH_DECISIONS = {
  same: "person.match",
  other: "person.tell-apart",
  separated: "person.separate",
} as const;

/** Somebody who was found to be another: taken apart, they are as before. */
export type MatchedPerson = { id: string; name: string | null; as: string | null; roundtables: string[] };
