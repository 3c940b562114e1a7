import { createHash } from "node:crypto";
import type { Hands, Wording, Stance } from "@/lib/capture/contribution/contribution";
import type { Source } from "@/lib/capture/roundtable/source";

/** A contribution of a file, ready to be stored. */
export type StagedContribution = {
  id: string;
  source: Source;
  wording: Wording;
  text: string;
  participantId: string | null;
  questionId: string | null;
  stance: Stance | null;
  saidAt: Date;
  /** False where the file says no time. */
  timeKnown: boolean;
  hands?: Hands | null;
  agreementSeen?: boolean;
  npqs?: readonly string[];
};

/**
 * The id of a contribution that has none of its own. It is the same for the same row, so that a row is never
 * stored twice, and it increases in the file's order, because the database stores ordered ids much faster.
 */
export function contributionId(importId: string, index: number): string {
  const hex = createHash("sha256").update(`${importId}:${index}`).digest("hex");
  const place = index.toString(16).padStart(6, "0");
  return `${importId.slice(0, 13)}-8${place.slice(0, 3)}-8${place.slice(3)}-${hex.slice(0, 12)}`;
}
