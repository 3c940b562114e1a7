import { formatTime } from "@/lib/platform/dates";
import type { Kind, Source } from "./contribution";
import type { PermissionLevel, PermissionMeans } from "./participant";
import type { Confidentiality, RoundtableState } from "./roundtable";

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

export const CONFIDENTIALITY_WORDS: Record<Confidentiality, string> = {
  attributed: "Attributed",
  role_only: "Role only",
  chatham_house: "Chatham House Rule",
};

/** What each choice promises to those who take part. */
export const CONFIDENTIALITY_MEANS: Record<Confidentiality, string> = {
  attributed: "What people say may be shared with their name, if they allow it.",
  role_only: "What people say may be shared with their role or phase, but never with a name or organisation.",
  chatham_house: "What people say may be shared, but not who said it, where they work or who else was there.",
};

export const STATE_WORDS: Record<RoundtableState, string> = {
  planned: "Planned",
  in_session: "In session",
  read_back: "Read-back",
  closed: "Closed",
};

export const PERMISSION_WORDS: Record<PermissionLevel, string> = {
  verbatim: "Words may be read and quoted",
  paraphrase: "Paraphrase only",
  not_published: "Not to be published",
};

/** Not recorded means the same as not to be published. */
export const NO_PERMISSION = "Not recorded";

export const MEANS_WORDS: Record<PermissionMeans, string> = {
  facilitator: "Told a facilitator",
  link: "By a link",
  qr_code: "By a QR code",
  paper: "On paper",
};

/** The first wording of a review that has none of its own; what holds of every wording is in permission-words.ts. */
export const PERMISSION_WORDING = `You choose what happens with what you say here: whether officials of the review may read it and its reports may quote it, whether it may be paraphrased only, or whether it is not to be published.
Your name and organisation are kept apart from your words. You can change your choice later.`;

/** In the place of words that are gone: the speaker asked for it, or they were kept for as long as they may be. */
export function removedWords(speaker: { erased: boolean } | null = null): string {
  return speaker?.erased ? "Removed at the speaker’s request." : "Removed: these words are no longer kept.";
}

/** "1 line", "12 lines", "1,240 people". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** Where a roundtable is held. */
export function placeWords({ place, online }: { place: string | null; online: boolean }): string {
  if (!online) return place ?? "";
  return place ? `online and ${place}` : "online";
}

/** When a line was said, for its margin; `saidAt` is an instant or its ISO 8601. */
export function timeWords({ saidAt, timeKnown }: { saidAt: Date | string; timeKnown: boolean }): string {
  return timeKnown ? formatTime(new Date(saidAt)) : "No time";
}
