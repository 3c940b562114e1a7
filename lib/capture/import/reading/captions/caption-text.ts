import type { CaptionKind } from "./parse-captions";

/** A stretch of a caption's words, and who says them where a voice tag names somebody. */
export type Voiced = { speaker: string | null; text: string };

/** What dresses words and is none: WebVTT's tags and times, and those that subtitle programs write into SRT. */
const DRESS = {
  vtt: /^(?:\/?(?:c|i|b|u|ruby|rt|lang|v)(?:[.\s].*)?|(?:\d{1,3}:)?\d{1,2}:\d{2}\.\d{1,3})$/s,
  srt: /^\/?(?:i|b|u|s|font)(?:\s.*)?$/is,
} as const;
const PLACE = /\{\\an?\d{1,2}\}/g;

const VOICE = /^v(?:\.\S*)?\s+(\S.*)$/s;

/** A tag is short and holds no other; everything else in pointed brackets was written as words. */
const TAG = /<([^<>]{1,200})>/g;

/**
 * The words of a caption by who says them. Words in pointed brackets that are no tag of the format stay: programs write
 * <inaudible> and < 5.
 */
export function voicesOf(raw: string, kind: CaptionKind): Voiced[] {
  const parts: Voiced[] = [];
  let speaker: string | null = null;
  const add = (text: string) => {
    const last = parts.at(-1);
    if (last && last.speaker === speaker) last.text += text;
    else if (text !== "") parts.push({ speaker, text });
  };
  let from = 0;
  for (const tag of raw.matchAll(TAG)) {
    const inner = (tag[1] ?? "").trim();
    if (!DRESS[kind].test(inner)) continue;
    add(raw.slice(from, tag.index));
    from = tag.index + tag[0].length;
    const voice = kind === "vtt" ? VOICE.exec(inner)?.[1]?.trim() : undefined;
    if (voice !== undefined) speaker = decoded(voice);
    else if (/^\/v/.test(inner)) speaker = null;
  }
  add(raw.slice(from));
  const clean = (text: string) => (kind === "vtt" ? decoded(text) : text.replace(PLACE, ""));
  return parts
    .map((part) => ({ ...part, text: onOneLine(clean(part.text)) }))
    .filter(({ text }) => text !== "");
}

function onOneLine(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: " ",
  lrm: "",
  rlm: "",
  quot: '"',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? String(whole);
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : String(whole);
  });
}
