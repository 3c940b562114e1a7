import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { outOf, type ComparedTheme } from "@/lib/aggregate/live/comparison";
import { PairedBars } from "./paired-bars";

type Props = {
  caption: string;
  axis: ComparedTheme["axis"];
  rows: readonly ComparedTheme[];
  hrefOf: (theme: ComparedTheme) => string;
};

/** Two groups side by side, as counts out of those present in each: too few for percentages, and no test is made. */
export function ComparisonTable({ caption, axis, rows, hrefOf }: Props) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { label: axis === "theme" ? "Theme" : "Area" },
        { label: "Group 1", numeric: true },
        { label: "Group 2", numeric: true },
        { label: "Bars: group 1 above, group 2 below" },
      ]}
      rows={rows
        .filter((row) => row.axis === axis)
        .map((row) => ({
          key: row.id,
          cells: [
            <Link key="theme" href={hrefOf(row)}>
              {row.title}
            </Link>,
            outOf(row.first),
            outOf(row.second),
            <PairedBars key="bars" row={row} />,
          ],
        }))}
    />
  );
}
