import { Table } from "@/components/ui/table";
import { countInTable } from "@/lib/aggregate/publication/words/published-words";
import type { ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";

type Props = { themeId: string; tables: readonly ReleasedTable[] };

/** One theme at each roundtable that has a table of its own. */
export function ThemeRoundtables({ themeId, tables }: Props) {
  const rows = tables.flatMap(({ roundtable, present, themes }) => {
    const theme = themes.find(({ id }) => id === themeId);
    return roundtable && theme ? [{ roundtable, present, theme }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="roundtables" className="mt-10">
      <h2 id="roundtables">By roundtable</h2>
      <div className="mt-3">
        <Table
          caption="People who raised it at each roundtable"
          captionHidden
          columns={[
            { label: "Roundtable" },
            { label: "People" },
            ...STANCE_ORDER.map((stance) => ({ label: `${STANCES[stance].sign} ${STANCES[stance].word}` })),
          ]}
          rows={rows.map(({ roundtable, present, theme }) => ({
            key: roundtable.id,
            cells: [
              roundtable.title,
              `${countInTable(theme.people)} of ${present.toLocaleString("en-GB")}`,
              ...STANCE_ORDER.map((stance) => countInTable(theme.stances[stance])),
            ],
          }))}
        />
      </div>
    </section>
  );
}
