import { Link } from "@/components/ui/link";
import { pairOf, themesOf, type Pair } from "@/lib/aggregate/live/co-occurrence";

type Props = { pairs: readonly Pair[] };

/** Themes by themes: how many people raised both. The numbers are there for who sees no tint. */
export function PairTable({ pairs }: Props) {
  const themes = themesOf(pairs);
  const caption = "People who raised both themes, out of those who raised either";
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="more-alongside overflow-x-auto print:overflow-visible"
    >
      <table className="heat-map">
        <caption className="pb-1 text-left text-subheading">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            {themes.slice(0, -1).map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {themes.slice(1).map((row, at) => (
            <tr key={row.id}>
              <th scope="row">{row.title}</th>
              {themes.slice(0, -1).map((column, place) => {
                const pair = place <= at ? pairOf(pairs, row.id, column.id) : undefined;
                return (
                  <td key={column.id} className={pair && pair.tint > 0 ? `h${pair.tint}` : undefined}>
                    {pair ? `${pair.both} of ${pair.either}` : ""}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
