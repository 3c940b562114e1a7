import type { KeyboardEvent } from "react";
import { isGridColumn } from "@/lib/capture/registration/grid/grid-columns";

/** A control's place in the grid, from its row and its name. */
export function placeOf(control: Element): { id: string; column: string } | null {
  const id = control.closest("tr")?.dataset.row;
  const column = columnOf(control);
  return id && column ? { id, column } : null;
}

/** A cell's field is named after its column; what else can be reached says which it is in. */
function columnOf(control: Element): string | undefined {
  if (!(control instanceof HTMLElement)) return undefined;
  if (control.dataset.column !== undefined) return control.dataset.column;
  const column = control instanceof HTMLInputElement ? control.name.split(".")[0] : undefined;
  return column !== undefined && isGridColumn(column) ? column : undefined;
}

export type Move = { down: number; across: number; far?: boolean };

const ARROWS: Record<string, Move> = {
  ArrowUp: { down: -1, across: 0 },
  ArrowDown: { down: 1, across: 0 },
  ArrowLeft: { down: 0, across: -1 },
  ArrowRight: { down: 0, across: 1 },
};

/** Where a key moves the focus. While a cell is edited, left, right, Home and End move in its text. */
export function moveOf(
  { key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent,
  editing: boolean,
): Move | null {
  if (altKey || metaKey || shiftKey) return null;
  if (key === "Home" || key === "End") {
    if (editing) return null;
    const way = key === "Home" ? -1 : 1;
    return { down: ctrlKey ? way : 0, across: way, far: true };
  }
  const move = ctrlKey ? undefined : ARROWS[key];
  return move && (move.across === 0 || !editing) ? move : null;
}

/** Moves to the next control in that direction, skipping cells without one. Returns whether there was one. */
export function moveFocus(grid: Element, from: HTMLElement, { down, across, far = false }: Move): boolean {
  const lines = [...grid.querySelectorAll("tr")].map((line) => [
    ...line.querySelectorAll<HTMLElement>("[data-column], td > input"),
  ]);
  const y = lines.findIndex((line) => line.includes(from));
  const line = lines[y];
  if (!line) return false;
  const column = columnOf(from);
  const next = far
    ? cornerOf(lines, line, down, across)
    : down !== 0
      ? below(lines, y, down, column)
      : line[line.indexOf(from) + across];
  if (!next) return false;
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
  return true;
}

function below(
  lines: HTMLElement[][],
  y: number,
  down: number,
  column: string | undefined,
): HTMLElement | undefined {
  for (let at = y + down; lines[at] !== undefined; at += down) {
    const cell = lines[at]?.find((control) => columnOf(control) === column);
    if (cell) return cell;
  }
  return undefined;
}

function cornerOf(
  lines: HTMLElement[][],
  line: HTMLElement[],
  down: number,
  across: number,
): HTMLElement | undefined {
  const filled = lines.filter((one) => one.length > 1);
  const there = down === 0 ? line : down < 0 ? filled[0] : filled.at(-1);
  return across < 0 ? there?.[0] : there?.at(-1);
}
