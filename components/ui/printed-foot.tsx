"use client";

import { useEffect } from "react";

/** What each printed page has at its foot, beside its number. Without scripts it is the number alone. */
export function PrintedFoot({ words }: { words: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    // JSON quotes and escapes a string as CSS reads it.
    style.setProperty("--printed-foot", JSON.stringify(words));
    return () => void style.removeProperty("--printed-foot");
  }, [words]);
  return null;
}
