"use client";

import { Link } from "@/components/ui/link";

/** The words of a cell, and how strongly they tint it. */
type Cell = readonly [words: string, tint: number];

type Props = {
  caption: string;
  note?: string;
  /** What the rows are. */
  first: string;
  /** The name of each column, and what is said below it. */
  columns: readonly { name: string; below?: string }[];
  rows: readonly { title: string; href?: string; cells: readonly Cell[] }[];
};

/**
 * Figures, or words of quantity, tinted by how much they are. A narrow screen scrolls the table alone, sideways. A client
 * component, so that the page holds it once as markup and once as data alone.
 */
export function WordTable({ caption, note, first, columns, rows }: Props) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="more-alongside overflow-x-auto print:overflow-visible"
    >
      <table className="heat-map">
        <caption className="pb-1 text-left text-subheading">
          {caption}
          {columns.length > 2 && (
            <span className="block text-meta font-normal text-soft sm:hidden print:hidden">
              Scroll the table sideways to see all {columns.length + 1} columns.
            </span>
          )}
          {note !== undefined && <span className="block text-meta font-normal text-soft">{note}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map(({ name, below }) => (
              <th key={name} scope="col">
                {name}
                {below !== undefined && <span className="block font-normal text-soft">{below}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, href, cells }) => (
            <tr key={title}>
              <th scope="row">{href === undefined ? title : <Link href={href}>{title}</Link>}</th>
              {cells.map(([words, tint], at) => (
                <td key={at} className={tint > 0 ? `h${tint}` : undefined}>
                  {words}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
