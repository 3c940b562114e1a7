import type { Turn } from "./format";

/** A passage of a text that may begin with its speaker: a line, a paragraph or a caption. */
export type Passage = { line: number; text: string };

const ID = /^\[([^[\]\n]{1,60})\][:\s]\s*([\s\S]*)$/;
const NAME = /^([\p{Lu}\p{N}][\p{L}\p{M}\p{N} .'’()/&-]{0,58}?)\s?:(?:\s+([\s\S]*)|$)/u;
/** More words than this are the start of a sentence that has a colon in it. */
const NAME_WORDS = 5;
const CLOCK = /^\d{1,2}([:.]\d{2}){0,2}$/;
/** Words that stand before a colon and are nobody. */
const NOBODY = /^(note|notes|nb|re|question|answer|example|e\.?g|i\.?e|http|https|source|date|time|title)$/i;

type Prefixed = { speaker: string; text: string };

/** "Name: words" or "[id] words" taken apart; null for words alone. */
export function readPrefix(text: string): Prefixed | null {
  const id = ID.exec(text);
  if (id?.[1] && !CLOCK.test(id[1].trim())) return { speaker: id[1].trim(), text: (id[2] ?? "").trim() };
  const name = NAME.exec(text);
  const speaker = name?.[1]?.trim() ?? "";
  if (
    speaker === "" ||
    speaker.split(/\s+/).length > NAME_WORDS ||
    NOBODY.test(speaker) ||
    CLOCK.test(speaker)
  )
    return null;
  return { speaker, text: (name?.[2] ?? "").trim() };
}

/** Whether passages begin with their speakers: a third of them do, and one does so twice or stands alone. */
export function hasSpeakers(passages: readonly Passage[]): boolean {
  const names = passages.flatMap(({ text }) => readPrefix(text)?.speaker ?? []);
  const several = names.length > new Set(names).size || names.length >= passages.length / 2;
  return names.length > 0 && names.length >= passages.length / 3 && several;
}

/**
 * Passages as turns. Where they begin with speakers, one that does not belongs to the turn before it; else
 * each is a turn of nobody known.
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
