import { listedRuns, paragraphOf, textBlock, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftSource } from "../draft-source";
import { clause, isStatement, upperFirst } from "../wording";
import { claimOfTheme, hasOtherSide, inGroups } from "./aggregate";
import type { PlannedTheme } from "./plan";
import { askItem, type Telling } from "./realise";

/**
 * What people asked for: a list whose items complete its first line, things wanted apart from statements of what should be.
 * What was said against a request, and the hands that were counted on it, follow the list, so that its items stay alike.
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
  const note = asks.length > 1 ? [[{ text: UNRANKED }]] : [];
  const after = [...note, ...againstAsks(source, asks, telling)];
  return [
    ...askList(`${upperFirst(people)} asked for:`, things),
    ...askList(`${upperFirst(people)} ${also}said that:`, statements),
    ...(after.length > 0 ? [paragraphOf("asks", after)] : []),
  ];
}

const UNRANKED = "These requests were not ranked, so their order says nothing about their importance.";

function askList(lead: string, asks: readonly DraftFinding[]): DraftBlock[] {
  if (asks.length === 0) return [];
  return [
    textBlock("asks", "paragraph", lead),
    ...asks.map((ask): DraftBlock => ({ section: "asks", type: "list_item", runs: askItem(ask) })),
  ];
}

/** Theme by theme. */
function againstAsks(
  { themes }: DraftSource,
  asks: readonly DraftFinding[],
  { realiser, told }: Telling,
): DraftRun[][] {
  return themes
    .flatMap(({ id, title }) => {
      const own = asks.filter(({ themeId }) => themeId === id);
      const against = own.filter((ask) => hasOtherSide(ask, told));
      return [
        ...inGroups(against, ({ counterView }) => counterView).map((group, at) =>
          realiser.counterTo("ask", group, at === 0 ? clause(title) : "this"),
        ),
        ...own.flatMap(({ hands }) => hands.map((one) => realiser.sentence({ is: "hands", hands: one }))),
      ];
    })
    .filter((runs) => runs.length > 0);
}

/** For themes under which people asked for something and no more is told: where the requests are. */
export function requestsBelow(themes: readonly PlannedTheme[], asks: readonly DraftFinding[]): DraftRun[][] {
  const asked = themes.filter(({ theme }) => asks.some(({ themeId }) => themeId === theme.id));
  if (asked.length === 0) return [];
  const names = listedRuns(
    asked.map(({ theme }) => ({ text: clause(theme.title), claim: claimOfTheme(theme.id, "ask") })),
  );
  return [[{ text: "Requests about " }, ...names, { text: " are among the key asks." }]];
}
