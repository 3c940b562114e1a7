import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import type { Check } from "@/lib/report/check/check";
import type { Claim } from "@/lib/report/claim/claim";
import type { TheirBlock } from "@/lib/report/draft/saving/save-draft-input";

/** What the page gives to the editor of a draft. */
export type EditorDraft = {
  reportId: string;
  reviewId: string;
  userId: string;
  title: string;
  /** Names of the members of the review, by user. */
  people: Readonly<Record<string, string>>;
  blocks: readonly TheirBlock[];
  claims: readonly Claim[];
  figures: ReportFigures | null;
  smallNumber: number;
  /** What the server found in the draft as it read it. */
  checks: readonly Check[];
};
