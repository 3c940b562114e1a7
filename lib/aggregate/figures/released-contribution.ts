import type { Stance } from "@/lib/capture/contribution/stance";

/**
 * What people other than facilitators read of a contribution: only cleared words. Nothing in it tells which
 * contribution it is, when it was said, in what order or by whom.
 */
export type ReleasedContribution = {
  text: string;
  stances: Stance[];
  /** Written down word for word; otherwise the text is the gist that a facilitator noted, and no quotation. */
  verbatim: boolean;
  /**
   * The one attribute that may be shown, the same everywhere: the speaker's role, where enough people share
   * it.
   */
  role: string | null;
};

/** So many contributions are on a page: with more it would be the longest page of the dashboard. */
export const EVIDENCE_PAGE = 30;
