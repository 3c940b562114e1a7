import type { StoredContribution } from "@/lib/capture/contribution/contribution";
import { z } from "zod";

/** The contributions of a page, for which themes are to be proposed. */
export const SuggestInput = z.object({
  reviewId: z.uuid(),
  contributionIds: z.array(z.uuid()).max(100),
  /** Whether they are put before the coder's eyes. */
  shown: z.boolean(),
});
export type SuggestInput = z.infer<typeof SuggestInput>;

/** A theme that a method proposes for a contribution; it counts for nothing until a person accepts it. */
export type SuggestedTheme = {
  themeId: string;
  /** How sure the method is, 0 to 1. */
  probability: number;
  /** The words of the contribution that carried it, the weightiest first. */
  words: string[];
};

/** What is proposed for the contributions of a page, and what the proposals were learnt from. */
export type ContributionSuggestions = {
  /** Contribution to its suggestions, the surest first; a contribution without any is left out. */
  byContribution: Record<string, SuggestedTheme[]>;
  /** How many tagged contributions the method had learnt from; 0 means the codebook's words alone. */
  learntFrom: number;
};

/** Another contribution that says much the same. */
export type LikeContribution = Pick<StoredContribution, "id" | "text"> & {
  who: string;
  where: string;
  /** The themes it has. */
  themeIds: string[];
  /** 0 to 1; 1 is word for word the same. */
  similarity: number;
};
