import type { FormAction } from "@/components/ui/form/sending";
import type { LikeContribution, ContributionSuggestions } from "@/lib/tag/coding/suggested";
import type { TaggingAnswer, TaggingChange } from "@/lib/tag/coding/tagging";
import type { ReadContributions } from "./use-contributions";

/** What the coding page's parts ask the server for. */
export type CodingActions = {
  send: (change: TaggingChange) => Promise<TaggingAnswer>;
  /** The same change without JavaScript. */
  save: FormAction;
  writeMemo: FormAction;
  changeMemo: FormAction;
  withdrawMemo: FormAction;
  suggest: (contributionIds: string[]) => Promise<ContributionSuggestions>;
  /** Contributions of the page that its filter finds no more. */
  readKept: (contributionIds: string[]) => Promise<ReadContributions>;
  findLike: (contributionId: string) => Promise<LikeContribution[]>;
};
