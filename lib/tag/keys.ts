import type { Stance } from "@/lib/capture/stance";

/** What a single key does while the list of lines has the focus. */
export type KeyAction =
  | { does: "move"; by: 1 | -1 }
  | { does: "theme"; themeId: string }
  | { does: "stance"; stance: Stance }
  | { does: "remove" }
  | { does: "undo" };

/** The digits first, then letters; j, k and u move and undo. */
const THEME_KEYS = [..."1234567890qwertyiopasdfghlzxcvbnm"];

const FIXED: Record<string, KeyAction> = {
  j: { does: "move", by: 1 },
  ArrowDown: { does: "move", by: 1 },
  k: { does: "move", by: -1 },
  ArrowUp: { does: "move", by: -1 },
  "+": { does: "stance", stance: "strength" },
  // The same key without Shift, as most keyboards have it.
  "=": { does: "stance", stance: "strength" },
  "-": { does: "stance", stance: "improvement" },
  "−": { does: "stance", stance: "improvement" },
  "!": { does: "stance", stance: "ask" },
  ".": { does: "stance", stance: "observation" },
  "·": { does: "stance", stance: "observation" },
  Backspace: { does: "remove" },
  Delete: { does: "remove" },
  u: { does: "undo" },
};

/** Theme id to its key, in the order of the codebook; themes past the last key have none. */
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
