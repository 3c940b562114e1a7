import type { ClipboardEvent } from "react";
import { flushSync } from "react-dom";
import { isGridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { isBlock } from "@/lib/capture/registration/grid/grid-paste";
import { placeOf } from "./grid-focus";
import type { Cell } from "./use-cell";
import type { PeopleGridState } from "./use-people-grid";

/** A copied cell or block goes into the grid from the cell that has the focus on. */
export function pasteIntoGrid(event: ClipboardEvent<HTMLElement>, grid: PeopleGridState, cell: Cell): void {
  const input = event.target;
  const place = input instanceof HTMLInputElement ? placeOf(input) : null;
  if (!place || !isGridColumn(place.column)) return;
  const { id, column } = place;
  const text = event.clipboardData.getData("text/plain");
  // Into the text of a cell that is edited, the browser pastes.
  if (!isBlock(text) && (cell.edit.current() || text.trim() === "")) return;
  event.preventDefault();
  cell.forget();
  flushSync(() => grid.paste(id, column, text));
  // The next key goes on from the cell, or replaces it.
  if (input instanceof HTMLInputElement) input.select();
}
