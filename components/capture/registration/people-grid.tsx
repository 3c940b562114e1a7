"use client";

import { useId, useMemo } from "react";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { useScripts } from "@/components/ui/use-scripts";
import type { Sending } from "@/components/ui/form/use-sending";
import { choicesOf } from "@/lib/capture/registration/grid/grid-choices";
import { isGridColumn, type GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { cellProblems, placeWords, type CellProblem } from "@/lib/capture/registration/grid/grid-problems";
import { isToSave, type GridRow, type KnownPerson } from "@/lib/capture/registration/grid/grid-row";
import { unpackRows, type PackedRow, type RowFacts } from "@/lib/capture/registration/grid/packed-rows";
import type { GridAnswer } from "@/lib/capture/registration/grid/grid-state";
import { GridSuggestions } from "./grid-suggestions";
import { PeopleAdvice } from "./people-advice";
import { PeopleGridHead } from "./people-grid-head";
import { PeopleGridRow, type GridLook } from "./people-grid-row";
import { PeopleNarrowing } from "./people-narrowing";
import { PeoplePermissionBar } from "./people-permission-bar";
import { PeopleProblems } from "./people-problems";
import { PeopleSaveBar } from "./people-save-bar";
import { useGridKeys, type GridKeys } from "./use-grid-keys";
import { usePeopleGrid, type PeopleGridState } from "./use-people-grid";

export type GridSending = Sending<GridAnswer>;

export type PeopleGridProps = {
  roundtableId: string;
  columns: readonly GridColumn[];
  stored: readonly PackedRow[];
  blankIds: readonly string[];
  tables: readonly string[];
  /** People of other roundtables, to choose from by name; none where names are hidden. */
  people: readonly KnownPerson[];
  /** The form's sending, which is the page's own: an answer is there before the script of the grid. */
  sending: GridSending;
};

/**
 * Everybody at a roundtable, one row each, to edit, paste into and save together. It is a table of fields and
 * not an ARIA grid: each field gives its name, row, value and error in every browsing mode, can be tapped or
 * named by voice, and the same page is a form where no script runs. The keys of a spreadsheet are an
 * addition.
 */
export function PeopleGrid({
  roundtableId,
  columns,
  stored: packed,
  blankIds,
  tables,
  people,
  sending,
}: PeopleGridProps) {
  const formId = useId();
  const scripts = useScripts();
  const { stored, facts } = useMemo(() => unpackRows(packed), [packed]);
  const { state: answer, dispatch, pending, submit } = sending;
  const grid = usePeopleGrid({ stored, blankIds, columns, answer });
  const keys = useGridKeys(grid, { tables, people });
  const look = { formId, columns: grid.columns, tables, offersPeople: people.length > 0, scripts, answer };
  const problems = cellProblems(grid.rows, keys.typing?.before ?? null, answer);
  const refusal = answer && !answer.ok ? answer : null;
  const narrowing = answer?.ok ? answer.narrowing : undefined;
  return (
    <form
      action={dispatch}
      onSubmit={(event) => {
        grid.noteSent();
        submit(event);
      }}
      noValidate
      autoComplete="off"
      className="mt-2"
    >
      {/* The button that Enter presses in a field where no script runs. */}
      <button type="submit" hidden />
      <input type="hidden" name="roundtableId" value={roundtableId} />
      {refusal && (
        <ErrorSummary
          refusal={refusal}
          formId={formId}
          placeOf={(name) => placeIn(grid.rows, name)}
          typing={keys.typing !== null}
        />
      )}
      {narrowing && <PeopleNarrowing narrowing={narrowing} typing={keys.typing !== null} />}
      <PeopleAdvice named={grid.columns.includes("name")} saveId={`${formId}-save`} />
      <GridTable look={look} grid={grid} keys={keys} facts={facts} problems={problems} />
      {!scripts && <BrowserLists columns={grid.columns} tables={tables} />}
      <GridSuggestions id={formId} list={keys.list} onTake={keys.take} />
      <PeoplePermissionBar chosen={grid.chosen.length} scripts={scripts} onSet={grid.permit} />
      <PeopleSaveBar id={`${formId}-save`} look={look} grid={grid} pending={pending}>
        <PeopleProblems rows={grid.rows} problems={problems} />
      </PeopleSaveBar>
    </form>
  );
}

/** The place of a cell, by its form name. */
function placeIn(rows: readonly GridRow[], name: string): string | undefined {
  const [column = "", id = ""] = name.split(".");
  return isGridColumn(column) ? placeWords(rows, id, column) : undefined;
}

type TableProps = {
  look: GridLook;
  grid: PeopleGridState;
  keys: GridKeys;
  facts: Readonly<Record<string, RowFacts>>;
  problems: readonly CellProblem[];
};

function GridTable({ look, grid, keys, facts, problems }: TableProps) {
  const { rows, chosen, setChosen } = grid;
  const choosable = rows.filter((row) => !facts[row.id]?.erased && (row.label !== null || isToSave(row)));
  const all = choosable.length > 0 && choosable.every(({ id }) => chosen.includes(id));
  return (
    <div
      role="region"
      aria-label="People at this roundtable"
      tabIndex={0}
      className="more-alongside relative overflow-x-auto"
    >
      <table
        className={`people-grid border-separate border-spacing-0${look.columns.includes("name") ? " named" : ""}`}
        spellCheck={false}
        {...keys.on}
      >
        <caption className="sr-only">
          People at this roundtable. Arrow keys move between cells, Enter or F2 edits a cell, Escape restores
          what it said before, Alt and the down arrow open its choices, Shift and Space choose the row,
          Control and Enter save.
        </caption>
        <PeopleGridHead
          columns={look.columns}
          chooseAll={
            look.scripts ? (
              <input
                type="checkbox"
                data-column="choose"
                aria-label="Choose everybody"
                checked={all}
                onChange={() => setChosen(all ? [] : choosable.map(({ id }) => id))}
                className="size-6 shrink-0"
              />
            ) : undefined
          }
        />
        <tbody>
          {rows.map((row, index) => (
            <PeopleGridRow
              key={row.id}
              look={look}
              row={row}
              number={index + 1}
              facts={facts[row.id]}
              problems={problems}
              grid={grid}
              keys={keys}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ListProps = { columns: readonly GridColumn[]; tables: readonly string[] };

function BrowserLists({ columns, tables }: ListProps) {
  return columns.map((column) => (
    <datalist key={column} id={`in-${column}`}>
      {choicesOf(column, tables).map((choice) => (
        <option key={choice} value={choice} />
      ))}
    </datalist>
  ));
}
