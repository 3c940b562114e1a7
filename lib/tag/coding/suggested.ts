import type { StoredContribution } from "@/lib/capture/contribution/contribution";
import { z } from "zod";

/** The contributions of a page for which themes are to be suggested. */
export const SuggestInput = z.object({
  reviewId: z.uuid(),
  contributionIds: z.array(z.uuid()).max(100),
  /** Whether the coder sees them. */
  shown: z.boolean(),
});
export type SuggestInput = z.infer<typeof SuggestInput>;

/** A theme that a method proposes for a contribution; it is not counted until a person accepts it. */
export type SuggestedTheme = {
  themeId: string;
  /** The estimated probability, 0 to 1. */
  probability: number;
  /** The words of the contribution behind it, the most important first. */
  words: string[];
};

/** The suggestions for the contributions of a page, and what they were learned from. */
export type ContributionSuggestions = {
  /** Contribution to its suggestions, the most probable first; contributions without any are left out. */
  byContribution: Record<string, SuggestedTheme[]>;
  /** How many tagged contributions the method had learned from; 0 means only the codebook's words. */
  learntFrom: number;
};

/** Another contribution that says nearly the same. */
export type SimilarContribution = Pick<StoredContribution, "id" | "text"> & {
  who: string;
  where: string;
  /** Its themes. */
  themeIds: string[];
  /** 0 to 1; 1 is word for word the same. */
  similarity: number;
};
