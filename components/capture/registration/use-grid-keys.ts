"use client";

import type { ClipboardEvent, KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { isGridColumn, type GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { cellActOf, gridCommandOf, type CellAct, type GridCommand } from "./cell-keys";
import { moveFocus, moveOf, placeOf } from "./grid-focus";
import { pasteIntoGrid } from "./paste-into-grid";
import { useCell, type Cell } from "./use-cell";
import { useGridPointer } from "./use-grid-pointer";
import type { PeopleGridState } from "./use-people-grid";
import type { Lists } from "./use-suggestions";

/**
 * The keys of a spreadsheet over a table of fields. A focused cell has its text selected: arrows move on,
 * typing or pasting replaces it, Enter or F2 or a second click edits it. While it is edited, Enter, Tab and
 * the up and down arrows keep it (see `arrowsChoose`), and Escape restores its earlier text.
 */
export function useGridKeys(grid: PeopleGridState, offered: Lists) {
  const cell = useCell(grid, offered);
  const { edit, lists, type, take, keep } = cell;
  const pointer = useGridPointer(edit, lists);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target, currentTarget } = event;
    if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return;
    const place = placeOf(target);
    if (!place) return;
    const { id, column } = place;
    const editing = edit.current() !== null;
    const command = gridCommandOf(event, editing);
    if (command) {
      event.preventDefault();
      return run(command, grid, id, () => save(currentTarget, keep));
    }
    const isField = target instanceof HTMLInputElement && isGridColumn(column);
    const act = isField ? cellActOf(event, { editing, list: lists.at(id, column) }) : null;
    if (isField && act) {
      event.preventDefault();
      return actInCell(act, cell, { id, column, input: target, grid: currentTarget });
    }
    const move = moveOf(event, isField && editing);
    if (move && moveFocus(currentTarget, target, move)) event.preventDefault();
  }

  const onPaste = (event: ClipboardEvent<HTMLElement>) => pasteIntoGrid(event, grid, cell);
  const on = { onKeyDown, onPaste, onBlur: keep, ...pointer };
  return { list: lists.list, typing: edit.typing, type, take, on };
}

export type GridKeys = ReturnType<typeof useGridKeys>;

function run(command: GridCommand, grid: PeopleGridState, id: string, save: () => void): void {
  switch (command) {
    case "save":
      return save();
    case "undo":
    case "redo":
      return grid.goBack(command);
    case "choose-row":
      return grid.toggle(id);
  }
}

/** What is sent is what the fields hold. */
function save(grid: HTMLElement, keep: () => void): void {
  flushSync(keep);
  grid.closest("form")?.requestSubmit();
}

type Field = { id: string; column: GridColumn; input: HTMLInputElement; grid: HTMLElement };

function actInCell(act: CellAct, { edit, lists, keep, giveBack }: Cell, field: Field): void {
  const { id, column, input, grid } = field;
  switch (act) {
    case "next-option":
    case "option-before": {
      const shown = lists.at(id, column);
      return shown ? lists.step(shown, act === "next-option" ? 1 : -1) : undefined;
    }
    case "give-back":
      giveBack();
      return input.select();
    case "keep-and-go-on":
    case "keep-and-go-back":
      keep();
      moveFocus(grid, input, { down: act === "keep-and-go-on" ? 1 : -1, across: 0 });
      return;
    case "edit":
      edit.begin(id, column);
      input.setSelectionRange(input.value.length, input.value.length);
      return lists.offerAll(id, column, input.value);
  }
}
