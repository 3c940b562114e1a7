import type { NotReportable } from "@/lib/report/claim/claim";

/**
 * A finding that a draft leaves out. "not cited": it may be reported, but no sentence of the draft does so.
 */
export type FindingNotTold = {
  id: string;
  text: string;
  why: Exclude<NotReportable, "no evidence"> | "not cited";
};
