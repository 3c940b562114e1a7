"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { LineSuggestions, SuggestedTheme } from "@/lib/tag/coding/suggested";
import { shownTaggings, type LineState } from "./pending-changes";
import type { ShownLine } from "./shown-line";

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

  /** What is before the coder's eyes on a line, the surest first. */
  function on(lineId: string, state: LineState): readonly SuggestedTheme[] {
    if (!shown) return [];
    const set = new Set(shownTaggings(state).map(({ themeId }) => themeId));
    return (suggestions.byLine[lineId] ?? []).filter(
      ({ themeId }) => !set.has(themeId) && !state.rejected.includes(themeId),
    );
  }

  return {
    on,
    /** null leaves no room for them: nothing is proposed for a line that has themes, or that no participant said. */
    rowOf(line: ShownLine, state: LineState): readonly SuggestedTheme[] | null {
      const suggested = on(line.id, state);
      const wanted = line.participants && state.saved.apart === null && shownTaggings(state).length === 0;
      return shown && (wanted || suggested.length > 0) ? suggested : null;
    },
    /** How many tagged lines it was learnt from; null until it is known. */
    learntFrom: suggestions === NONE ? null : suggestions.learntFrom,
    /** Tells that a line was coded. */
    coded: () => setChanges((before) => before + 1),
  };
}
