"use client";

import { useEffect, useRef, useState } from "react";
import { listenLive } from "@/components/live/stream";
import { announcePresence } from "./fetch-session";

/** Somebody who has this page open, and the speaker whose words they are typing. */
export type Present = { userId: string; writingFor: string | null; heardAt: number };

const TELL_MS = 10_000;
const SETTLE_MS = 400;
/** Somebody who missed three announcements has gone. */
const GONE_MS = 32_000;

/** Who else is here. Nothing of it is stored: every page announces itself every few seconds. */
export function usePresence(roundtableId: string, userId: string, writingFor: string | null): Present[] {
  const [others, setOthers] = useState<ReadonlyMap<string, Present>>(new Map());
  const known = useRef(new Set<string>());
  const writing = useRef(writingFor);

  useEffect(() => {
    writing.current = writingFor;
    const tell = () => announcePresence({ roundtableId, writingFor });
    const soon = setTimeout(tell, SETTLE_MS);
    const timer = setInterval(tell, TELL_MS);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [roundtableId, writingFor]);

  useEffect(() => {
    const leave = () => announcePresence({ roundtableId, writingFor: null, leaving: true });
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [roundtableId]);

  useEffect(() => {
    const stop = listenLive(({ kind, roundtableId: where, userId: who, participantId, leaving }) => {
      // From here on the others' answers can be heard.
      if (kind === "connected") announcePresence({ roundtableId, writingFor: writing.current });
      if (kind !== "presence" || where !== roundtableId || !who || who === userId) return;
      // A page that has just opened does not know yet who is here.
      if (!leaving && !known.current.has(who))
        announcePresence({ roundtableId, writingFor: writing.current });
      if (leaving) known.current.delete(who);
      else known.current.add(who);
      setOthers((before) => {
        const next = new Map(before);
        if (leaving) next.delete(who);
        else next.set(who, { userId: who, writingFor: participantId ?? null, heardAt: Date.now() });
        return next;
      });
    });
    const timer = setInterval(
      () =>
        setOthers((before) => {
          const here = [...before].filter(([, { heardAt }]) => Date.now() - heardAt < GONE_MS);
          return here.length === before.size ? before : new Map(here);
        }),
      TELL_MS,
    );
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [roundtableId, userId]);

  return [...others.values()];
}
