import { z } from "zod";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { CitedContribution } from "@/lib/report/claim/claim";

export const FindEvidenceInput = z.object({
  reportId: z.uuid(),
  words: z.string().max(500),
  /** Instead of words: contributions that the page knows by their ids. */
  ids: z.array(z.uuid()).max(500),
});
export type FindEvidenceInput = z.infer<typeof FindEvidenceInput>;

export type FoundFinding = {
  id: string;
  text: string;
  stance: Stance;
  supports: CitedContribution[];
  contradicts: CitedContribution[];
};

/** A contribution as facilitators read it, with what citing it needs. */
export type FoundContribution = {
  cited: CitedContribution;
  text: string;
  speaker: string;
  roundtable: string;
};

export type FoundEvidence = { findings: FoundFinding[]; contributions: FoundContribution[] };
