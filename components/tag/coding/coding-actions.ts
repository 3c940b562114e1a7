import type { FormAction } from "@/components/ui/form/sending";
import type { ReadMeanings } from "@/components/tag/codebook/definitions";
import type { Answer } from "@/lib/access/answer";
import type { SimilarContribution, ContributionSuggestions } from "@/lib/tag/coding/suggested";
import type { TaggingAnswer } from "@/lib/tag/coding/tagging";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import type { ReadContributions } from "./use-contributions";

/** The server actions of the coding page's parts. */
export type CodingActions = {
  send: (change: TaggingChange) => Promise<TaggingAnswer>;
  /** The same change without JavaScript. */
  save: FormAction;
  writeMemo: FormAction;
  changeMemo: FormAction;
  withdrawMemo: FormAction;
  suggest: (contributionIds: string[]) => Promise<Answer<ContributionSuggestions>>;
  /** Contributions on the page that its filter no longer finds. */
  readKept: (contributionIds: string[]) => Promise<Answer<ReadContributions>>;
  readMeanings: ReadMeanings;
  findSimilar: (contributionId: string) => Promise<Answer<SimilarContribution[]>>;
};
