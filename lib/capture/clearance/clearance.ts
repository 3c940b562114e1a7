import { z } from "zod";
import { asList } from "@/lib/platform/text/form-values";
import { MASK_KINDS } from "@/lib/capture/contribution/mask-kinds";
import { Masks } from "@/lib/capture/contribution/mask-input";
import { fromSuggestion } from "./suggested-mask";

export const ClearInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().min(1),
  masks: Masks,
});
export type ClearInput = z.output<typeof ClearInput>;

const AsKind = z.enum(MASK_KINDS, { error: "Choose what the masked words are" });

/**
 * How the form sends masks, without offsets: pairs of words of the contribution and what to show in their
 * place. A pair without words is left out. `look` asks for a preview of the masked contribution before it is
 * cleared.
 */
export const ClearFormInput = z
  .object({
    id: z.uuid(),
    revision: z.coerce.number().int().min(1),
    words: z.preprocess(asList, z.array(z.string().max(500))),
    as: z.preprocess(asList, z.array(z.string())),
    /** Suggestions that were accepted. */
    suggested: z.preprocess(asList, z.array(z.string().max(600)).max(100)),
    /** The contribution with which the clearing continues. */
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
