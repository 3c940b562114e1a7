"use client";

import { useRef, type FocusEvent, type MouseEvent, type PointerEvent } from "react";
import { isGridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { placeOf } from "./grid-focus";
import type { CellEdit } from "./use-cell-edit";
import type { GridLists } from "./use-suggestions";

/**
 * A cell that gets the focus by a press, a key or a link has its text selected, so that typing replaces it; a
 * second press places the caret and edits it. On a touch screen there is no key for the list of choices, so
 * the first tap opens it.
 */
export function useGridPointer(edit: CellEdit, lists: GridLists) {
  const byFinger = useRef(false);
  /** From a press on a cell without the focus until the pointer is up again. */
  const arriving = useRef(false);

  function open(input: HTMLInputElement): void {
    const place = placeOf(input);
    if (!place || !isGridColumn(place.column)) return;
    edit.begin(place.id, place.column);
    if (byFinger.current && !input.readOnly) lists.offerAll(place.id, place.column, input.value);
  }

  function onPointerDown({ pointerType }: PointerEvent<HTMLElement>): void {
    byFinger.current = pointerType === "touch";
  }

  function onMouseDown({ target }: MouseEvent<HTMLElement>): void {
    const input = textField(target);
    arriving.current = input !== null && document.activeElement !== input;
    if (input && !arriving.current) open(input);
  }

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    const input = textField(target);
    if (!input) return;
    input.select();
    if (arriving.current && byFinger.current) open(input);
  }

  /** The press placed the caret after the focus came, unless it selected some of the text. */
  function onClick({ target }: MouseEvent<HTMLElement>): void {
    const input = textField(target);
    if (input && arriving.current && input.selectionStart === input.selectionEnd) input.select();
    if (input && arriving.current) input.scrollIntoView({ block: "nearest", inline: "nearest" });
    arriving.current = false;
  }

  return { onPointerDown, onMouseDown, onFocus, onClick };
}

function textField(target: EventTarget): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.type === "text" && placeOf(target) ? target : null;
}
