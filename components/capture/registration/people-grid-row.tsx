import { Link } from "@/components/ui/link";
import { choicesOf } from "@/lib/capture/registration/grid/grid-choices";
import type { GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import type { CellProblem } from "@/lib/capture/registration/grid/grid-problems";
import { rowFieldNames, writeBase } from "@/lib/capture/registration/grid/grid-form";
import { isToSave, type GridRow } from "@/lib/capture/registration/grid/grid-row";
import type { GridAnswer } from "@/lib/capture/registration/grid/grid-state";
import type { RowFacts } from "@/lib/capture/registration/grid/packed-rows";
import { ErasedRow, personHref } from "./erased-row";
import { FROZEN_NAME } from "./frozen-columns";
import { PeopleGridCell } from "./people-grid-cell";
import type { GridKeys } from "./use-grid-keys";
import type { PeopleGridState } from "./use-people-grid";

export type GridLook = {
  formId: string;
  columns: readonly GridColumn[];
  tables: readonly string[];
  offersPeople: boolean;
  scripts: boolean;
  answer: GridAnswer | null;
};

type Props = {
  look: GridLook;
  row: GridRow;
  /** Its number among all rows, from 1. */
  number: number;
  facts: RowFacts | undefined;
  problems: readonly CellProblem[];
  grid: PeopleGridState;
  keys: GridKeys;
};

export function PeopleGridRow({ look, row, number, facts, problems, grid, keys }: Props) {
  const { columns, scripts, formId } = look;
  const { id, label, cells } = row;
  const who = label || `row ${number}`;
  const name = cells.name ? `${who}, ${cells.name}` : who;
  if (facts?.erased) return <ErasedRow label={who} href={personHref(id)} columns={columns.length} />;
  return (
    <tr data-row={id}>
      {/* The row's name, without the words of the controls in it. */}
      <th scope="row" aria-label={name}>
        <span>
          <input
            type="checkbox"
            name="chosen"
            value={id}
            data-column="choose"
            aria-label={`Choose ${name}`}
            checked={grid.chosen.includes(id)}
            onChange={() => grid.toggle(id)}
          />
          {facts ? (
            <Link href={personHref(id)} data-column="label">
              {who}
            </Link>
          ) : (
            <span className="text-soft whitespace-nowrap">{`Row ${number}`}</span>
          )}
          {scripts && label === null && isToSave(row) && (
            <button
              type="button"
              data-column="label"
              aria-label={`Remove ${name}`}
              onClick={() => grid.change({ do: "remove", id })}
              className="min-h-8 min-w-8 cursor-pointer rounded text-danger pointer-coarse:min-h-11 pointer-coarse:min-w-11"
            >
              ×
            </button>
          )}
        </span>
        {columns.includes("name") && <NameBelow name={cells.name} />}
        <input type="hidden" name="row" value={id} />
        <input type="hidden" name={rowFieldNames.base(id)} value={writeBase(row)} />
        {label === null && <input type="hidden" name={rowFieldNames.person(id)} value={row.personId ?? ""} />}
      </th>
      {columns.map((column) =>
        label !== null && cells[column] === undefined ? (
          <td
            key={column}
            className={`${column === "name" ? `${FROZEN_NAME} xl:bg-paper` : ""} border-r border-b border-mixed px-2.5 py-2 align-top text-meta text-soft`}
          >
            Hidden
          </td>
        ) : (
          <PeopleGridCell
            key={column}
            formId={formId}
            row={row}
            who={name}
            column={column}
            linked={look.answer !== null}
            problem={problemAt(problems, id, column, keys)}
            choices={choicesIn(look, column)}
            keys={keys}
          >
            <Alongside column={column} row={row} look={look} older={facts?.older ?? null} grid={grid} />
          </PeopleGridCell>
        ),
      )}
      <td>{facts?.contributions ?? ""}</td>
    </tr>
  );
}

/**
 * The row's person, where their name is scrolled out of sight; the space for it is reserved, so that rows do
 * not grow.
 */
function NameBelow({ name = "" }: { name: string | undefined }) {
  return <i aria-hidden>{name}</i>;
}

/** What is wrong with a cell, after it is left. */
function problemAt(problems: readonly CellProblem[], id: string, column: GridColumn, { typing }: GridKeys) {
  if (typing?.id === id && typing.column === column) return undefined;
  return problems.find((one) => one.rowId === id && one.column === column)?.message;
}

function choicesIn(
  { scripts, offersPeople, tables }: GridLook,
  column: GridColumn,
): "page" | "browser" | null {
  const some = column === "name" ? offersPeople : choicesOf(column, tables).length > 0;
  if (!some) return null;
  if (scripts) return "page";
  return column === "name" ? null : "browser";
}

type AlongsideProps = {
  column: GridColumn;
  row: GridRow;
  look: GridLook;
  older: string | null;
  grid: PeopleGridState;
};

/** What is shown below a cell: a colleague's value to accept, or what is known of it. */
function Alongside({ column, row, look: { answer, scripts }, older, grid }: AlongsideProps) {
  const conflicts = answer && !answer.ok ? (answer.conflicts ?? []) : [];
  const conflict = conflicts.find((one) => one.rowId === row.id && one.column === column);
  if (scripts && conflict && (row.cells[column] ?? "") !== conflict.theirs)
    return (
      <button
        type="button"
        onClick={() => grid.change({ do: "theirs", id: row.id, column })}
        className="mx-2 mb-1 min-h-8 cursor-pointer text-left text-sm text-accent underline pointer-coarse:min-h-11"
      >
        {conflict.theirs === "" ? "Leave it empty" : `Use “${conflict.theirs}”`}
      </button>
    );
  if (column === "name" && row.personId !== null)
    return <p className="px-2 pb-1 text-sm text-soft">Someone already registered</p>;
  if (column === "permission" && older) return <p className="px-2 pb-1 text-sm text-soft">{older}</p>;
  return null;
}
