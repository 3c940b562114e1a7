import { THEME_DIGITS } from "@/lib/capture/session/bar/grammar";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { SpanStep } from "./span-words";

/** What a single key does while the list of contributions has the focus. */
export type KeyAction =
  | { does: "move"; by: 1 | -1 }
  | { does: "untagged" }
  | { does: "theme"; themeId: string }
  | { does: "stance"; stance: Stance }
  | { does: "span"; step: SpanStep }
  | { does: "also" | "whole" | "memo" | "flag" | "accept" | "reject" | "keep" | "remove" | "undo" }
  | { does: "inferred" | "npq" }
  | { does: "codebook" | "definitions" | "shortcuts" };

/** The digits first, then the letters that do nothing else. */
const THEME_KEYS = [...THEME_DIGITS, ..."qwertpghlzcb"];

/** The letters for stances, as they are shown next to them. */
export const STANCE_KEYS = { strength: "s", improvement: "i", ask: "a", observation: "o" } as const;

const stance = (said: Stance): KeyAction => ({ does: "stance", stance: said });
const span = (end: SpanStep["end"], by: SpanStep["by"]): KeyAction => ({ does: "span", step: { end, by } });

const FIXED: Record<string, KeyAction> = {
  j: { does: "move", by: 1 },
  ArrowDown: { does: "move", by: 1 },
  k: { does: "move", by: -1 },
  ArrowUp: { does: "move", by: -1 },
  n: { does: "untagged" },
  s: stance("strength"),
  "+": stance("strength"),
  // The same key without Shift on most keyboards.
  "=": stance("strength"),
  i: stance("improvement"),
  "-": stance("improvement"),
  "−": stance("improvement"),
  a: stance("ask"),
  "!": stance("ask"),
  o: stance("observation"),
  ".": stance("observation"),
  "·": stance("observation"),
  "]": span("last", 1),
  "[": span("last", -1),
  "}": span("first", 1),
  "{": span("first", -1),
  "\\": { does: "whole" },
  ",": { does: "also" },
  m: { does: "memo" },
  f: { does: "flag" },
  d: { does: "definitions" },
  "?": { does: "shortcuts" },
  "/": { does: "codebook" },
  y: { does: "accept" },
  x: { does: "reject" },
  v: { does: "keep" },
  ";": { does: "inferred" },
  "'": { does: "npq" },
  // Many keyboards make it curly.
  "’": { does: "npq" },
  Backspace: { does: "remove" },
  Delete: { does: "remove" },
  u: { does: "undo" },
};

/** Theme id to its key, in the order of the codebook; themes after the last key have none. */
export function themeKeys(themeIds: readonly string[]): Map<string, string> {
  const keyed = new Map<string, string>();
  THEME_KEYS.forEach((key, index) => {
    const id = themeIds[index];
    if (id !== undefined) keyed.set(id, key);
  });
  return keyed;
}

export function keyAction(key: string, keys: ReadonlyMap<string, string>): KeyAction | null {
  const fixed = FIXED[key] ?? FIXED[key.toLowerCase()];
  if (fixed) return fixed;
  for (const [themeId, themeKey] of keys)
    if (themeKey === key.toLowerCase()) return { does: "theme", themeId };
  return null;
}
