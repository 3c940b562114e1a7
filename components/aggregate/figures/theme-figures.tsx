import { segmentCounts } from "@/lib/aggregate/figures/chart";
import type { Figure, ThemeFigures, ThemeTable } from "@/lib/aggregate/figures/figures";
import { figureNumber } from "@/lib/aggregate/figures/figure-words";
import { ThemeRows } from "./theme-rows";

type Props = {
  caption: string;
  table: ThemeTable;
  axis: ThemeFigures["axis"];
  hrefOf: (theme: ThemeFigures) => string;
};

/**
 * Themes by how many people raised them, with the bar between the name and the numbers. On a narrow screen
 * each row becomes a block. The roles are explicit because browsers drop them with `display: block`.
 */
export function ThemeFiguresTable({ caption, table, axis, hrefOf }: Props) {
  const themes = table.themes.filter((theme) => theme.axis === axis);
  const of = figureNumber(table.people);
  const oneRoundtable = table.scope.roundtables < 2;
  const headings = [
    axis === "theme" ? "Theme" : "Area",
    `People who raised it, of ${of}`,
    "People",
    "Contributions",
    ...(oneRoundtable ? [] : ["Roundtables"]),
  ];
  return (
    <table role="table" className="theme-rows">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {headings.map((heading) => (
            <th key={heading} role="columnheader" scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <ThemeRows
        of={table.people.value}
        rows={themes.map((theme) => ({
          title: theme.title,
          href: hrefOf(theme),
          segments: segmentCounts(theme),
          people: figureNumber(theme.people),
          contributions: figureNumber(theme.contributions),
          roundtables: oneRoundtable ? null : outOf(theme.roundtables),
        }))}
      />
    </table>
  );
}

const outOf = ({ value, of }: Figure) =>
  of === null
    ? value.toLocaleString("en-GB")
    : `${value.toLocaleString("en-GB")} of ${of.toLocaleString("en-GB")}`;
