"use client";

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
 * A table that becomes a list of labelled values on a narrow screen, so that the page never scrolls sideways. The roles are
 * explicit because browsers drop them with `display: block` or `table`. A client component, so that the page holds its
 * cells once as markup and once as data alone.
 */
export function Table({ caption, captionHidden, columns, rows }: Props) {
  return (
    <table role="table" className="labelled-table">
      <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, numeric }) => (
            <th key={label} role="columnheader" scope="col" className={numeric ? "n" : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.key} cells={row.cells} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ cells, columns }: { cells: readonly ReactNode[]; columns: readonly TableColumn[] }) {
  return (
    <tr role="row">
      {columns.map(({ label, numeric, prose }, index) =>
        index === 0 ? (
          <th key={label} role="rowheader" scope="row">
            {cells[index]}
          </th>
        ) : prose ? (
          <td key={label} role="cell" className="p">
            {cells[index]}
          </td>
        ) : (
          <td key={label} role="cell" className={numeric ? "n" : undefined}>
            <i aria-hidden>{label}</i>
            <span>{cells[index]}</span>
          </td>
        ),
      )}
    </tr>
  );
}
