"use client";

import { Link } from "@/components/ui/link";
import type { KeyboardEvent } from "react";
import { countOf } from "@/lib/platform/text/count-words";
import { cellPath, type RowKind } from "@/lib/synthesise/matrix/selection";
import { linkFor } from "./matrix-keys";

/** How many contributions, the summary, and what is to be checked in it; null where nothing is. */
type CellShown = readonly [contributions: number, text: string, check: string | null];

type Row = { id: string; title: string; where: string; about: string; cells: readonly CellShown[] };
type Props = {
  label: string;
  kind: RowKind;
  columns: readonly { slug: string; title: string; under: string | null; retired: boolean }[];
  rows: readonly Row[];
  /** The address of the matrix, and the end of it that says which part is shown. */
  home: string;
  query: string;
};

/**
 * The matrix. Every cell with something in it is one link; where one has the focus, the arrow keys go to the next in their
 * direction. A client component, so that the page holds it once as markup and once as data alone.
 */
export function MatrixTable({ label, kind, columns, rows, home, query }: Props) {
  return (
    <div role="region" aria-label={label} tabIndex={0} onKeyDown={goByArrow} className="framework-matrix">
      <table>
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{kind === "people" ? "Person" : "Roundtable"}</th>
            {columns.map(({ slug, title, under, retired }) => (
              <th key={slug} scope="col">
                {under !== null && <span>{under}: </span>}
                {title}
                {retired && <span> (retired)</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, where, about, cells }, row) => (
            <tr key={id}>
              <th scope="row">
                {title}
                {where !== "" && <span>{where}</span>}
                {about !== "" && <span>{about}</span>}
              </th>
              {columns.map(({ slug }, column) => (
                <td key={slug}>
                  <CellWords
                    cell={cells[column] ?? [0, "", null]}
                    href={`${home}/${cellPath(kind, id, slug)}${query}`}
                    at={`c${row}.${column}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellWords({
  cell: [contributions, text, check],
  href,
  at,
}: {
  cell: CellShown;
  href: string;
  at: string;
}) {
  if (contributions === 0 && text === "" && check === null) return <i>Nothing coded</i>;
  return (
    <>
      {check !== null && (
        <p>
          <strong>To check</strong> {check}
        </p>
      )}
      {text !== "" && <p>{text}</p>}
      <Link href={href} id={at}>
        {countOf(contributions, "contribution")}
      </Link>
    </>
  );
}

const isCell = (target: EventTarget): target is HTMLAnchorElement =>
  target instanceof HTMLAnchorElement && target.id.startsWith("c");

const placeOf = (link: HTMLElement) => {
  const [row = 0, column = 0] = link.id.slice(1).split(".").map(Number);
  return { row, column };
};

/** Only where a cell's link has the focus: elsewhere the keys scroll. */
function goByArrow(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || shiftKey || !isCell(target)) return;
  const links = [...currentTarget.querySelectorAll("a")].filter(isCell);
  const next = linkFor(key, placeOf(target), links.map(placeOf));
  if (next === null) return;
  event.preventDefault();
  links[next]?.focus();
}
