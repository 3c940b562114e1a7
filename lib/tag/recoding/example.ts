import { z } from "zod";
import { codePointLength, sliceCodePoints } from "@/lib/platform/text/code-points";
import type { Span } from "@/lib/tag/coding/span";

/**
 * Words of a contribution that show what belongs under a theme, or what does not, as the contribution is now.
 */
export type Example = { id: string; contributionId: string; belongs: boolean; text: string };

const offset = z.coerce.number().int().nonnegative().optional();

export const AddExampleInput = z.object({
  themeId: z.uuid(),
  contributionId: z.uuid(),
  belongs: z
    .enum(["yes", "no"], { error: "Choose whether these words belong under the theme" })
    .transform((answer) => answer === "yes"),
  /** Code points, end exclusive; both absent for the whole contribution. */
  spanStart: offset,
  spanEnd: offset,
});
export type AddExampleInput = z.infer<typeof AddExampleInput>;

export const RemoveExampleInput = z.object({ id: z.uuid() });
export type RemoveExampleInput = z.infer<typeof RemoveExampleInput>;

/** The words of the example; the whole contribution where it was edited and not all of them are left. */
export function exampleWords(text: string, { spanStart, spanEnd }: Span): string {
  if (spanStart === null || spanEnd === null || spanEnd > codePointLength(text)) return text;
  return sliceCodePoints(text, spanStart, spanEnd);
}
