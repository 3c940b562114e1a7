import { BREAKDOWN_ATTRIBUTES } from "@/lib/aggregate/publication/release-contents";
import { textBlock, type DraftBlock } from "../draft-block";
import type { DraftSource } from "../draft-source";
import { paragraphPlan } from "./aggregate";
import { dividedBlocks, messageBlocks, themeTable } from "./briefing";
import { contextBlocks } from "./context";
import { annexBlocks, methodNote, unknownBlocks } from "./method";
import { alsoRaised, askBlocks, caption, finalBlocks, headed, quotationBlocks } from "./parts";
import { isRaised, themesInOrder, type PlannedTheme } from "./plan";
import { createRealiser, type Realiser } from "./realise";
import { paragraphOf } from "../draft-block";

const MESSAGES = 5;

/** Every finding, theme by theme, with breakdowns, quotations and the whole method. */
export function fullBlocks(source: DraftSource): DraftBlock[] {
  const realiser = createRealiser(source);
  const themes = themesInOrder(source).filter(isRaised);
  const asks = themes.flatMap(({ findings }) => findings.filter(({ stance }) => stance === "ask"));
  return [
    ...headed("context", contextBlocks(source)),
    ...headed("messages", messageBlocks(themes, MESSAGES, createRealiser(source))),
    ...headed("themes", [
      ...themeTable(source),
      ...themes.flatMap((one) => themeBlocks(one, realiser)),
      ...alsoRaised(
        "themes",
        themes.filter(({ findings }) => findings.length === 0),
      ),
    ]),
    ...headed("divided", dividedBlocks(source, createRealiser(source))),
    ...headed("asks", askBlocks(source, asks, realiser)),
    ...headed("breakdowns", breakdownBlocks(source)),
    ...headed("quotations", quotationBlocks(source)),
    ...headed("unknown", unknownBlocks(source)),
    ...headed("final", finalBlocks(themes)),
    ...headed("method", [methodNote(source, true)]),
    ...headed("annex", annexBlocks(source)),
  ];
}

function themeBlocks({ theme, findings }: PlannedTheme, realiser: Realiser): DraftBlock[] {
  if (findings.length === 0) return [];
  const told = findings.filter(({ stance }) => stance !== "ask");
  const sentences = paragraphPlan(theme, told, "all")
    .map((plan) => realiser.sentence(plan))
    .filter((runs) => runs.length > 0);
  if (sentences.length === 0) return [];
  return [textBlock("themes", "subheading", theme.title), paragraphOf("themes", sentences)];
}

function breakdownBlocks(source: DraftSource): DraftBlock[] {
  const { figures } = source;
  const shown = BREAKDOWN_ATTRIBUTES.filter((attribute) =>
    figures?.breakdowns.some((one) => one.attribute === attribute && one.groups.length > 1),
  );
  return shown.map((attribute) => ({
    section: "breakdowns",
    type: "figure",
    figure: { of: attribute, as: "table" },
    runs: [{ text: caption(source, `How many people of each group raised each theme, by ${attribute}`) }],
  }));
}
