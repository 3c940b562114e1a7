import { z } from "zod";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { pictureOf } from "../published-count";
import type { PublishedFigure } from "../shape/published-shape";
import type { ReleasedTheme } from "../release-contents";
import { BREAKDOWN_ATTRIBUTES, type BreakdownAttribute } from "../shape/breakdown";
import { countInTable } from "../words/published-words";
import type { ReportFigures } from "./figure-ref";

/** What a table or chart within a report may show. */
export type FigureOf = "themes" | "stances" | "asks" | BreakdownAttribute;

/** Rows of words, each with the ends of the bar that a chart draws of it, as shares of those present. */
export const ShownTableShape = z.object({
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      name: z.string(),
      cells: z.array(z.object({ words: z.string(), low: z.number(), high: z.number() })),
    }),
  ),
});
export type ShownTable = z.infer<typeof ShownTableShape>;

/** The table; null where the release does not have it for what the report is about. */
export function figureTable(of: FigureOf, figures: ReportFigures): ShownTable | null {
  const themes = figures.table.themes.filter(({ axis }) => axis === "theme");
  switch (of) {
    case "themes":
      return { columns: ["Raised by"], rows: themes.map((theme) => row(theme, [theme.people])) };
    case "asks":
      return { columns: ["Asked by"], rows: themes.map((theme) => row(theme, [theme.stances.ask])) };
    case "stances":
      return {
        columns: ["Raised by", ...STANCE_ORDER.map((stance) => STANCES[stance].word)],
        rows: themes.map((theme) =>
          row(theme, [theme.people, ...STANCE_ORDER.map((stance) => theme.stances[stance])]),
        ),
      };
    default:
      return breakdownTable(of, themes, figures);
  }
}

function row({ title }: ReleasedTheme, cells: readonly PublishedFigure[]) {
  return {
    name: title,
    cells: cells.map((figure) => ({ words: countInTable(figure), ...pictureOf(figure) })),
  };
}

function breakdownTable(
  attribute: BreakdownAttribute,
  themes: readonly ReleasedTheme[],
  { breakdowns }: ReportFigures,
): ShownTable | null {
  const breakdown = breakdowns.find((one) => one.attribute === attribute);
  if (!breakdown || !BREAKDOWN_ATTRIBUTES.includes(attribute)) return null;
  return {
    columns: breakdown.groups.map(({ group, present }) => `${group} (${present} present)`),
    rows: themes.map((theme) =>
      row(
        theme,
        breakdown.groups.flatMap(({ themes: own }) => own[theme.id] ?? []),
      ),
    ),
  };
}
