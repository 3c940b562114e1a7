"use client";

import type { ClipboardEvent, KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { withSuggestion } from "@/lib/capture/registration/grid-choices";
import { arrowsChoose } from "@/lib/capture/registration/grid-suggestions";
import { isBlock } from "@/lib/capture/registration/grid-paste";
import { isGridColumn, type GridColumn } from "@/lib/capture/registration/grid-columns";
import { moveFocus, moveOf, placeOf } from "./grid-focus";
import { useCellEdit } from "./use-cell-edit";
import { useGridPointer } from "./use-grid-pointer";
import type { PeopleGridState } from "./use-people-grid";
import { useSuggestions, type Lists, type Option } from "./use-suggestions";

/**
 * The keys of a spreadsheet over a table of fields. A focused cell has its text selected: arrows move on,
 * typing or pasting replaces it, Enter or F2 or a second click edits it. While it is edited, Enter, Tab and
 * the up and down arrows keep it (see `arrowsChoose`), and Escape restores its earlier text.
 */
export function useGridKeys(grid: PeopleGridState, offered: Lists) {
  const edit = useCellEdit(grid);
  const lists = useSuggestions(grid.rows, offered);
  const pointer = useGridPointer(edit, lists);

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

  /** Keeps the active suggestion, or the cell's text. */
  function keep() {
    const now = edit.current();
    const shown = now && lists.at(now.id, now.column);
    const option = shown?.options[shown.active];
    if (now && option) take(option, now.id, now.column);
    edit.leave();
    lists.close();
  }

  function onInputKey(
    event: KeyboardEvent,
    input: HTMLInputElement,
    id: string,
    column: GridColumn,
  ): boolean {
    const { key } = event;
    const editing = edit.current() !== null;
    const shown = lists.at(id, column);
    const arrow = key === "ArrowDown" || key === "ArrowUp";
    if (editing && shown && arrow && !event.altKey && arrowsChoose(shown))
      lists.step(shown, key === "ArrowDown" ? 1 : -1);
    else if (editing && key === "Escape") {
      edit.giveBack();
      lists.close();
      input.select();
    } else if (editing && key === "Enter") {
      keep();
      moveFocus(event.currentTarget, input, { down: event.shiftKey ? -1 : 1, across: 0 });
    } else if ((!editing && (key === "Enter" || key === "F2")) || (event.altKey && key === "ArrowDown")) {
      edit.begin(id, column);
      input.setSelectionRange(input.value.length, input.value.length);
      lists.offerAll(id, column, input.value);
    } else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const target = event.target;
    if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return;
    const place = placeOf(target);
    if (!place) return;
    if (onCommand(event, place.id)) return event.preventDefault();
    const isField = target instanceof HTMLInputElement && isGridColumn(place.column);
    if (isField && isGridColumn(place.column) && onInputKey(event, target, place.id, place.column))
      return event.preventDefault();
    const move = moveOf(event, isField && edit.current() !== null);
    if (move && moveFocus(event.currentTarget, target, move)) event.preventDefault();
  }

  /** What can be done from any cell: save, undo, redo, select the row. */
  function onCommand(event: KeyboardEvent<HTMLElement>, id: string): boolean {
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (control && key === "enter") {
      // The fields' values are what is sent.
      flushSync(keep);
      event.currentTarget.closest("form")?.requestSubmit();
      return true;
    }
    if (edit.current()) return false;
    if (control && key === "z") grid.goBack(event.shiftKey ? "redo" : "undo");
    else if (control && key === "y") grid.goBack("redo");
    else if (event.shiftKey && key === " ") grid.toggle(id);
    else return false;
    return true;
  }

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const input = event.target;
    const place = input instanceof HTMLInputElement ? placeOf(input) : null;
    if (!place || !isGridColumn(place.column)) return;
    const { id, column } = place;
    const text = event.clipboardData.getData("text/plain");
    // In the text of a cell that is edited, the browser pastes.
    if (!isBlock(text) && (edit.current() || text.trim() === "")) return;
    event.preventDefault();
    edit.forget();
    lists.close();
    flushSync(() => grid.paste(id, column, text));
    // The next key moves on from the cell, or replaces its text.
    if (input instanceof HTMLInputElement) input.select();
  }

  const on = { onKeyDown, onPaste, onBlur: keep, ...pointer };
  return { list: lists.list, typing: edit.typing, type, take, on };
}

export type GridKeys = ReturnType<typeof useGridKeys>;
