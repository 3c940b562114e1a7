import {
  figureFor,
  refText,
  type FigureRef,
  type ReportFigures,
} from "@/lib/aggregate/publication/report/figure-ref";
import { figureTable } from "@/lib/aggregate/publication/report/figure-table";
import { waysToSay } from "@/lib/aggregate/publication/words/told-words";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { FIGURE_OF } from "@/lib/report/draft/document-kind";
import type { FigureAttrs } from "@/lib/report/draft/content/block-content";

/** A figure that the release shows, and how it may be said. */
export type FigureChoice = { ref: string; what: string; ways: string[] };

/** Everything of the release that may stand in the text as a live figure, in the order in which it is offered. */
export function figureChoices(figures: ReportFigures): FigureChoice[] {
  const of = (what: string, ref: FigureRef): FigureChoice[] => {
    const told = figureFor(ref, figures);
    const ways = told ? [...new Set(waysToSay(told))] : [];
    return ways.length > 0 ? [{ ref: refText(ref), what, ways }] : [];
  };
  return [
    ...of("People who took part", { of: "present" }),
    ...of("Roundtables", { of: "roundtables" }),
    ...figures.table.themes.flatMap(({ id, title }) => [
      ...of(title, { of: "theme", id, stance: null }),
      ...STANCE_ORDER.flatMap((stance) =>
        of(`${title}, as ${STANCES[stance].word.toLowerCase()}`, { of: "theme", id, stance }),
      ),
    ]),
    ...figures.findings.flatMap(({ id, text }) => [
      ...of(text, { of: "finding", id, side: "supports" }),
      ...of(`Against: ${text}`, { of: "finding", id, side: "contradicts" }),
    ]),
    ...[...figures.hands.keys()].flatMap((id) => of("A show of hands", { of: "hands", id })),
  ];
}

const TABLE_WORDS: Record<FigureAttrs["of"], string> = {
  themes: "Themes",
  stances: "Themes by stance",
  asks: "Asks by theme",
  role: "Themes by role",
  phase: "Themes by phase",
  setting: "Themes by setting",
  region: "Themes by region",
};

/** The tables that the release has for what the report is about. */
export function tableChoices(figures: ReportFigures): { of: FigureAttrs["of"]; what: string }[] {
  return FIGURE_OF.filter((of) => figureTable(of, figures) !== null).map((of) => ({
    of,
    what: TABLE_WORDS[of],
  }));
}
