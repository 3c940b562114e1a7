import type { ReactNode } from "react";

/** `prose` is too long to be next to its label on a narrow screen. */
type TableColumn = { label: string; numeric?: boolean; prose?: boolean };
type TableRow = { key: string; cells: readonly ReactNode[] };

type Props = {
  caption: string;
  captionHidden?: boolean;
  columns: readonly TableColumn[];
  /** The first cell of a row is its heading. */
  rows: readonly TableRow[];
};

/**
 * A table that becomes a list of labelled values on a narrow screen, so that the page never scrolls sideways.
 * The roles are explicit because browsers drop them with `display: block` or `table`.
 */
export function Table({ caption, captionHidden, columns, rows }: Props) {
  return (
    <table role="table" className="block w-full border-collapse text-meta sm:table print:table">
      <caption
        className={captionHidden ? "sr-only" : "block pb-2 text-left text-subheading sm:table-caption"}
      >
        {caption}
      </caption>
      <thead role="rowgroup" className="sr-only sm:not-sr-only sm:table-header-group">
        <tr role="row" className="border-b-2 border-ink">
          {columns.map(({ label, numeric }) => (
            <th
              key={label}
              role="columnheader"
              scope="col"
              className={`py-1.5 pr-4 align-bottom text-sm font-semibold text-soft last:pr-0 ${numeric ? "text-right" : "text-left"}`}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block border-t-2 border-ink sm:table-row-group sm:border-t-0">
        {rows.map((row) => (
          <Row key={row.key} cells={row.cells} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

const CELL = "sm:table-cell sm:py-2.5 sm:pr-4 sm:last:pr-0 align-top";

function Row({ cells, columns }: { cells: readonly ReactNode[]; columns: readonly TableColumn[] }) {
  return (
    <tr role="row" className="block border-b border-faint py-2.5 sm:table-row sm:py-0">
      {columns.map(({ label, numeric, prose }, index) =>
        index === 0 ? (
          <th key={label} role="rowheader" scope="row" className={`block text-left font-semibold ${CELL}`}>
            {cells[index]}
          </th>
        ) : (
          <td
            key={label}
            role="cell"
            className={`${prose ? "block" : "flex"} justify-between gap-4 py-0.5 ${CELL} ${numeric ? "tabular-nums sm:text-right" : ""}`}
          >
            {!prose && (
              <span aria-hidden className="shrink-0 text-soft sm:hidden">
                {label}
              </span>
            )}
            <span className={prose ? "" : "min-w-0 text-right sm:text-inherit"}>{cells[index]}</span>
          </td>
        ),
      )}
    </tr>
  );
}
