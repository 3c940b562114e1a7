"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { LineSuggestions } from "@/lib/tag/suggested";

const NONE: LineSuggestions = { byLine: {}, learntFrom: 0 };

/** After this many changes the method has learnt enough to be asked again. */
const ASK_AGAIN_AFTER = 5;

/**
 * What is proposed for the lines of the page; asked for once they are drawn, and again as the coder works.
 * A failure leaves the page without them. `shown` alone is no part of the asking: the server knows it, and
 * records what it would have proposed.
 */
export function useSuggestions(
  lineIds: readonly string[],
  shown: boolean,
  ask: (lineIds: string[]) => Promise<LineSuggestions>,
) {
  const [suggestions, setSuggestions] = useState(NONE);
  const [changes, setChanges] = useState(0);
  const asked = Math.floor(changes / ASK_AGAIN_AFTER);
  const lines = lineIds.join(" ");

  const read = useEffectEvent(() => {
    if (lines !== "") void ask(lines.split(" ")).then(setSuggestions, () => undefined);
  });
  useEffect(() => read(), [lines, shown, asked]);

  return {
    suggestions,
    /** Tells that a line was coded. */
    coded: () => setChanges((before) => before + 1),
  };
}
