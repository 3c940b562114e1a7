import { Details } from "@/components/ui/details";
import { Table } from "@/components/ui/table";
import { runRows, type Saturation, type SaturationRule } from "@/lib/aggregate/live/saturation";
import { percent } from "@/lib/aggregate/live/saturation-words";

type Props = { saturation: Saturation; rule: SaturationRule };

/** What each run added, in the order of the sessions. */
export function RunTable({ saturation: { runs, baseThemes }, rule }: Props) {
  if (runs.length === 0) return null;
  return (
    <div className="mt-6">
      <Details summary="The numbers behind this">
        <Table
          caption={`Themes that each run added to the ${baseThemes} of the first ${rule.base} people`}
          columns={[
            { label: "People of the run" },
            { label: "New themes", numeric: true },
            { label: "Of the base", numeric: true },
          ]}
          rows={runRows(runs, rule).map(({ people, added, share }) => ({
            key: people,
            cells: [people, String(added), percent(share)],
          }))}
        />
      </Details>
    </div>
  );
}
