import type { SpeakerOption } from "./grammar";

/** One of several contributions that were pasted together. */
export type PastedPart = { text: string; speaker: string };

/** A pasted text and its initial speaker; `chosen` are its parts once a speaker was chosen by hand. */
export type Pasted = { text: string; speaking: string; chosen: readonly PastedPart[] | null };

/** The parts as they are shown: with the names that are known now, unless a speaker was chosen by hand. */
export function shownParts(
  { text, speaking, chosen }: Pasted,
  speakers: readonly SpeakerOption[],
): readonly PastedPart[] {
  return chosen ?? pastedParts(text, speakers, speaking);
}

/** Whether a line begins with a possible name that is not a label: then names have to be read. */
export function mayNameSomebody(pasted: string, speakers: readonly SpeakerOption[]): boolean {
  return pasted.split(/[\r\n]+/).some((line) => {
    const called = PREFIX.exec(line.trim())?.[1] ?? "";
    return /\p{L}/u.test(called) && !LABEL.test(called) && readSpeaker(line.trim(), speakers).by === null;
  });
}

/**
 * The paragraphs of a pasted text: separated by blank lines or, where there are none, one for each line.
 * Inside a paragraph a line that begins with somebody at the roundtable ("P03: ") begins another.
 */
export function pastedParts(
  pasted: string,
  speakers: readonly SpeakerOption[],
  speaking: string,
): PastedPart[] {
  const text = pasted.replace(/\r\n?/g, "\n").trim();
  const paragraphs = text.split(/\n[^\S\n]*\n\s*/);
  const blocks =
    paragraphs.length > 1 ? paragraphs.flatMap((one) => atSpeakers(one, speakers)) : text.split("\n");
  let speaker = speaking;
  return blocks.flatMap((block) => {
    const { said, by } = readSpeaker(block.trim(), speakers);
    // A named speaker goes on speaking until another one is named.
    speaker = by?.value ?? speaker;
    return said === "" ? [] : [{ text: said, speaker }];
  });
}

function atSpeakers(paragraph: string, speakers: readonly SpeakerOption[]): string[] {
  const blocks: string[] = [];
  for (const line of paragraph.split("\n")) {
    const last = blocks.length - 1;
    if (last < 0 || readSpeaker(line.trim(), speakers).by) blocks.push(line);
    else blocks[last] = `${blocks[last] ?? ""}\n${line}`;
  }
  return blocks;
}

/** "P03", also where that label is not at this roundtable. */
const LABEL = /^\p{L}{1,2}\d+$/u;
const PREFIX = /^\[?([^:\n[\]]{1,60}?)\]?\s*:\s*(?=\S|$)/u;

/**
 * The person named before a colon, and the words after it; all of the words where nobody, or more than one
 * person, matches.
 */
function readSpeaker(
  text: string,
  speakers: readonly SpeakerOption[],
): { said: string; by: SpeakerOption | null } {
  const prefix = PREFIX.exec(text);
  const [by, other] = prefix ? speakers.filter((one) => isCalled(one, prefix[1] ?? "")) : [];
  if (!prefix || !by || other) return { said: text, by: null };
  return { said: text.slice(prefix[0].length).trim(), by };
}

/** By label ("P03", "p3"), or by the whole name where names are known. */
function isCalled({ label, knownAs, participantId }: SpeakerOption, called: string): boolean {
  if (participantId === null) return false;
  const sought = plain(called);
  return short(label) === short(called) || (knownAs !== null && plain(knownAs) === sought);
}

/** Without leading zeros, so that "P03" and "p3" are equal. */
function short(label: string): string {
  return plain(label).replace(/^([a-z]+)0+(?=\d)/, "$1");
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
