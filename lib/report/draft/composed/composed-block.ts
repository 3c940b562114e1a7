import { z } from "zod";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import type { BlockContent } from "../content/block-content";
import type { Section } from "../document-kind";
import type { ClaimEvidence } from "./telling";

/** A paragraph as it was composed when somebody last answered for it: generated, accepted, or left. */
export type ComposedBlock = {
  id: string;
  /** The paragraph of the draft that came of it; null where it was left out. */
  blockId: string | null;
  section: Section;
  content: BlockContent;
  evidence: ClaimEvidence;
  /** False where the evidence gave no such paragraph any more. */
  current: boolean;
};

/** What each claim of a composed paragraph tells and cites, as it is stored. */
export const StoredEvidence = z.record(
  z.string(),
  z.object({
    findingId: z.string().nullable(),
    side: z.enum(["supports", "contradicts"]),
    themeId: z.string().nullable(),
    stance: z.enum(STANCE_ORDER).nullable(),
    supports: z.array(z.string()),
    contradicts: z.array(z.string()),
  }),
);

/** The same as JSON takes it. */
export function jsonOf(evidence: ClaimEvidence): z.infer<typeof StoredEvidence> {
  return Object.fromEntries(
    Object.entries(evidence).map(([id, claim]) => [
      id,
      { ...claim, supports: [...claim.supports], contradicts: [...claim.contradicts] },
    ]),
  );
}
