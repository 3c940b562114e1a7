import type { Source } from "@/lib/capture/roundtable/source";
import { formatTime } from "@/lib/platform/dates";
import type { Kind } from "./contribution";

/** What people call the states and choices of this stage. */

export const SOURCE_WORDS: Record<Source, string> = {
  identified: "A participant",
  unidentified: "Unknown participant",
  room: "The room",
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

/** When a contribution was said, for its margin; `saidAt` is an instant or its ISO 8601. */
export function timeWords({ saidAt, timeKnown }: { saidAt: Date | string; timeKnown: boolean }): string {
  return timeKnown ? formatTime(new Date(saidAt)) : "No time";
}
