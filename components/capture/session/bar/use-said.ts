"use client";

import { useState } from "react";

/** What the bar says: what was done last, with a button that takes it back, or why nothing could be done. */
export function useSaid() {
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState({ words: "", undo: false });
  return {
    problem,
    said,
    refuse: setProblem,
    say: (words: string) => setSaid({ words, undo: false }),
    /** Says it, with a button that takes it back. */
    offerUndo: (words: string) => setSaid({ words, undo: true }),
    /** With the next change nothing of it holds any more. */
    clear: () => {
      setProblem(null);
      setSaid({ words: "", undo: false });
    },
  };
}
