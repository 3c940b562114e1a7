import {
  clause,
  hasTwoSentences,
  isProposal,
  isStatement,
  upperFirst,
} from "@/lib/aggregate/publication/words/clause";
import { paragraphOf, textBlock, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftSource, DraftTheme } from "../draft-source";
import { afterwards, claimOfFinding, claimOfTheme, type SentencePlan } from "./aggregate";
import type { Telling } from "./realise";

/** How a request is worded: the name of a thing, something to be done, or a statement of what should be. */
const FORMS = ["thing", "proposal", "statement"] as const;
type Form = (typeof FORMS)[number];

/** The first line of a list of requests, after none or after others. */
const LEADS: Record<Form, readonly [string, string]> = {
  thing: ["{People} asked for:", "{People} also asked for:"],
  proposal: ["It was proposed to:", "It was also proposed to:"],
  statement: ["{People} said that:", "{People} also said that:"],
};

/**
 * What people asked for. A request to which more belongs (what was said against it, the hands that were counted on it) is told
 * in sentences. Those that stand by themselves complete the first line of a list, and so have a small letter and no full stop.
 */
export function askBlocks(
  source: DraftSource,
  asks: readonly DraftFinding[],
  telling: Telling,
): DraftBlock[] {
  if (asks.length === 0) return [];
  const after = new Map(asks.map((ask) => [ask, afterwards([ask], telling.told)]));
  const listed = (ask: DraftFinding) => after.get(ask)?.length === 0 && !hasTwoSentences(ask.text);
  const lists = FORMS.map((form) => asks.filter((ask) => listed(ask) && formOf(ask) === form));
  const inLists = new Set(lists.filter(({ length }) => length > 1).flat());
  const told = asks.filter((ask) => !inLists.has(ask));
  const blocks: DraftBlock[] = told.map((ask) => {
    const sentences = telling.realiser.paragraph([requestPlan(ask), ...(after.get(ask) ?? [])]);
    return { ...paragraphOf("asks", sentences), type: "list_item" };
  });
  for (const [at, form] of FORMS.entries()) {
    const own = lists[at]?.filter((ask) => inLists.has(ask)) ?? [];
    if (own.length === 0) continue;
    const lead = LEADS[form][blocks.length > 0 ? 1 : 0];
    blocks.push(textBlock("asks", "paragraph", lead.replace("{People}", upperFirst(source.style.people))));
    blocks.push(...own.map((ask) => textBlock("asks", "list_item", requestOf(ask))));
  }
  return [...blocks, ...(asks.length > 1 ? [textBlock("asks", "paragraph", UNRANKED)] : [])];
}

const UNRANKED = "These requests were not ranked, so their order says nothing about their importance.";

function formOf({ text }: DraftFinding): Form {
  if (isStatement(text)) return "statement";
  return isProposal(text) ? "proposal" : "thing";
}

function requestPlan(ask: DraftFinding): SentencePlan {
  const form = formOf(ask);
  return form === "statement"
    ? { is: "points", stance: "ask", place: "first", findings: [ask], quantity: null }
    : { is: "request", finding: ask, as: form };
}

function requestOf(ask: DraftFinding): DraftRun {
  return { text: clause(ask.text), claim: claimOfFinding(ask, "supports") };
}

export function isAsked(theme: DraftTheme, asks: readonly DraftFinding[]): boolean {
  return asks.some(({ themeId }) => themeId === theme.id);
}

/** For a theme under which people asked for something and no more is told: where the requests are. */
export function requestsHere(theme: DraftTheme, asks: readonly DraftFinding[]): DraftRun[][] {
  if (!isAsked(theme, asks)) return [];
  const claim = claimOfTheme(theme.id, "ask");
  return [[{ text: "What people asked for here is among the key asks.", claim }]];
}
