"use client";

import { useState } from "react";

/** Search words. Another address brings other words, but the field stays mounted and keeps the focus. */
export function WordsField({ words }: { words: string }) {
  const [before, setBefore] = useState(words);
  const [typed, setTyped] = useState(words);
  if (before !== words) {
    setBefore(words);
    setTyped(words);
  }
  return (
    <input
      type="search"
      name="words"
      aria-label="Words"
      placeholder="Words"
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      className="block min-h-8 w-32 sm:w-44 rounded border border-soft bg-card px-2.5 py-1 text-meta placeholder:text-soft pointer-coarse:min-h-11"
    />
  );
}
