import type { Turn } from "./format";

/** A passage of a text that may begin with its speaker: a line, a paragraph or a caption. */
export type Passage = { line: number; text: string };

const ID = /^\[([^[\]\n]{1,60})\][:\s]/;
const NAME = /^([\p{Lu}\p{N}][\p{L}\p{M}\p{N} .'’()/&-]{0,58}?)\s?:(?=\s|$)/u;
/** More words than this before a colon begin a sentence, and are not a name. */
const NAME_WORDS = 5;
const CLOCK = /^\d{1,2}([:.]\d{2}){0,2}$/;
/** Words before a colon that name nobody. */
const NOBODY =
  /^(?:notes?|nb|re|ps|question|answer|example|e\.?g|i\.?e|https?|source|date|time|title|actions?|agreed|decisions?|outcomes?|summary|conclusion|next steps?|key points?|present|apologies|attendees|attending|participants|venue|location|agenda|subject|topic|warning|important)$/i;
/** "9.30 Ada": a time stands before the name. */
const TIMED = /^\d{1,2}(?:[.:]\d{2}|\s?[ap]\.?m\b)/i;
/** Signs of lists, which notes have before names. */
const BULLET = /^[-*•·‣◦–—]\s+/;
/** Live captions have this where somebody else begins to speak. */
const CHANGE = /^>{2,3}\s*/;
/** Committees number what they ask before the name: "Q1 Ada Lane: words". */
const ASKED = /^(Q\d{1,4})\s+(?=\p{Lu})/u;
/** A heading of Markdown is nobody's words. */
const HEADING = /^#{1,6}\s/;

type Prefixed = { speaker: string; text: string };

/** Splits "Name: words" or "[id] words"; null for words alone. */
export function readPrefix(typed: string): Prefixed | null {
  const text = typed.replace(BULLET, "").replace(CHANGE, "");
  const id = ID.exec(text);
  if (id?.[1] && !CLOCK.test(id[1].trim()))
    return { speaker: id[1].trim(), text: text.slice(id[0].length).trim() };
  const name = NAME.exec(text);
  const speaker = name?.[1]?.trim() ?? "";
  if (
    speaker === "" ||
    speaker.split(/\s+/).length > NAME_WORDS ||
    NOBODY.test(speaker) ||
    TIMED.test(speaker) ||
    CLOCK.test(speaker)
  )
    return null;
  const words = text.slice(name?.[0].length).trim();
  const number = ASKED.exec(speaker);
  if (!number) return { speaker, text: words };
  return { speaker: speaker.slice(number[0].length), text: `${number[1]} ${words}`.trim() };
}

/** Whether somebody else begins to speak, though nobody is named. */
export function startsAnother(text: string): boolean {
  return CHANGE.test(text.trim());
}

/**
 * Whether passages begin with their speakers: at least a third do, and one speaker does so twice or is the
 * only one.
 */
export function hasSpeakers(passages: readonly Passage[]): boolean {
  const found = passages.filter(({ text }) => readPrefix(text) !== null);
  const names = found.flatMap(({ text }) => readPrefix(text)?.speaker ?? []);
  // Lists have topics before colons, each once.
  const inList = found.filter(({ text }) => BULLET.test(text)).length * 2 > found.length;
  return areSpeakers(names, passages.length) && !(inList && new Set(names).size === names.length);
}

/** The same, by the names found at the beginning of so many passages. */
export function areSpeakers(names: readonly string[], passages: number): boolean {
  const several = names.length > new Set(names).size || names.length >= passages / 2;
  return names.length > 0 && names.length >= passages / 3 && several;
}

/**
 * Passages as turns. Where they begin with speakers, a passage without one belongs to the turn before it;
 * otherwise each is a turn without a speaker.
 */
export function turnsOf(passages: readonly Passage[], joiner: string): Turn[] {
  const filled = passages.filter(({ text }) => text.trim() !== "");
  if (!hasSpeakers(filled))
    return filled.map(({ line, text }) => ({ line, speaker: null, text: text.trim() }));
  const turns: Turn[] = [];
  for (const { line, text } of filled) {
    const prefixed = readPrefix(text.trim());
    const last = turns.at(-1);
    if (prefixed) turns.push({ line, ...prefixed });
    else if (HEADING.test(text.trim()) || startsAnother(text))
      turns.push({ line, speaker: null, text: text.trim() });
    else if (last) last.text = last.text === "" ? text.trim() : `${last.text}${joiner}${text.trim()}`;
    else turns.push({ line, speaker: null, text: text.trim() });
  }
  return turns;
}
