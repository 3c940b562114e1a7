import type { Turn } from "./format";

/** A passage of a text that may begin with its speaker: a line, a paragraph or a caption. */
export type Passage = { line: number; text: string };

const ID = /^\[([^[\]\n]{1,60})\][:\s]/;
const NAME = /^([\p{Lu}\p{N}][\p{L}\p{M}\p{N} .'’()/&-]{0,58}?)\s?:(?=\s|$)/u;
/** More words than this before a colon begin a sentence, and are not a name. */
const NAME_WORDS = 5;
const CLOCK = /^\d{1,2}([:.]\d{2}){0,2}$/;
/** Words before a colon that name nobody. */
const NOBODY = /^(note|notes|nb|re|question|answer|example|e\.?g|i\.?e|http|https|source|date|time|title)$/i;

type Prefixed = { speaker: string; text: string };

/** Splits "Name: words" or "[id] words"; null for words alone. */
export function readPrefix(text: string): Prefixed | null {
  const id = ID.exec(text);
  if (id?.[1] && !CLOCK.test(id[1].trim()))
    return { speaker: id[1].trim(), text: text.slice(id[0].length).trim() };
  const name = NAME.exec(text);
  const speaker = name?.[1]?.trim() ?? "";
  if (
    speaker === "" ||
    speaker.split(/\s+/).length > NAME_WORDS ||
    NOBODY.test(speaker) ||
    CLOCK.test(speaker)
  )
    return null;
  return { speaker, text: text.slice(name?.[0].length).trim() };
}

/**
 * Whether passages begin with their speakers: at least a third do, and one speaker does so twice or is the
 * only one.
 */
export function hasSpeakers(passages: readonly Passage[]): boolean {
  return areSpeakers(
    passages.flatMap(({ text }) => readPrefix(text)?.speaker ?? []),
    passages.length,
  );
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
    else if (last) last.text = last.text === "" ? text.trim() : `${last.text}${joiner}${text.trim()}`;
    else turns.push({ line, speaker: null, text: text.trim() });
  }
  return turns;
}
