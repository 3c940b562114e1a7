import { cellInShort } from "@/lib/aggregate/publication/release-page-data";
import type { ReleasedTable, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { WordTable } from "@/components/aggregate/figures/word-table";

type Props = { table: ReleasedTable; axis: ReleasedTheme["axis"]; hrefOf: (theme: ReleasedTheme) => string };

/** The published figures of themes, or of areas, as a table. */
export function ReleasedThemeTable({ table, axis, hrefOf }: Props) {
  const name = axis === "theme" ? "Theme" : "Area";
  const stances = STANCE_ORDER.map((stance) => ({ name: `${STANCES[stance].sign} ${STANCES[stance].word}` }));
  return (
    <WordTable
      caption={`${name}s: people who raised each, of ${table.present.toLocaleString("en-GB")} present`}
      first={name}
      columns={[{ name: "People" }, ...stances]}
      rows={table.themes
        .filter((theme) => theme.axis === axis)
        .map((theme) => ({
          title: theme.title,
          href: hrefOf(theme),
          cells: [theme.people, ...STANCE_ORDER.map((stance) => theme.stances[stance])].map(cellInShort),
        }))}
    />
  );
}
