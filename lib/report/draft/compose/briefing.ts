import { KINDS } from "../document-kind";
import { paragraphOf, type DraftBlock } from "../draft-block";
import type { DraftFinding, DraftSource } from "../draft-source";
import { NOTHING_EARLIER, type EarlierWording } from "../composed/earlier-wording";
import { hasOtherSide, paragraphPlan } from "./aggregate";
import { askBlocks } from "./asks";
import { attendance, occasion } from "./context";
import { methodNote, unknownBlocks } from "./method";
import { caption, headed, titleOf, wordsOf } from "./parts";
import { dividedFindings, isRaised, mainStance, themesInOrder, type PlannedTheme } from "./plan";
import { createRealiser, type Realiser } from "./realise";

/** How many messages there are and how many points each makes of its theme: the first that fits is taken. */
const SIZES = [
  [5, 2],
  [5, 1],
  [4, 1],
  [3, 1],
  [2, 1],
] as const;
const SMALLEST = [2, 1] as const;
const ASKS = 6;
const DIVIDED = 4;

/** Two pages: key messages, the themes as a table, divided views, asks, and what is not known. */
export function briefingBlocks(source: DraftSource, earlier: EarlierWording): DraftBlock[] {
  const themes = themesInOrder(source).filter(isRaised);
  const asks = themes.flatMap(({ findings }) => findings.filter(({ stance }) => stance === "ask"));
  const blocks = ([items, points]: readonly [number, number], wording: EarlierWording) => {
    const realiser = createRealiser(source, wording);
    const messages = messagesOf(themes, items, points);
    const few = asks.slice(0, Math.min(ASKS, items + 1));
    const told = messages.flatMap(({ findings }) => findings);
    return [
      ...headed("messages", [
        paragraphOf("messages", [[{ text: occasion(source) }], attendance(source)]),
        ...messages.flatMap((planned) => messageBlocks(planned, realiser)),
      ]),
      ...headed("themes", themeTable(source)),
      ...headed("divided", dividedBlocks(source, told, realiser)),
      ...headed("asks", askBlocks(source, few, { realiser, told: [...told, ...few] })),
      ...headed("unknown", unknownBlocks(source, { annex: false })),
      ...headed("method", [methodNote(source, { annex: false, unknown: true })]),
    ];
  };
  const { most } = KINDS.briefing.words;
  const fits = SIZES.find((size) => wordsOf(blocks(size, NOTHING_EARLIER)) <= most) ?? SMALLEST;
  return blocks(fits, earlier);
}

/** The first themes under which more is told than requests, each with its weightiest points of one stance. */
function messagesOf(themes: readonly PlannedTheme[], most: number, each: number): PlannedTheme[] {
  return themes
    .filter(({ theme, findings }) => theme.released?.axis !== "area" && findings.some(isPoint))
    .slice(0, most)
    .map(({ theme, findings }) => {
      const points = findings.filter(isPoint);
      const main = mainStance(theme);
      const first = points.find(({ stance }) => stance === main) ?? points[0];
      return { theme, findings: points.filter(({ stance }) => stance === first?.stance).slice(0, each) };
    });
}

function isPoint({ stance }: DraftFinding): boolean {
  return stance !== "ask";
}

/** The opening of a theme with its points; what was said against them, and hands, are told further down. */
function messageBlocks({ theme, findings }: PlannedTheme, realiser: Realiser): DraftBlock[] {
  const bare = findings.map((finding) => ({ ...finding, counterView: "", hands: [] }));
  const sentences = realiser.paragraph(paragraphPlan(theme, bare, "all"));
  if (sentences.length === 0) return [];
  return [{ ...paragraphOf("messages", [[titleOf(theme)], ...sentences]), type: "list_item" }];
}

/** As a chart each figure has a bar beside its words. */
export function themeTable(source: DraftSource, as: "table" | "chart" = "table"): DraftBlock[] {
  if (!source.figures) return [];
  const text = caption(source, "How many people raised each theme, and with which stance");
  return [{ section: "themes", type: "figure", figure: { of: "stances", as }, runs: [{ text }] }];
}

/**
 * The other side of messages, and both sides of findings that no message tells: those on which opinion is divided for
 * certain first.
 */
function dividedBlocks(source: DraftSource, told: readonly DraftFinding[], realiser: Realiser): DraftBlock[] {
  const divided = dividedFindings(source);
  const others = source.findings.filter(
    (finding) => finding.stance !== "ask" && hasOtherSide(finding, told) && !divided.includes(finding),
  );
  const chosen = [...divided, ...others.filter((one) => told.includes(one)), ...others]
    .filter((finding, at, all) => all.indexOf(finding) === at)
    .slice(0, DIVIDED);
  return source.themes.flatMap(({ id, title }) => {
    const own = chosen.filter(({ themeId }) => themeId === id);
    if (own.length === 0) return [];
    const above = own.filter((finding) => told.includes(finding));
    const sentences = [
      ...above.map((finding) => realiser.counterToMessage(finding)),
      ...own.filter((finding) => !told.includes(finding)).map((finding) => realiser.bothSides(finding)),
    ];
    return [{ ...paragraphOf("divided", [[titleOf({ title })], ...sentences]), type: "list_item" as const }];
  });
}
