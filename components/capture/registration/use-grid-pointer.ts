"use client";

import { useRef, type FocusEvent, type MouseEvent, type PointerEvent } from "react";
import { isGridColumn } from "@/lib/capture/registration/grid-columns";
import { placeOf } from "./grid-focus";
import type { CellEdit } from "./use-cell-edit";
import type { GridLists } from "./use-suggestions";

/**
 * A cell that is pressed is edited; one that is gone to by keys or by a link has its text selected, so that typing
 * replaces it. A finger has no key for the list of choices, so a tap opens it.
 */
export function useGridPointer(edit: CellEdit, lists: GridLists) {
  const byFinger = useRef(false);
  /** Between a press on a cell and the focus that it brings. */
  const pressed = useRef(false);

  function press(input: HTMLInputElement): void {
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
    pressed.current = input !== null && document.activeElement !== input;
    if (input && !pressed.current) press(input);
  }

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    const input = textField(target);
    if (input && pressed.current) press(input);
    else input?.select();
    pressed.current = false;
  }

  return { onPointerDown, onMouseDown, onFocus };
}

function textField(target: EventTarget): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.type === "text" && placeOf(target) ? target : null;
}
