"use client";

import { Link } from "@/components/ui/link";
import type { Piece } from "@/lib/aggregate/figures/chart";
import { ThemeBar } from "./theme-bar";

/** A theme's row, with its numbers as they are shown. */
export type ThemeRow = {
  title: string;
  href: string;
  pieces: readonly Piece[];
  /** The text alternative of the bar. */
  words: string;
  people: string;
  contributions: string;
  /** null where there is one roundtable. */
  roundtables: string | null;
};

/** A client component, so that the page holds the rows once as markup and once as data alone. */
export function ThemeRows({ rows, of }: { rows: readonly ThemeRow[]; of: string }) {
  return (
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={row.href} role="row">
          <th role="rowheader" scope="row">
            <Link href={row.href}>{row.title}</Link>
          </th>
          <td role="cell">
            <ThemeBar pieces={row.pieces} words={row.words} />
          </td>
          <td role="cell">
            <b className="text-base">{row.people}</b>
            {` of ${of}`}
            <span> people</span>
          </td>
          <td role="cell">
            {row.contributions}
            <span> contributions</span>
          </td>
          {row.roundtables !== null && (
            <td role="cell">
              {row.roundtables}
              <span> roundtables</span>
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}
