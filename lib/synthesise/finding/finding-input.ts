import { z } from "zod";
import { optionalText, plainText } from "@/lib/platform/text/text";
import { StanceField } from "@/lib/tag/coding/tagging-input";
import { NOTE_LIMIT, STATEMENT_LIMIT } from "./finding";

const isOneLine = (text: string) => !text.includes("\n");

export const Statement = plainText({ what: "The statement", max: STATEMENT_LIMIT }).refine(isOneLine, {
  error: "The statement must be one sentence. Remove the line breaks",
});

const CounterView = optionalText({ what: "The counter-view", max: STATEMENT_LIMIT }).refine(isOneLine, {
  error: "The counter-view must be one sentence. Remove the line breaks",
});

export const NewFindingInput = z.object({
  reviewId: z.uuid(),
  themeId: z.uuid({ error: "Choose a theme" }),
  text: Statement,
  stance: StanceField,
});
export type NewFindingInput = z.infer<typeof NewFindingInput>;

export const FindingEditInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
  themeId: z.uuid({ error: "Choose a theme" }),
  text: Statement,
  stance: StanceField,
  counterView: CounterView,
  note: optionalText({ what: "The note", max: NOTE_LIMIT }),
});
export type FindingEditInput = z.infer<typeof FindingEditInput>;

/** The counter-view alone, as the board asks for it. */
export const CounterViewInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
  counterView: CounterView,
});
export type CounterViewInput = z.infer<typeof CounterViewInput>;

export const WithdrawFindingInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
});
export type WithdrawFindingInput = z.infer<typeof WithdrawFindingInput>;
