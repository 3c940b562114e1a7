"use client";

import { useMemo } from "react";
import type { SessionState } from "../types";
import { useNames } from "../use-names";
import { speakersOf } from "./speakers";

/** Everybody who can be logged as speaking: by label, and by name once names were read. */
export function useSpeakers(session: SessionState) {
  const { participants, roundtableId } = session;
  const everybody = useMemo(() => participants.map(({ id }) => id), [participants]);
  const naming = useNames(roundtableId, everybody);
  const { names: shown, known } = naming;
  const speakers = useMemo(() => speakersOf(session, { shown, known }), [session, shown, known]);
  return { naming, speakers };
}
