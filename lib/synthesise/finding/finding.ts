import type { Stance } from "@/lib/capture/contribution/stance";
import { evidenceSentence, type Behind, type EvidenceCounts } from "./evidence";

/** A one-sentence statement under a theme, and what the contributions that bear on it amount to. */
export type Finding = Behind & {
  id: string;
  themeId: string;
  text: string;
  /** What those who contradict it say, in one sentence; empty where it is not written. */
  counterView: string;
  /** For facilitators; never published. */
  note: string;
  stance: Stance;
  revision: number;
};

export type FindingRevision = {
  revision: number;
  text: string;
  counterView: string;
  note: string;
  stance: Stance;
  themeId: string;
  endedAt: Date;
  endedBy: string;
};

export const STATEMENT_LIMIT = 240;

export const NOTE_LIMIT = 2_000;

/** What a list shows of a finding, and no more: a page holds it as data too. */
export function findingInList({
  id,
  text,
  stance,
  ...counts
}: EvidenceCounts & Pick<Finding, "id" | "text" | "stance">) {
  return { id, text, stance, evidence: evidenceSentence(counts) };
}
