import { BREAKDOWN_ATTRIBUTES } from "@/lib/aggregate/publication/shape/breakdown";
import { namedThemes, paragraphOf, textBlock, type DraftBlock } from "../draft-block";
import type { DraftSource } from "../draft-source";
import { nameOf } from "../wording";
import type { EarlierWording } from "../composed/earlier-wording";
import { claimOfTheme, paragraphPlan } from "./aggregate";
import { askBlocks, requestToldAtTheme } from "./asks";
import { themeTable } from "./briefing";
import { contextBlocks, questionBlocks } from "./context";
import { annexBlocks, methodNote, unknownBlocks } from "./method";
import { alsoRaised, caption, headed, quotationBlocks, raisedSentences, requestSentences } from "./parts";
import { isRaised, themesInOrder, type PlannedTheme } from "./plan";
import { widestSentences } from "./widest";
import { createRealiser, type Telling } from "./realise";

/** Every finding, theme by theme, with breakdowns, quotations and the whole method. */
export function fullBlocks(source: DraftSource, earlier: EarlierWording): DraftBlock[] {
  const telling = { realiser: createRealiser(source, earlier), told: source.findings };
  const themes = themesInOrder(source).filter(isRaised);
  const toldAtTheme = new Set(themes.map(requestToldAtTheme));
  const asks = themes
    .flatMap(({ findings }) => findings.filter(({ stance }) => stance === "ask"))
    .filter((ask) => !toldAtTheme.has(ask));
  return [
    ...headed("context", [...contextBlocks(source), ...questionBlocks(source)]),
    ...headed("messages", messageBlocks(themes), "What was raised most"),
    ...headed("themes", [
      ...themeTable(source, "chart"),
      ...themes.flatMap((one) => themeBlocks(one, telling)),
      ...alsoRaised(
        "themes",
        themes.filter(({ findings }) => findings.length === 0),
      ),
    ]),
    ...headed("divided", dividedBlocks(themes)),
    ...headed("asks", askBlocks(source, asks, telling)),
    ...headed("breakdowns", breakdownBlocks(source)),
    ...headed("quotations", quotationBlocks(source)),
    ...headed("unknown", unknownBlocks(source, { annex: true })),
    ...headed("method", [methodNote(source, { annex: true, unknown: true })]),
    ...headed("annex", annexBlocks(source, { unknown: true, questions: true })),
  ];
}

/** What was raised by how many, and where most was said: the points themselves follow theme by theme. */
function messageBlocks(themes: readonly PlannedTheme[]): DraftBlock[] {
  const own = themes.filter(({ theme }) => theme.released?.axis !== "area");
  return [...raisedSentences(own, false), ...widestSentences(own)].map((runs) => ({
    section: "messages",
    type: "list_item",
    runs,
  }));
}

function themeBlocks(planned: PlannedTheme, telling: Telling): DraftBlock[] {
  const { theme, findings } = planned;
  const points = findings.filter(({ stance }) => stance !== "ask");
  const request = requestToldAtTheme(planned);
  if (points.length === 0 && !request) return [];
  const sentences = request
    ? requestSentences(theme, request, telling)
    : telling.realiser.paragraph(paragraphPlan(theme, points, "all", telling.told));
  if (sentences.length === 0) return [];
  return [textBlock("themes", "subheading", theme.title), paragraphOf("themes", sentences)];
}

/** Both sides are told theme by theme; here is where. */
function dividedBlocks(themes: readonly PlannedTheme[]): DraftBlock[] {
  const divided = themes.filter(({ findings }) =>
    findings.some(
      ({ stance, counterView, contradicts }) =>
        stance !== "ask" && counterView !== "" && contradicts.length > 0,
    ),
  );
  if (divided.length === 0) return [];
  const names = divided.map(({ theme }) => ({
    text: nameOf(theme.title),
    claim: claimOfTheme(theme.id, null),
  }));
  const sentence = [
    { text: "Both sides of at least one point are told above under " },
    ...namedThemes(names),
    { text: "." },
  ];
  return [paragraphOf("divided", [sentence])];
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
