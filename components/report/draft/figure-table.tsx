import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";

type Props = { id: string; caption: string; table: ShownTable | null };

/** A table of the release's figures within a report. */
export function FigureTable({ id, caption, table }: Props) {
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
              {cells.map(({ words }, index) => (
                <td key={index} className="py-1.5 pr-3 tabular-nums">
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
