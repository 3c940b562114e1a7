"use client";

import { useCallback, useEffect, useState } from "react";
import { fetchNames } from "./fetch-room";
import type { Names } from "./types";

/** Names are read when they are asked for, kept on the page alone, and hidden with one key. */
export function useNames(roundtableId: string) {
  const [names, setNames] = useState<Names | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const toggle = useCallback(async () => {
    setProblem(null);
    if (names) return setNames(null);
    const read = await fetchNames(roundtableId);
    if (read) setNames(read);
    else setProblem("Names cannot be shown without the network. Labels go on working.");
  }, [names, roundtableId]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "F9") return;
      event.preventDefault();
      void toggle();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [toggle]);

  return { names, problem, toggle };
}
