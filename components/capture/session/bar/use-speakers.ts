"use client";

import { useMemo } from "react";
import type { RoomState } from "../types";
import { useNames } from "../use-names";
import { speakersOf } from "./speakers";

/** Everybody who can be logged as speaking: by label, and by name once names were read. */
export function useSpeakers(room: RoomState) {
  const { participants, roundtableId } = room;
  const everybody = useMemo(() => participants.map(({ id }) => id), [participants]);
  const naming = useNames(roundtableId, everybody);
  return { naming, speakers: speakersOf(room, { shown: naming.names, known: naming.known }) };
}
