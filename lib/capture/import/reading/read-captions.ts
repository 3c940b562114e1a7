import { parseTextStream, tokenizeVTTCue, type VTTCue, type VTTNode } from "media-captions";
import type { Turn } from "./format";
import { refusedFile } from "./limits";
import { hasSpeakers, readPrefix } from "./speech";

/** A longer silence ends a turn. */
const GAP_S = 2;
/** A longer turn is divided, so that each contribution stays readable. */
const LONG_TURN = 4_000;

type Caption = { line: number; speaker: string | null; text: string; start: number; end: number };

/**
 * Subtitles as turns: captions of one speaker less than two seconds apart are one turn. Where nobody is
 * named, each caption is a turn, since the speaker may change at any of them.
 */
export async function readCaptions(text: string, type: "vtt" | "srt"): Promise<Turn[]> {
  if (type === "vtt" && !/^\uFEFF?WEBVTT([ \t\n]|$)/.test(text))
    throw refusedFile(
      "This file is not complete. Subtitles of this kind (.vtt) begin with the word WEBVTT. Save them again from the program that made them.",
    );
  const { cues } = await parseTextStream(linesOf(text), { type, errors: false });
  const captions = named(cues.flatMap(captionsOf).filter((caption) => caption.text !== ""));
  const turns: Turn[] = [];
  let last: Caption | null = null;
  for (const caption of captions) {
    const turn = turns.at(-1);
    const goesOn = last !== null && last.speaker !== null && last.speaker === caption.speaker;
    if (turn && last && goesOn && caption.start - last.end < GAP_S && turn.text.length < LONG_TURN)
      turn.text += ` ${caption.text}`;
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

/**
 * The lines of a text as they are asked for. The library's own stream holds all of them at once, and takes each
 * from the front in a time that grows with how many there are.
 */
function linesOf(text: string): ReadableStream<string> {
  const lines = text.split("\n").values();
  return new ReadableStream({
    pull: (stream) => {
      const { value, done } = lines.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
  });
}

/** A caption with several voice tags has several speakers. */
function captionsOf(cue: VTTCue, index: number): Caption[] {
  const parts: { speaker: string | null; text: string }[] = [];
  const add = (speaker: string | null, text: string) => {
    const last = parts.at(-1);
    if (last && last.speaker === speaker) last.text += text;
    else if (text.trim() !== "") parts.push({ speaker, text });
  };
  const walk = (nodes: readonly VTTNode[], voice: string | null) => {
    for (const node of nodes) {
      if (node.type === "text") add(voice, node.data);
      else walk(node.children, node.type === "v" ? node.voice.trim() || null : voice);
    }
  };
  walk(tokenizeVTTCue(cue), null);
  const { startTime: start, endTime: end } = cue;
  return parts.map(({ speaker, text }) => ({
    line: index + 1,
    speaker,
    start,
    end,
    text: onOneLine(text),
  }));
}

function onOneLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

/** Meeting programs that use no voice tags write "Name: words" into the captions themselves. */
function named(captions: readonly Caption[]): readonly Caption[] {
  const without = captions.filter(({ speaker }) => speaker === null);
  if (!hasSpeakers(without)) return captions;
  let said: string | null = null;
  return captions.flatMap((caption) => {
    if (caption.speaker !== null) return [caption];
    const prefixed = readPrefix(caption.text);
    if (prefixed) said = prefixed.speaker;
    const text = prefixed?.text ?? caption.text;
    return text === "" ? [] : [{ ...caption, speaker: said, text }];
  });
}
