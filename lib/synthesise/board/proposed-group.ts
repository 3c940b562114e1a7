import { z } from "zod";
import { sentenceStarts } from "@/lib/capture/contribution/sentence-ends";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { sliceCodePoints, codePointLength } from "@/lib/platform/text/code-points";
import { STATEMENT_LIMIT } from "@/lib/synthesise/finding/finding";
import { DEFAULT_FINENESS, FINEST } from "./fineness";

/** Contributions that are like one another, the most central first. */
export type ProposedGroup = { ids: string[] };

/** The value in the address; anything else counts as the default. */
export const FinenessField = z.coerce.number().int().min(1).max(FINEST).catch(DEFAULT_FINENESS);

/** The first sentence of the most central contribution, on one line: a person rewords it before it is saved. */
export function firstWording(text: string): string {
  const line = sliceCodePoints(text, 0, sentenceStarts(text)[0]).replace(/\s+/g, " ").trim();
  if (codePointLength(line) <= STATEMENT_LIMIT) return line;
  return `${sliceCodePoints(line, 0, STATEMENT_LIMIT - 1)}…`;
}

/** The stance that most of the taggings have; of equally frequent ones the first in order. */
export function usualStance(stances: readonly Stance[]): Stance | undefined {
  const times = (stance: Stance) => stances.filter((one) => one === stance).length;
  const [first] = [...STANCE_ORDER].sort((a, b) => times(b) - times(a));
  return stances.length === 0 ? undefined : first;
}
