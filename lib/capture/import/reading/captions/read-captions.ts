import { voicesOf } from "./caption-text";
import { parseCaptions, type CaptionKind, type Cue } from "./parse-captions";
import { withoutRepeats } from "./rolling";
import type { Turn } from "../format";
import { refusedFile } from "../limits";
import { hasSpeakers, readPrefix, startsAnother } from "../speech";
import { cleanName, looksLikeName } from "../text/names";

/** A longer silence ends a turn. */
const GAP_S = 2;
/** A longer turn is divided, so that each contribution stays readable. */
const LONG_TURN = 4_000;
/** The same where nobody is named and no sentence ends. */
const LONG_SENTENCE = 600;

type Caption = { line: number; speaker: string | null; text: string; start: number; end: number };

/**
 * Subtitles as turns, with what was left out of them. Captions of one speaker less than two seconds apart are one turn.
 * Where nobody is named, captions are joined into sentences; those of a file that ends none stay as they are.
 */
export function readCaptions(text: string, kind: CaptionKind): Turn[] {
  if (kind === "vtt" && !/^\uFEFF?WEBVTT([ \t\n]|$)/.test(text))
    throw refusedFile(
      "This file is not complete. Subtitles of this kind (.vtt) begin with the word WEBVTT. Save them again from the program that made them.",
    );
  const parsed = parseCaptions(text, kind);
  const { cues, left } = withoutRepeats(parsed.cues, kind);
  const captions = named(cues.flatMap((cue) => captionsOf(cue, kind)));
  return [...turnsOfCaptions(captions), ...parsed.left, ...left].sort((a, b) => a.line - b.line);
}

/** A caption with several voice tags has several speakers. */
function captionsOf({ line, start, end, speaker, lines }: Cue, kind: CaptionKind): Caption[] {
  return voicesOf(lines.join("\n"), kind).map((part) => ({
    ...part,
    speaker: nameOf(part.speaker ?? speaker),
    line,
    start,
    end,
  }));
}

const nameOf = (speaker: string | null) => speaker && cleanName(speaker);

const ENDS_SENTENCE = /[.?!…]["”’)\]]*$/;

function turnsOfCaptions(captions: readonly Caption[]): Turn[] {
  const ending = captions.filter(({ text }) => ENDS_SENTENCE.test(text)).length;
  const inSentences = ending * 5 >= captions.length;
  const turns: Turn[] = [];
  let last: Caption | null = null;
  for (const caption of captions) {
    const turn = turns.at(-1);
    const near = last !== null && last.speaker === caption.speaker && caption.start - last.end < GAP_S;
    const goesOn =
      turn !== undefined &&
      (caption.speaker !== null
        ? turn.text.length < LONG_TURN
        : inSentences && turn.text.length < LONG_SENTENCE && !ENDS_SENTENCE.test(turn.text));
    if (near && goesOn) turn.text += ` ${caption.text}`;
    else
      turns.push({
        line: caption.line,
        speaker: caption.speaker,
        text: caption.text,
        time: `+${caption.start.toFixed(3)}`,
      });
    last = caption;
  }
  return turns;
}

/** Meeting programs that use no voice tags write "Name: words" into the captions themselves. */
function named(captions: readonly Caption[]): readonly Caption[] {
  const without = captions.filter(({ speaker }) => speaker === null);
  if (!hasSpeakers(without)) return captions;
  const isSpeaker = speakersAmong(without);
  let said: string | null = null;
  return captions.flatMap((caption) => {
    if (caption.speaker !== null) return [caption];
    const found = readPrefix(caption.text);
    const prefixed = found && isSpeaker(found.speaker) ? found : null;
    if (prefixed) said = prefixed.speaker;
    else if (startsAnother(caption.text)) said = null;
    const text = prefixed?.text ?? caption.text;
    return text === "" ? [] : [{ ...caption, speaker: said, text }];
  });
}

/** "One thing: cover" begins no turn where names have capital letters: programs write a name as it is each time. */
function speakersAmong(captions: readonly Caption[]): (name: string) => boolean {
  const names = captions.flatMap(({ text }) => readPrefix(text)?.speaker ?? []);
  const written = names.filter(looksLikeName).length;
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (name) => written * 2 <= names.length || looksLikeName(name) || (counts.get(name) ?? 0) > 1;
}
