"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { fetchNames } from "./fetch-session";
import type { Names } from "./types";

/** How long a server that did not answer is not asked again. */
const AGAIN_MS = 5000;

/**
 * Names are read when they are asked for, kept only on the page, and hidden with one key. They are also read,
 * and not shown, when somebody is searched for by name: that is a reading too, which the server checks and
 * records.
 */
export function useNames(roundtableId: string, participantIds: readonly string[]) {
  const [known, setKnown] = useState<Names | null>(null);
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [unread, setUnread] = useState(false);
  const reading = useRef({ ids: new Set<string>(), until: 0 });

  const read = useCallback(async () => {
    const names = await fetchNames(roundtableId);
    setUnread(names === null);
    if (names) setKnown(names);
    return names !== null;
  }, [roundtableId]);

  const toggle = useCallback(async () => {
    setProblem(null);
    if (shown) return setShown(false);
    if (await read()) setShown(true);
    else setProblem("Names cannot be shown while you are offline. Labels still work.");
  }, [shown, read]);

  /** Reads names for matching, if there is anybody whose name was not read yet. */
  const seek = useCallback(() => {
    const { ids, until } = reading.current;
    if (until > Date.now() || participantIds.every((id) => ids.has(id))) return;
    reading.current.until = Date.now() + AGAIN_MS;
    void read().then((done) => {
      if (done) reading.current = { ids: new Set([...ids, ...participantIds]), until: 0 };
    });
  }, [participantIds, read]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "F9") return;
      event.preventDefault();
      void toggle();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [toggle]);

  return { names: shown ? known : null, known, problem, unread, toggle, seek };
}
