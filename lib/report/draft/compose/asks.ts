import { clause, isStatement, upperFirst } from "@/lib/aggregate/publication/words/clause";
import { listedRuns, paragraphOf, textBlock, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftSource } from "../draft-source";
import { afterwards, claimOfFinding, claimOfTheme } from "./aggregate";
import type { PlannedTheme } from "./plan";
import type { Telling } from "./realise";

/**
 * What people asked for: a list whose items complete its first line, things wanted apart from statements of what should be.
 * What was said against a request, and the hands that were counted on it, stand in its own item.
 */
export function askBlocks(
  source: DraftSource,
  asks: readonly DraftFinding[],
  telling: Telling,
): DraftBlock[] {
  if (asks.length === 0) return [];
  const { people } = source.style;
  const statements = asks.filter(({ text }) => isStatement(text));
  const things = asks.filter((ask) => !statements.includes(ask));
  const also = things.length > 0 ? "also " : "";
  return [
    ...askList(`${upperFirst(people)} asked for:`, things, telling),
    ...askList(`${upperFirst(people)} ${also}said that:`, statements, telling),
    ...(asks.length > 1 ? [textBlock("asks", "paragraph", UNRANKED)] : []),
  ];
}

const UNRANKED = "These requests were not ranked, so their order says nothing about their importance.";

function askList(lead: string, asks: readonly DraftFinding[], telling: Telling): DraftBlock[] {
  if (asks.length === 0) return [];
  return [textBlock("asks", "paragraph", lead), ...asks.map((ask) => askItem(ask, telling))];
}

/** "continued funding.", and in sentences of their own what was said against it and what hands were counted on it. */
function askItem(ask: DraftFinding, { realiser, told }: Telling): DraftBlock {
  const request = { text: clause(ask.text), claim: claimOfFinding(ask, "supports") };
  const after = afterwards([ask], told)
    .map((plan) => realiser.sentence(plan))
    .filter((runs) => runs.length > 0);
  return { ...paragraphOf("asks", [[request, { text: "." }], ...after]), type: "list_item" };
}

/** For themes under which people asked for something and no more is told: where the requests are. */
export function requestsBelow(themes: readonly PlannedTheme[], asks: readonly DraftFinding[]): DraftRun[][] {
  const asked = themes.filter(({ theme }) => asks.some(({ themeId }) => themeId === theme.id));
  if (asked.length === 0) return [];
  const names = listedRuns(
    asked.map(({ theme }) => ({ text: clause(theme.title), claim: claimOfTheme(theme.id, "ask") })),
  );
  return [[{ text: "What people asked for about " }, ...names, { text: " is among the key asks." }]];
}
