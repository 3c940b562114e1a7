import { KINDS } from "../document-kind";
import { textBlock, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftSource } from "../draft-source";
import { claimOfFinding, paragraphPlan } from "./aggregate";
import { occasion } from "./context";
import { methodNote, unknownBlocks } from "./method";
import { askBlocks, caption, headed, wordsOf } from "./parts";
import { dividedFindings, isRaised, themesInOrder, type PlannedTheme } from "./plan";
import { createRealiser, type Realiser } from "./realise";
import { sentence, upperFirst, withoutStop } from "../wording";

const MESSAGES = 5;
const ASKS = 6;
const DIVIDED = 4;

/** Two pages: key messages, the themes as a table, divided views, asks, and what is not known. */
export function briefingBlocks(source: DraftSource): DraftBlock[] {
  const realiser = createRealiser(source);
  const themes = themesInOrder(source).filter(isRaised);
  const asks = themes.flatMap(({ findings }) => findings.filter(({ stance }) => stance === "ask"));
  const blocks = (items: number) => [
    ...headed("messages", [
      textBlock("messages", "paragraph", occasion(source)),
      ...messageBlocks(themes, items, createRealiser(source)),
    ]),
    ...headed("themes", themeTable(source)),
    ...headed("divided", dividedBlocks(source, createRealiser(source))),
    ...headed("asks", askBlocks(source, asks.slice(0, Math.min(ASKS, items + 1)), realiser)),
    ...headed("unknown", unknownBlocks(source)),
    ...headed("method", [methodNote(source, false)]),
  ];
  let items = MESSAGES;
  let draft = blocks(items);
  while (items > 2 && wordsOf(draft) > KINDS.briefing.words.most) draft = blocks(--items);
  return draft;
}

/** The opening of each of the first themes with its weightiest point. */
export function messageBlocks(
  themes: readonly PlannedTheme[],
  most: number,
  realiser: Realiser,
): DraftBlock[] {
  return themes
    .filter(({ theme }) => theme.released?.axis !== "area")
    .slice(0, most)
    .flatMap(({ theme, findings }): DraftBlock[] => {
      const first = findings.filter(({ stance }) => stance !== "ask").slice(0, 1);
      const bare = first.map((finding) => ({ ...finding, hands: [] }));
      const sentences = paragraphPlan(theme, bare, "all").map((plan) => realiser.sentence(plan));
      if (sentences.length === 0) return [];
      const title: DraftRun = { text: `${theme.title}.`, strong: true };
      const runs = [[title], ...sentences].flatMap((each, at) =>
        at === 0 ? each : [{ text: " " }, ...each],
      );
      return [{ section: "messages", type: "list_item", runs }];
    });
}

export function themeTable(source: DraftSource): DraftBlock[] {
  if (!source.figures) return [];
  const text = caption(source, "How many people raised each theme, and with which stance");
  return [{ section: "themes", type: "figure", figure: { of: "stances", as: "table" }, runs: [{ text }] }];
}

/** Both sides of each finding on which opinion is divided, or which somebody contradicts in words. */
export function dividedBlocks(source: DraftSource, realiser: Realiser): DraftBlock[] {
  const divided = dividedFindings(source);
  const others = source.findings.filter(
    (finding) => finding.counterView !== "" && finding.contradicts.length > 0 && !divided.includes(finding),
  );
  return [...divided, ...others].slice(0, DIVIDED).map((finding) => ({
    section: "divided",
    type: "list_item",
    runs: bothSides(finding, realiser),
  }));
}

function bothSides(finding: DraftFinding, realiser: Realiser): DraftRun[] {
  return [
    { text: sentence(upperFirst(withoutStop(finding.text))), claim: claimOfFinding(finding, "supports") },
    { text: " " },
    ...realiser.sentence({ is: "counter", finding }),
  ];
}
