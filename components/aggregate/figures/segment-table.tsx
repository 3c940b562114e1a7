import { Table } from "@/components/ui/table";
import { SEGMENT_ORDER, type ThemeFigures, type ThemeTable } from "@/lib/aggregate/figures/figures";
import { figureNumber, SEGMENT_WORDS } from "@/lib/aggregate/figures/figure-words";

/** The numbers that the bars are drawn from. */
export function SegmentTable({ table, axis }: { table: ThemeTable; axis: ThemeFigures["axis"] }) {
  return (
    <Table
      caption="People by all that they said under it, each person once"
      columns={[
        { label: axis === "theme" ? "Theme" : "Area" },
        ...SEGMENT_ORDER.map((name) => ({ label: SEGMENT_WORDS[name].words, numeric: true })),
        { label: "People", numeric: true },
        { label: "Contributions with no known speaker", numeric: true },
      ]}
      rows={table.themes
        .filter((theme) => theme.axis === axis)
        .map((theme) => ({
          key: theme.id,
          cells: [
            theme.title,
            ...SEGMENT_ORDER.map((name) => figureNumber(theme.segments[name].people)),
            figureNumber(theme.people),
            figureNumber(theme.unidentified),
          ],
        }))}
    />
  );
}
