import { arrowsChoose, type OpenList } from "@/lib/capture/registration/grid/grid-suggestions";

/** As much of a keyboard event as the rules ask for. */
export type Key = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

export type GridCommand = "save" | "undo" | "redo" | "choose-row";

/** What is done from any cell. While one is edited, undo and the rest are those of its text. */
export function gridCommandOf(
  { key, ctrlKey, metaKey, shiftKey }: Key,
  editing: boolean,
): GridCommand | null {
  const control = ctrlKey || metaKey;
  const pressed = key.toLowerCase();
  if (control && pressed === "enter") return "save";
  if (editing) return null;
  if (control && pressed === "z") return shiftKey ? "redo" : "undo";
  if (control && pressed === "y") return "redo";
  return shiftKey && pressed === " " ? "choose-row" : null;
}

export type CellAct =
  | "next-option"
  | "option-before"
  | "give-back"
  | "keep-and-go-on"
  | "keep-and-go-back"
  | "edit";

type Cell = {
  editing: boolean;
  /** The list of choices that is open below it. */
  list: OpenList | null;
};

/** What a key does in the field of a cell, before it may go to another one; null where it only types or goes. */
export function cellActOf({ key, altKey, shiftKey }: Key, { editing, list }: Cell): CellAct | null {
  const arrow = key === "ArrowDown" || key === "ArrowUp";
  if (editing && list && arrow && !altKey && arrowsChoose(list))
    return key === "ArrowDown" ? "next-option" : "option-before";
  if (editing && key === "Escape") return "give-back";
  if (editing && key === "Enter") return shiftKey ? "keep-and-go-back" : "keep-and-go-on";
  if (altKey && key === "ArrowDown") return "edit";
  return !editing && (key === "Enter" || key === "F2") ? "edit" : null;
}
