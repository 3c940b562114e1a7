import { z } from "zod";
import type { Stance } from "@/lib/capture/contribution/stance";
import { optionalText, plainText } from "@/lib/platform/text/text";
import { StanceField } from "@/lib/tag/coding/tagging-input";
import { evidenceSentence, type Behind, type EvidenceCounts } from "./evidence";

/** A one-sentence statement under a theme, and what the contributions that bear on it amount to. */
export type Finding = Behind & {
  id: string;
  themeId: string;
  text: string;
  /** What those who contradict it say, in one sentence; empty where it is not written. */
  counterView: string;
  /** For facilitators; never published. */
  note: string;
  stance: Stance;
  revision: number;
};

export type FindingRevision = {
  revision: number;
  text: string;
  counterView: string;
  note: string;
  stance: Stance;
  themeId: string;
  endedAt: Date;
  endedBy: string;
};

export const STATEMENT_LIMIT = 240;

export const NOTE_LIMIT = 2_000;

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

/** What a list shows of a finding, and no more: a page holds it as data too. */
export function findingInList({
  id,
  text,
  stance,
  ...counts
}: EvidenceCounts & Pick<Finding, "id" | "text" | "stance">) {
  return { id, text, stance, evidence: evidenceSentence(counts) };
}
