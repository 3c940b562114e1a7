import { z } from "zod";
import { asList } from "@/lib/platform/text";
import { MASK_KINDS, Masks, type WordsToMask } from "@/lib/capture/contribution/mask";

export const ClearInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().min(1),
  masks: Masks,
});
export type ClearInput = z.output<typeof ClearInput>;

const AsKind = z.enum(MASK_KINDS, { error: "Choose what the masked words are" });

/** "school:Hill Top School", as a suggestion that was taken is sent. */
export function suggestionValue({ as, words }: WordsToMask): string {
  return `${as}:${words}`;
}

function fromSuggestion(value: string): WordsToMask {
  const [as = "", ...words] = value.split(":");
  return { as, words: words.join(":") };
}

/**
 * The form's way to say it, which needs no offsets: pairs of words of the contribution and what they are shown as.
 * A pair without words is left out. `look` asks to see the contribution masked before it is cleared.
 */
export const ClearFormInput = z
  .object({
    id: z.uuid(),
    revision: z.coerce.number().int().min(1),
    words: z.preprocess(asList, z.array(z.string().max(500))),
    as: z.preprocess(asList, z.array(z.string())),
    /** Suggestions that were taken. */
    suggested: z.preprocess(asList, z.array(z.string().max(600)).max(100)),
    /** The contribution that the pass goes on with. */
    next: z.preprocess((value) => (value === "" ? null : value), z.uuid().nullable().optional()),
  })
  .transform(({ words, as, suggested, ...contribution }) => ({
    ...contribution,
    asked: [
      ...words.map((text, index) => ({ words: text.trim(), as: as[index] ?? "" })),
      ...suggested.map(fromSuggestion),
    ].filter(({ words: text }) => text !== ""),
  }))
  .superRefine(({ asked }, context) => {
    for (const { as } of asked)
      if (!AsKind.safeParse(as).success)
        context.addIssue({ code: "custom", path: ["masks"], message: "Choose what each masked words are" });
  });
export type ClearFormInput = z.output<typeof ClearFormInput>;

export const WithdrawInput = z.object({ id: z.uuid() });
