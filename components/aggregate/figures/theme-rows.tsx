"use client";

import { Link } from "@/components/ui/link";
import { stackedPieces } from "@/lib/aggregate/figures/chart";
import { barWords } from "@/lib/aggregate/figures/figure-words";
import { ThemeBar } from "./theme-bar";

/** A theme's row, with its numbers as they are shown. */
export type ThemeRow = {
  title: string;
  href: string;
  /** People by all that they said, in SEGMENT_ORDER: the bar and its text alternative are made of them here. */
  segments: readonly number[];
  people: string;
  contributions: string;
  /** null where there is one roundtable. */
  roundtables: string | null;
};

/** A client component, so that the page holds the rows once as markup and once as data alone. */
export function ThemeRows({ rows, of }: { rows: readonly ThemeRow[]; of: number }) {
  return (
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={row.href} role="row">
          <th role="rowheader" scope="row">
            <Link href={row.href}>{row.title}</Link>
          </th>
          <td role="cell">
            <ThemeBar pieces={stackedPieces(row.segments, of)} words={barWords(row.segments, of)} />
          </td>
          <td role="cell">
            <b className="text-base">{row.people}</b>
            {` of ${of.toLocaleString("en-GB")}`}
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
