import { useId, useLayoutEffect, useRef, type RefObject } from "react";
import { Link } from "@/components/ui/link";
import type { GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { unpackRows, type RowFacts } from "@/lib/capture/registration/grid/packed-rows";
import type { GridRow } from "@/lib/capture/registration/grid/grid-row";
import { ErasedRow, personHref } from "../erased-row";
import { PeopleAdvice } from "../people-advice";
import type { PeopleGridProps } from "../people-grid";
import { PeopleGridHead } from "../people-grid-head";
import { PeoplePermissionBar } from "../people-permission-bar";
import { PeopleSaveBar } from "../people-save-bar";
import { placeIn, type Place } from "./place-in-table";

type Props = Pick<PeopleGridProps, "columns" | "stored" | "blankIds"> & {
  fieldsHref: string;
  /** Gets the place where somebody is when the fields take over. */
  place: RefObject<Place | null>;
};

const NOTHING_CHANGED = { unsaved: 0, said: "", canUndo: false, canRedo: false, goBack: () => {} };
const nobody = () => {};

/**
 * The table of people as words, without a field. What the fields add below it has its space already, so that nothing moves
 * when they come.
 */
export function PeopleReading({ columns, stored: packed, blankIds, fieldsHref, place }: Props) {
  const id = useId();
  const region = useRef<HTMLDivElement>(null);
  const { stored, facts } = unpackRows(packed);
  const named = columns.includes("name");
  useLayoutEffect(() => {
    const table = region.current;
    return () => {
      if (table) place.current = placeIn(table);
    };
  }, [place]);
  return (
    <div className="mt-2">
      <div className="noscript:hidden">
        <PeopleAdvice named={named} saveId={`${id}-save`} />
      </div>
      <p className="mb-2 hidden text-meta noscript:block">
        <Link href={fieldsHref}>Edit this table</Link>
      </p>
      <div
        ref={region}
        role="region"
        aria-label="People at this roundtable"
        tabIndex={0}
        className="more-alongside relative overflow-x-auto"
      >
        <table
          className={`people-grid people-reading border-separate border-spacing-0${named ? " named" : ""}`}
        >
          <caption className="sr-only">People at this roundtable.</caption>
          <PeopleGridHead
            columns={columns}
            chooseAll={<span className="size-6 shrink-0 noscript:hidden" />}
          />
          <tbody>
            {stored.map((row) => (
              <PersonRow key={row.id} row={row} facts={facts[row.id]} columns={columns} />
            ))}
            {blankIds.map((one, index) => (
              <BlankRow key={one} number={stored.length + index + 1} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="invisible noscript:hidden">
        <PeoplePermissionBar chosen={0} scripts onSet={nobody} />
        <PeopleSaveBar
          id={`${id}-save`}
          look={{ scripts: true, answer: null }}
          grid={NOTHING_CHANGED}
          pending={false}
        />
      </div>
    </div>
  );
}

type RowProps = { row: GridRow; facts: RowFacts | undefined; columns: readonly GridColumn[] };

function PersonRow({ row: { id, label, cells }, facts, columns }: RowProps) {
  if (facts?.erased) return <ErasedRow label={label ?? ""} href={personHref(id)} columns={columns.length} />;
  return (
    <tr>
      <th scope="row">
        <span>
          <Link href={personHref(id)}>{label}</Link>
        </span>
        {columns.includes("name") && <i aria-hidden>{cells.name}</i>}
      </th>
      {columns.map((column) => (
        <td key={column}>
          {cells[column] ?? "Hidden"}
          {column === "permission" && facts?.older && <p>{facts.older}</p>}
        </td>
      ))}
      <td>{facts?.contributions}</td>
    </tr>
  );
}

/** A row to type in, once the fields are there. */
function BlankRow({ number, columns }: { number: number; columns: readonly GridColumn[] }) {
  return (
    <tr aria-hidden className="noscript:hidden">
      <th>
        <span className="text-soft">{`Row ${number}`}</span>
        {columns.includes("name") && <i />}
      </th>
      {columns.map((column) => (
        <td key={column} />
      ))}
      <td />
    </tr>
  );
}
