import type { Source } from "@/lib/capture/roundtable/source";
import type { Npq } from "@/lib/capture/people/vocabulary";
import type { Stance } from "@/lib/capture/contribution/stance";

/**
 * The grammar of the capture bar. A sign opens a list of choices; the chosen one leaves the text and becomes
 * a mark of the contribution. A sign from whose list nothing was chosen is ordinary text.
 */
const SIGNS = ["@", "#", "+", "-", "!", "·", "?", "/"] as const;
export type Sign = (typeof SIGNS)[number];

/**
 * A sign that is being typed; the search text is what is between it and the caret. Offsets in UTF-16 units.
 */
export type OpenSign = { sign: Sign; query: string; start: number; end: number };

/** A possible speaker. */
export type SpeakerOption = {
  /** "identified:<id>", "host:<id>", or a source alone. */
  value: string;
  source: Source;
  participantId: string | null;
  label: string;
  /** Role, phase and region; or what the source means. */
  description: string;
  seat: string | null;
  /** Why their words may not be quoted, where that is so. */
  unquotable?: string | null;
  /** Only while names are shown. */
  name: string | null;
  /** The name, for matching what is typed. It is never shown, because names may be hidden. */
  knownAs: string | null;
};

export type Command =
  | "undo"
  | "edit"
  | "next"
  | "hands"
  | "agreement"
  | "group"
  | "note"
  | "unknown"
  | "moment"
  | "go-round"
  | "names"
  | "clear"
  | "retry";

export type Choice =
  | { kind: "speaker"; option: SpeakerOption }
  | { kind: "theme"; id: string; title: string; colour: string; area: boolean; digit: string | null }
  | { kind: "npq"; code: Npq; name: string }
  | { kind: "stance"; stance: Stance }
  | { kind: "question"; id: string; position: number; text: string }
  | { kind: "table"; id: string | null; name: string }
  | { kind: "command"; command: Command };

export const MAX_QUERY = 40;
const LOOKS_LIKE_A_SIGN = new Set<string>(SIGNS);

/**
 * The sign before the caret, if any: at the beginning or after white space, with no line break before the
 * caret and no white space directly after the sign. The search text may contain spaces, as a person's name
 * may.
 */
export function openSign(text: string, caret: number): OpenSign | null {
  const before = text.slice(0, caret);
  const contribution = before.lastIndexOf("\n") + 1;
  for (let start = caret - 1; start >= contribution && caret - start <= MAX_QUERY + 1; start--) {
    const sign = before[start] ?? "";
    const opens = LOOKS_LIKE_A_SIGN.has(sign) && (start === 0 || /\s/.test(before[start - 1] ?? ""));
    if (!opens) continue;
    const query = before.slice(start + 1);
    if (/^\s/.test(query)) return null;
    return { sign: sign as Sign, query, start, end: caret };
  }
  return null;
}

/** The text without the sign and the search text after it, and the new caret. */
export function withoutSign(text: string, { start, end }: OpenSign): { text: string; caret: number } {
  const before = text.slice(0, start);
  const after = text.slice(end);
  // "word @p07 word" leaves one space, not two.
  const joined = before.endsWith(" ") && after.startsWith(" ") ? before + after.slice(1) : before + after;
  return { text: joined, caret: before.length };
}

/** The text with a sign put in, as if it had been typed there: it opens only where a word could begin. */
export function withSignAt(text: string, at: number, sign: Sign): { text: string; caret: number } {
  const before = text.slice(0, at);
  const typed = before === "" || /\s$/.test(before) ? sign : ` ${sign}`;
  return { text: before + typed + text.slice(at), caret: at + typed.length };
}

export type SignOptions = {
  speakers: readonly SpeakerOption[];
  themes: readonly { id: string; title: string; colour: string; area: boolean }[];
  questions: readonly { id: string; position: number; text: string }[];
  /** Break-out tables; none while the room is one. */
  tables: readonly { id: string; name: string }[];
  commands: readonly { command: Command; words: readonly string[] }[];
};

/** Signs that stand for only one choice. Few keyboards have the last: "/observation" is the same. */
export const SIGN_STANCE: Partial<Record<Sign, Stance>> = {
  "+": "strength",
  "-": "improvement",
  "!": "ask",
  "·": "observation",
};

/** The keys of the first ten themes, in the order of the codebook; the coding page uses the same. */
export const THEME_DIGITS = "1234567890";
