import type { BlockType, Section } from "./block";

/** What a claim rests on. `findingId` is the finding that the sentence was made from. */
export type DraftClaim = { findingId: string | null; supports: string[]; contradicts: string[] };

/** A sentence of a new draft; a claim gets its id when the draft is stored. */
export type DraftSentence =
  | { text: string; voice: "framing" }
  | { text: string; voice: "claim"; claim: DraftClaim };

export type DraftBlock = { section: Section; type: BlockType; sentences: DraftSentence[] };

export function framing(text: string): DraftSentence {
  return { text, voice: "framing" };
}
