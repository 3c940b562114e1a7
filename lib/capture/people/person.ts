import { z } from "zod";

export const PairInput = z.object({ personId: z.uuid(), otherId: z.uuid() });
export type PairInput = z.output<typeof PairInput>;

export const SeparateInput = z.object({ personId: z.uuid() });
export type SeparateInput = z.output<typeof SeparateInput>;

/** The audit log's names for decisions about two people; the decisions are stored only there. */
export const MATCH_DECISIONS = {
  same: "person.match",
  other: "person.tell-apart",
  separated: "person.separate",
} as const;

/** Somebody who was matched to another person; separated, they are as before. */
export type MatchedPerson = { id: string; name: string | null; as: string | null; roundtables: string[] };
