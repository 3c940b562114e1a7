import { z } from "zod";

/** The lines of a page, for which themes are to be proposed. */
export const SuggestInput = z.object({
  reviewId: z.uuid(),
  lineIds: z.array(z.uuid()).max(100),
  /** Whether they are put before the coder's eyes. */
  shown: z.boolean(),
});
export type SuggestInput = z.infer<typeof SuggestInput>;

/** A theme that a method proposes for a line; it counts for nothing until a person accepts it. */
export type SuggestedTheme = {
  themeId: string;
  /** How sure the method is, 0 to 1. */
  probability: number;
  /** The words of the line that carried it, the weightiest first. */
  words: string[];
};

/** What is proposed for the lines of a page, and what the proposals were learnt from. */
export type LineSuggestions = {
  /** Line to its suggestions, the surest first; a line without any is left out. */
  byLine: Record<string, SuggestedTheme[]>;
  /** How many tagged lines the method had learnt from; 0 means the codebook's words alone. */
  learntFrom: number;
};

/** Another line that says much the same. */
export type LikeLine = {
  id: string;
  who: string;
  text: string;
  where: string;
  /** The themes it has. */
  themeIds: string[];
  /** 0 to 1; 1 is word for word the same. */
  similarity: number;
};
