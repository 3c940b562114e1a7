import type { Stance } from "@/lib/capture/contribution/stance";

/**
 * What anybody but facilitators reads of a contribution: cleared words alone. Nothing in it tells which
 * contribution it is, when it was said, in what order or by whom.
 */
export type ReleasedContribution = {
  text: string;
  stances: Stance[];
  /** The one attribute that may be told, the same everywhere: the speaker's role, where enough share it. */
  role: string | null;
};

export const EVIDENCE_PAGE = 50;
