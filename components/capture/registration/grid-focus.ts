import type { KeyboardEvent } from "react";

/** A control's place in the grid, from its cell. */
export function placeOf(control: Element): { id: string; column: string } | null {
  const { row, column } = control instanceof HTMLElement ? control.dataset : {};
  return row && column ? { id: row, column } : null;
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
    ...line.querySelectorAll<HTMLElement>("[data-column]"),
  ]);
  const y = lines.findIndex((line) => line.includes(from));
  const line = lines[y];
  if (!line) return false;
  const column = from.dataset.column;
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
    const cell = lines[at]?.find((control) => control.dataset.column === column);
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
