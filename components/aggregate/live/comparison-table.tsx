import { outOf, type ComparedTheme } from "@/lib/aggregate/live/comparison";
import { pairedBars } from "@/lib/aggregate/live/paired-bars";
import { ComparedRows } from "./compared-rows";

type Props = {
  caption: string;
  axis: ComparedTheme["axis"];
  rows: readonly ComparedTheme[];
  hrefOf: (theme: ComparedTheme) => string;
};

/** Two groups side by side, as counts out of those present in each: too few for percentages, and no test is made. */
export function ComparisonTable({ caption, axis, rows, hrefOf }: Props) {
  return (
    <ComparedRows
      caption={caption}
      heading={axis === "theme" ? "Theme" : "Area"}
      rows={rows
        .filter((row) => row.axis === axis)
        .map((row) => [row.title, hrefOf(row), outOf(row.first), outOf(row.second), ...pairedBars(row)])}
    />
  );
}
