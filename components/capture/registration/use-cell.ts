"use client";

import { withSuggestion } from "@/lib/capture/registration/grid/grid-choices";
import type { GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { useCellEdit } from "./use-cell-edit";
import type { PeopleGridState } from "./use-people-grid";
import { useSuggestions, type Lists, type Option } from "./use-suggestions";

/** The cell that is edited and the list that is open below it, which go together. */
export function useCell(grid: PeopleGridState, offered: Lists) {
  const edit = useCellEdit(grid);
  const lists = useSuggestions(grid.rows, offered);

  function type(id: string, column: GridColumn, text: string) {
    edit.type(id, column, text);
    lists.offer(id, column, text);
  }

  function take({ text, person }: Option, id: string, column: GridColumn) {
    lists.close();
    if (person) {
      edit.giveBack();
      return grid.change({ do: "person", id, person });
    }
    const typed = grid.rows.find((row) => row.id === id)?.cells[column] ?? "";
    edit.begin(id, column);
    grid.change({ do: "type", id, column, text: withSuggestion(column, typed, text) });
  }

  /** Keeps the suggestion that is marked, or what the cell says. */
  function keep() {
    const now = edit.current();
    const shown = now && lists.at(now.id, now.column);
    const option = shown?.options[shown.active];
    if (now && option) take(option, now.id, now.column);
    edit.leave();
    lists.close();
  }

  function giveBack() {
    edit.giveBack();
    lists.close();
  }

  /** Leaves it without keeping or giving back anything: something else takes its place. */
  function forget() {
    edit.forget();
    lists.close();
  }

  return { edit, lists, type, take, keep, giveBack, forget };
}

export type Cell = ReturnType<typeof useCell>;
