"use client";

import { useState } from "react";
import type { Draft } from "@/lib/capture/session/bar/draft";
import { recordingProblem, type RoundtableState } from "@/lib/capture/roundtable/states";

/**
 * Whether the page has a bar. A page that had one keeps it when the roundtable is closed, and so does one
 * with words left in it: nobody loses what they were typing.
 */
export function useKeptBar(state: RoundtableState, { text }: Draft): boolean {
  const open = recordingProblem(state) === null;
  const [had, setHad] = useState(open);
  const wanted = open || (state === "closed" && text !== "");
  if (wanted && !had) setHad(true);
  return wanted || (had && state === "closed");
}
