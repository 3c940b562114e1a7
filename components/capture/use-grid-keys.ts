"use client";

import { useRef, useState, type ClipboardEvent, type FocusEvent, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { isGridColumn, type GridColumn } from "@/lib/capture/grid-cells";
import { cellName } from "@/lib/capture/grid-input";
import type { GridRow, KnownPerson } from "@/lib/capture/grid-row";
import { suggest, suggestPeople, takenOnLeaving, withSuggestion } from "@/lib/capture/grid-suggestions";
import { moveFocus, moveOf, placeOf } from "./grid-focus";
import type { PeopleGridState } from "./use-people-grid";

type Option = { key: string; text: string; more?: string; person?: KnownPerson };

/** What is offered below the cell that is typed in. */
export type Suggestions = {
  id: string;
  column: GridColumn;
  options: Option[];
  active: number;
  /** Whether somebody went to the active option with the arrows. */
  picked: boolean;
  at: { left: number; top: number };
};

type Editing = { id: string; column: GridColumn; before: GridRow };
type Lists = { tables: readonly string[]; people: readonly KnownPerson[] };

/**
 * The keys of a spreadsheet over a table of fields. A cell that is gone to has its text selected: arrows go on,
 * typing replaces it, Enter or F2 or a click edits it. While it is edited, Enter and Tab keep it, Escape gives
 * back what was there.
 */
export function useGridKeys(grid: PeopleGridState, { tables, people }: Lists) {
  const [list, setList] = useState<Suggestions | null>(null);
  /** The cell that is typed in, by `cellName`: nothing is said to be wrong with it yet. */
  const [typing, setTyping] = useState<string | null>(null);
  const editing = useRef<Editing | null>(null);
  const byPointer = useRef(false);
  const { rows, change } = grid;

  function begin(id: string, column: GridColumn) {
    const before = rows.find((row) => row.id === id);
    if (before && !editing.current) editing.current = { id, column, before };
  }

  /** People are offered for new rows alone: whoever is registered is somebody already. */
  const isNew = (id: string) => rows.some((row) => row.id === id && row.label === null);

  function offer(input: HTMLInputElement, id: string, column: GridColumn, text: string, all = false) {
    const options =
      column === "name"
        ? peopleOptions(isNew(id) ? people : [], text)
        : suggest(column, all ? "" : text, tables).map(plainOption);
    if (options.length === 0) return setList(null);
    const { left, bottom } = input.getBoundingClientRect();
    const current = options.findIndex((option) => option.text === text);
    // What leaving would take is shown as chosen.
    const ready = takenOnLeaving({ column, options, active: current, picked: false }, text);
    const active = ready ? options.indexOf(ready) : current;
    setList({ id, column, options, active, picked: false, at: { left, top: bottom } });
  }

  function type(input: HTMLInputElement, id: string, column: GridColumn) {
    begin(id, column);
    setTyping(cellName(column, id));
    change({ do: "type", id, column, text: input.value });
    offer(input, id, column, input.value);
  }

  function take({ text, person }: Option, { id, column }: Pick<Suggestions, "id" | "column">) {
    const typed = rows.find((row) => row.id === id)?.cells[column] ?? "";
    setList(null);
    if (person) {
      if (editing.current) change({ do: "restore", before: editing.current.before });
      editing.current = null;
      return change({ do: "person", id, person });
    }
    begin(id, column);
    change({ do: "type", id, column, text: withSuggestion(column, typed, text) });
  }

  /** Keeps what the cell says, or the suggestion that is meant by it. */
  function keep() {
    const now = editing.current;
    setTyping(null);
    if (!now) return setList(null);
    const { id, column, before } = now;
    const typed = rows.find((row) => row.id === id)?.cells[column] ?? "";
    const option = list?.id === id && list.column === column ? takenOnLeaving(list, typed) : undefined;
    if (option) take(option, now);
    if (editing.current) change({ do: "leave", column, before });
    editing.current = null;
    setList(null);
  }

  function giveBack(input: HTMLInputElement) {
    const now = editing.current;
    editing.current = null;
    setTyping(null);
    setList(null);
    // Shown before the next key, which replaces what is selected.
    if (now) flushSync(() => change({ do: "restore", before: now.before }));
    input.select();
  }

  function editCell(input: HTMLInputElement, id: string, column: GridColumn) {
    begin(id, column);
    input.setSelectionRange(input.value.length, input.value.length);
    if (column !== "name") offer(input, id, column, input.value, true);
  }

  function onInputKey(
    event: KeyboardEvent,
    input: HTMLInputElement,
    id: string,
    column: GridColumn,
  ): boolean {
    const { key } = event;
    const shown = list?.id === id && list.column === column ? list : null;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (editing.current && shown && step !== 0) {
      const count = shown.options.length;
      const active = shown.active < 0 && step < 0 ? count - 1 : (shown.active + step + count) % count;
      setList({ ...shown, active, picked: true });
    } else if (editing.current && key === "Escape") giveBack(input);
    else if (editing.current && key === "Enter") {
      keep();
      moveFocus(event.currentTarget, input, { down: event.shiftKey ? -1 : 1, across: 0 });
    } else if (!editing.current && (key === "Enter" || key === "F2")) editCell(input, id, column);
    else if (event.altKey && key === "ArrowDown") editCell(input, id, column);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const target = event.target;
    if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return;
    const place = placeOf(target);
    if (!place) return;
    const isField = target instanceof HTMLInputElement && isGridColumn(place.column);
    if (onCommand(event, place.id)) return event.preventDefault();
    if (isField && isGridColumn(place.column) && onInputKey(event, target, place.id, place.column))
      return event.preventDefault();
    const move = moveOf(event, isField && editing.current !== null);
    if (move && moveFocus(event.currentTarget, target, move)) event.preventDefault();
  }

  /** What is done from any cell: save, undo, redo, choose the row. */
  function onCommand(event: KeyboardEvent<HTMLElement>, id: string): boolean {
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (control && key === "enter") {
      // What is sent is what the fields hold.
      flushSync(keep);
      event.currentTarget.closest("form")?.requestSubmit();
      return true;
    }
    if (editing.current) return false;
    if (control && key === "z") grid.goBack(event.shiftKey ? "redo" : "undo");
    else if (control && key === "y") grid.goBack("redo");
    else if (event.shiftKey && key === " ") toggle(id);
    else return false;
    return true;
  }

  function toggle(id: string) {
    const { chosen, setChosen } = grid;
    if (!rows.some((row) => row.id === id)) return;
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  }

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const place = event.target instanceof HTMLElement ? placeOf(event.target) : null;
    if (!place || !isGridColumn(place.column)) return;
    if (!grid.paste(place.id, place.column, event.clipboardData.getData("text/plain"))) return;
    event.preventDefault();
    editing.current = null;
    setTyping(null);
    setList(null);
  }

  function onFocus(event: FocusEvent<HTMLElement>) {
    const { target } = event;
    const place = placeOf(target);
    if (!place || !(target instanceof HTMLInputElement) || target.type !== "text") return;
    if (byPointer.current && isGridColumn(place.column)) begin(place.id, place.column);
    else target.select();
    byPointer.current = false;
  }

  function onPointerDown(event: { target: EventTarget }) {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    byPointer.current = document.activeElement !== target;
    const place = placeOf(target);
    if (!byPointer.current && place && isGridColumn(place.column)) begin(place.id, place.column);
  }

  return {
    list,
    typing,
    type,
    take,
    toggle,
    on: { onKeyDown, onPaste, onFocus, onPointerDown, onBlur: keep, onScroll: () => setList(null) },
  };
}

export type GridKeys = ReturnType<typeof useGridKeys>;

const plainOption = (text: string): Option => ({ key: text, text });

function peopleOptions(people: readonly KnownPerson[], text: string): Option[] {
  return suggestPeople(people, text).map((person) => ({
    key: person.personId,
    text: person.name,
    more: [person.organisation, person.where].filter(Boolean).join(", "),
    person,
  }));
}
