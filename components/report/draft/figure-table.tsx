import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";

import { barsOf } from "@/lib/report/draft/figure-bar";

type Props = { id: string; caption: string; table: ShownTable | null; isChart: boolean };

/** A table of the release's figures within a report, or a chart: the same with a bar above each of its words. */
export function FigureTable({ id, caption, table, isChart }: Props) {
  if (!table)
    return (
      <p id={id} className="my-5 font-ui text-meta text-soft">
        {caption} The release does not show this table.
      </p>
    );
  return (
    <figure id={id} className="my-6 overflow-x-auto font-ui" tabIndex={0}>
      <table className="w-full text-meta">
        <caption className="pb-2 text-left text-soft">{caption}</caption>
        <thead>
          <tr className="border-b border-ink text-left align-bottom">
            <th scope="col" className="py-1.5 pr-3 font-semibold">
              Theme
            </th>
            {table.columns.map((column) => (
              <th key={column} scope="col" className="py-1.5 pr-3 font-semibold">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ name, cells }) => (
            <tr key={name} className="border-b border-faint align-top">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {name}
              </th>
              {cells.map(({ words, low, high }, index) => (
                <td key={index} className="py-1.5 pr-3 tabular-nums">
                  {isChart && <FigureBar low={low} high={high} />}
                  {words}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** A picture of what the words beside it say, which a screen reader passes over. */
function FigureBar({ low, high }: { low: number; high: number }) {
  return (
    <svg className="figure-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {barsOf(low, high).map(({ is, width }) => (
        <rect key={is} className={is} width={width} height="10" />
      ))}
    </svg>
  );
}
