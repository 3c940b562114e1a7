import { asSentence, upperFirst } from "@/lib/aggregate/publication/words/clause";
import { paragraphOf, textBlock, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftSource, DraftTheme } from "../draft-source";
import { afterwards, claimOfFinding, type SentencePlan } from "./aggregate";
import type { Telling } from "./realise";

/**
 * What people asked for: one list below one line, each item a request as it was written down, whatever its form, with what was
 * said against it and the hands that were counted on it.
 */
export function askBlocks(
  { style }: DraftSource,
  asks: readonly DraftFinding[],
  { realiser, told }: Telling,
): DraftBlock[] {
  if (asks.length === 0) return [];
  const made = asks.length === 1 ? "made one request:" : "made these requests, in no order of importance:";
  const items = asks.map((ask): DraftBlock => {
    const sentences = [[requestOf(ask)], ...realiser.paragraph(afterwards([ask], told))];
    return { ...paragraphOf("asks", sentences), type: "list_item" };
  });
  return [textBlock("asks", "paragraph", `${upperFirst(style.people)} ${made}`), ...items];
}

function requestOf(ask: DraftFinding): DraftRun {
  return { text: asSentence(upperFirst(ask.text.trim())), claim: claimOfFinding(ask, "supports") };
}

export function isAsked(theme: DraftTheme, asks: readonly DraftFinding[]): boolean {
  return asks.some(({ themeId }) => themeId === theme.id);
}

/** For a theme under which people asked for something and no more is told: where the requests are. */
export function requestsElsewhere(theme: DraftTheme, asks: readonly DraftFinding[]): SentencePlan[] {
  return isAsked(theme, asks) ? [{ is: "elsewhere", theme }] : [];
}
