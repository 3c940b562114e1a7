"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import type { GridRow } from "@/lib/capture/registration/grid/grid-row";
import type { PeopleGridState } from "./use-people-grid";

type Edit = { id: string; column: GridColumn; before: GridRow };

/**
 * The cell that is edited, with its row as it was before, which Escape and undo restore. Arrow keys move in
 * its text, and from cell to cell while none is edited.
 */
export function useCellEdit({ rows, change }: Pick<PeopleGridState, "rows" | "change">) {
  const editing = useRef<Edit | null>(null);
  /** From the first typed key until the cell is left: only then are problems of its row shown. */
  const [typing, setTyping] = useState<Edit | null>(null);

  function begin(id: string, column: GridColumn): void {
    const now = editing.current;
    if (now?.id === id && now.column === column) return;
    // A choice that was tapped after the focus had moved on leaves its cell open.
    if (now) leave();
    const before = rows.find((row) => row.id === id);
    if (before) editing.current = { id, column, before };
  }

  function end(): Edit | null {
    const edit = editing.current;
    editing.current = null;
    setTyping(null);
    return edit;
  }

  function type(id: string, column: GridColumn, text: string): void {
    begin(id, column);
    setTyping(editing.current);
    change({ do: "type", id, column, text });
  }

  /** Keeps the cell's text, in its standard spelling. */
  function leave(): void {
    const edit = end();
    if (edit) change({ do: "leave", column: edit.column, before: edit.before });
  }

  function giveBack(): void {
    const edit = end();
    // Rendered before the next key, which replaces the selected text.
    if (edit) flushSync(() => change({ do: "restore", before: edit.before }));
  }

  return { typing, current: () => editing.current, begin, type, leave, giveBack, forget: () => void end() };
}

export type CellEdit = ReturnType<typeof useCellEdit>;
