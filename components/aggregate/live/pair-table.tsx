import { WordTable } from "@/components/aggregate/figures/word-table";
import { pairOf, themesOf, type Pair } from "@/lib/aggregate/live/co-occurrence";

type Props = { pairs: readonly Pair[] };

/** Themes by themes: how many people raised both. The numbers are there for who sees no tint. */
export function PairTable({ pairs }: Props) {
  const themes = themesOf(pairs);
  const columns = themes.slice(0, -1);
  return (
    <WordTable
      caption="People who raised both themes, out of those who raised either"
      first="Theme"
      columns={columns.map(({ title }) => ({ name: title }))}
      rows={themes.slice(1).map((row, at) => ({
        title: row.title,
        // Each pair stands once, below the diagonal.
        cells: columns.map((column, place) => {
          const pair = place <= at ? pairOf(pairs, row.id, column.id) : undefined;
          return pair ? ([`${pair.both} of ${pair.either}`, pair.tint] as const) : (["", 0] as const);
        }),
      }))}
    />
  );
}
