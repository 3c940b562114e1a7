"use client";

import { useState } from "react";
import { themeKeys } from "@/lib/tag/coding/keys";
import type { Theme } from "@/lib/tag/codebook/theme";

/**
 * Theme to its key, the same for as long as the page is open: whoever changes the codebook meanwhile moves no key
 * under a hand. A theme that goes leaves its key without a meaning, one that comes gets the next that is free.
 */
export function useThemeKeys(themes: readonly Pick<Theme, "id" | "retired">[]): ReadonlyMap<string, string> {
  const inUse = themes.filter(({ retired }) => !retired).map(({ id }) => id);
  const [order, setOrder] = useState(inUse);
  const fresh = inUse.filter((id) => !order.includes(id));
  if (fresh.length > 0) setOrder([...order, ...fresh]);
  return new Map([...themeKeys(order)].filter(([id]) => inUse.includes(id)));
}
