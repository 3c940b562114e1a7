import type { KeyboardEvent } from "react";

export type Act =
  | "down"
  | "up"
  | "choose"
  | "dismiss"
  | "log"
  | "wait"
  | "edit-last"
  | "undo"
  | "unmark"
  | { answer: number };

type State = {
  /** A list of choices is open. */
  open: boolean;
  /** A question is open, answered by this many number keys. */
  answers: number;
  empty: boolean;
};

/** What a key does while the words have the focus; null where it only types. */
export function actOf(event: KeyboardEvent, { open, answers, empty }: State): Act | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (altKey) return null;
  if ((ctrlKey || metaKey) && key === "z") return empty ? "undo" : null;
  if (ctrlKey || metaKey) return null;
  if (open) {
    if (key === "ArrowDown") return "down";
    if (key === "ArrowUp") return "up";
    if (key === "Enter" || (key === "Tab" && !shiftKey)) return "choose";
    if (key === "Escape") return "dismiss";
    return null;
  }
  if (answers > 0) {
    const number = /^[1-9]$/.test(key) ? Number(key) : 0;
    if (number >= 1 && number <= answers) return { answer: number - 1 };
    if (key === "Escape") return "dismiss";
    // A person who presses Enter twice has not read the question.
    return key === "Enter" ? "wait" : null;
  }
  if (key === "Enter" && !shiftKey) return "log";
  if (key === "ArrowUp" && empty) return "edit-last";
  if (key === "Backspace" && empty) return "unmark";
  return null;
}
