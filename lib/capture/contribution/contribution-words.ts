import type { Source } from "@/lib/capture/roundtable/source";
import { formatDayInLondon, formatTime, isOnDay } from "@/lib/platform/dates";
import type { Kind } from "./contribution";

/** What people call the states and choices of this stage. */

export const SOURCE_WORDS: Record<Source, string> = {
  identified: "A participant",
  unidentified: "Unknown participant",
  room: "The group",
  host: "A host or official",
  note: "Facilitator's own note",
};

export const KIND_WORDS: Record<Kind, string> = {
  note: "The gist",
  verbatim: "Word for word",
};

/** In the place of words that are gone: the speaker asked for it, or they were kept for as long as they may be. */
export function removedWords(speaker: { erased: boolean } | null = null): string {
  return speaker?.erased ? "Removed at the speaker’s request." : "Removed: these words are no longer kept.";
}

type Said = { saidAt: Date | string; timeKnown: boolean };

/** When a contribution was said, for its margin; `saidAt` is an instant or its ISO 8601. */
export function timeWords({ saidAt, timeKnown }: Said): string {
  return timeKnown ? formatTime(new Date(saidAt)) : "No time";
}

/**
 * The day of a contribution that was not said on the roundtable's own day (midnight UTC stands for it), so that
 * its time is not read as one of that day; else null.
 */
export function otherDayWords({ saidAt, timeKnown }: Said, heldOn: Date | string): string | null {
  const instant = new Date(saidAt);
  const day = new Date(heldOn);
  return timeKnown && !isOnDay(instant, day) ? formatDayInLondon(instant, day) : null;
}
