import type { Source } from "@/lib/capture/roundtable/source";
import { formatDayInLondon, formatTime, isOnDay } from "@/lib/platform/text/dates";
import type { Wording } from "./contribution";

/** The names of the states and choices of this stage on pages. */

export const SOURCE_WORDS: Record<Source, string> = {
  identified: "A participant",
  unidentified: "Unknown participant",
  group: "The group",
  host: "A host or official",
  note: "Facilitator's own note",
};

export const WORDING_WORDS: Record<Wording, string> = {
  gist: "The gist",
  verbatim: "Word for word",
};

/** Shown in place of removed words: the speaker asked for it, or their time limit has passed. */
export function removedWords(speaker: { erased: boolean } | null = null): string {
  return speaker?.erased ? "Removed at the speaker’s request." : "Removed: these words are no longer kept.";
}

type Said = { saidAt: Date | string; timeKnown: boolean };

/** When a contribution was said, for its margin; `saidAt` is an instant or its ISO 8601 text. */
export function timeWords({ saidAt, timeKnown }: Said): string {
  return timeKnown ? formatTime(new Date(saidAt)) : "No time";
}

/**
 * The day of a contribution that was not said on the roundtable's own day, so that its time is not misread;
 * else null. `heldOn` is midnight UTC of the day.
 */
export function otherDayWords({ saidAt, timeKnown }: Said, heldOn: Date | string): string | null {
  const instant = new Date(saidAt);
  const day = new Date(heldOn);
  return timeKnown && !isOnDay(instant, day) ? formatDayInLondon(instant, day) : null;
}
