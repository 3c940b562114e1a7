import { WordTable } from "@/components/aggregate/figures/word-table";
import { Link } from "@/components/ui/link";
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

type ListProps = { pairs: readonly Pair[]; hrefOf: (pair: Pair) => string };

/** The pairs that somebody raised, most people first, with the contributions that are under both. */
export function PairList({ pairs, hrefOf }: ListProps) {
  return (
    <ol className="mt-3 max-w-measure border-t border-line">
      {pairs.map((pair) => (
        <li key={`${pair.first.id} ${pair.second.id}`} className="border-b border-faint py-2">
          <span className="font-semibold">{`${pair.first.title} and ${pair.second.title}`}</span>
          <span className="block tabular-nums">
            {`${pair.both} of ${pair.either} people who raised either raised both. `}
            {pair.contributions > 0 ? (
              <Link href={hrefOf(pair)}>
                {pair.contributions === 1
                  ? "Read the contribution about both"
                  : `Read the ${pair.contributions} contributions about both`}
              </Link>
            ) : (
              "No contribution is about both."
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
