"use client";

import { useState } from "react";
import { themeKeys } from "@/lib/tag/coding/keys";
import type { Theme } from "@/lib/tag/codebook/theme";

/**
 * Theme to its key, stable for as long as the page is open: a change of the codebook meanwhile moves no key.
 * A removed theme leaves its key without meaning, and a new one gets the next free key.
 */
export function useThemeKeys(themes: readonly Pick<Theme, "id" | "retired">[]): ReadonlyMap<string, string> {
  const inUse = themes.filter(({ retired }) => !retired).map(({ id }) => id);
  const [order, setOrder] = useState(inUse);
  const fresh = inUse.filter((id) => !order.includes(id));
  if (fresh.length > 0) setOrder([...order, ...fresh]);
  return new Map([...themeKeys(order)].filter(([id]) => inUse.includes(id)));
}
