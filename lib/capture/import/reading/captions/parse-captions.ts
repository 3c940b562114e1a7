import type { Turn } from "../format";

/** One caption as the file has it: where it stands, when it is shown, in seconds, and the lines of its words. */
export type Cue = { line: number; start: number; end: number; speaker: string | null; lines: string[] };

export type CaptionKind = "vtt" | "srt";

/** A part of a time, as programs write it: padded or not, and sometimes below zero. */
const PART = String.raw`-?\d{1,3}`;
const TIME = String.raw`(${PART}(?::${PART}){1,2}(?:[.,]-?\d{1,3})?)`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s|$)`);

/** Whether a text has the times of a caption in one of its first lines. */
export function startsWithCue(text: string): boolean {
  const filled = text.split("\n", 20).filter((line) => line.trim() !== "");
  return filled.slice(0, 2).some((line) => TIMING.test(line));
}

/**
 * Captions of a WebVTT or SRT file, in its order. All that stands between the times of one caption and those of the next
 * belongs to the first, empty lines too: the format ends a caption at an empty line, and the programs that write one
 * inside do not know it. What is no caption is told in `left`.
 */
export function parseCaptions(text: string, kind: CaptionKind): { cues: Cue[]; left: Turn[] } {
  const lines = text.split("\n");
  const timings = lines.flatMap((line, at) => {
    const [, from = "", to = ""] = TIMING.exec(line) ?? [];
    return from === "" ? [] : [{ at, start: secondsOf(from), end: secondsOf(to) }];
  });
  const isName = namesBefore(
    lines,
    timings.map(({ at }) => at),
    kind,
  );
  const left: Turn[] = [];
  const first = timings[0]?.at ?? lines.length;
  // The line before the first times may be the name of its caption.
  const header = kind === "vtt" ? headerLength(lines) : 0;
  const head = lines.slice(header, isName(first) ? first - 1 : first);
  const before = withoutBlocks(head, kind, left, header + 1)
    .join(" ")
    .trim();
  if (before !== "")
    left.push({ line: header + 1, speaker: null, text: before, out: "It stands before the first caption" });
  const cues = timings.map(({ at, start, end }, index): Cue => {
    const next = timings[index + 1]?.at ?? lines.length;
    const own = lines.slice(at + 1, isName(next) ? next - 1 : next);
    const speaker = isName(at) ? speakerIn(lines[at - 1] ?? "") : null;
    return { line: at + 1, start, end, speaker, lines: withoutBlocks(own, kind, left, at + 2) };
  });
  return { cues, left };
}

/** Webex names whoever speaks above the times: 12 "Ada Lane" (1234567). */
const NUMBER_AND_NAME = /^\d{1,6} "([^"]{1,80})"(?: \(\d{1,20}\))?$/;

function speakerIn(name: string): string | null {
  return NUMBER_AND_NAME.exec(name.trim())?.[1]?.trim() || null;
}

/** WEBVTT and what stands below it, up to an empty line: settings of the file. */
function headerLength(lines: readonly string[]): number {
  if (!/^\uFEFF?WEBVTT/.test(lines[0] ?? "")) return 0;
  const end = lines.findIndex((line) => line.trim() === "");
  return end < 0 ? lines.length : end;
}

/** Comments, style sheets and regions of WebVTT stand between captions, each up to an empty line. */
const BLOCK = /^(?:NOTE(?:\s|$)|STYLE\s*$|REGION\s*$)/;

/** `begins` is the number of the first of these lines in the file. */
function withoutBlocks(lines: readonly string[], kind: CaptionKind, left: Turn[], begins: number): string[] {
  if (kind === "srt") return [...lines];
  const kept: string[] = [];
  let block: { line: number; said: string[] } | null = null;
  const blocks: { line: number; said: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const afterBlank = index === 0 || (lines[index - 1] ?? "").trim() === "";
    if (line.trim() === "") block = null;
    else if (block === null && afterBlank && BLOCK.test(line))
      blocks.push((block = { line: begins + index, said: [] }));
    if (block === null) kept.push(line);
    else block.said.push(line.trim());
  }
  for (const { line, said } of blocks) {
    const note = said.join(" ");
    if (/^NOTE\s+\S/.test(note))
      left.push({
        line,
        speaker: null,
        out: "It is a note of the file, not a caption",
        text: note.slice("NOTE".length).trim(),
      });
  }
  return kept;
}

/**
 * Whether the line before these times names or numbers its caption, and is no words: it stands alone between an empty line
 * and the times, and is a number, or most captions have such a line.
 */
function namesBefore(
  lines: readonly string[],
  timings: readonly number[],
  kind: CaptionKind,
): (timing: number) => boolean {
  const alone = (at: number) =>
    at > 0 && (lines[at - 1] ?? "").trim() !== "" && (at === 1 || (lines[at - 2] ?? "").trim() === "");
  const known = new Set(timings);
  const usual = kind === "vtt" && timings.filter(alone).length * 2 >= timings.length;
  return (at) => {
    if (!known.has(at) || at === 0) return false;
    const line = (lines[at - 1] ?? "").trim();
    if (/^\d+$/.test(line) || speakerIn(line) !== null) return true;
    return alone(at) && !/^\uFEFF?WEBVTT/.test(line) && (usual || (kind === "vtt" && !line.includes(" ")));
  };
}

/** A time in seconds. What Teams wrote below zero is the start; its parts of a second are milliseconds without padding. */
function secondsOf(time: string): number {
  const [clock = "", fraction = ""] = time.split(/[.,]/);
  const parts = clock.split(":").map(Number);
  const whole = parts.reduce((sum, part) => sum * 60 + part, 0);
  const padded = clock
    .split(":")
    .slice(1)
    .every((part) => /^\d{2}$/.test(part));
  const rest = padded ? Number(`0.${fraction || "0"}`) : Number(fraction) / 1000;
  const seconds = time.includes("-") ? 0 : whole + rest;
  return Number.isFinite(seconds) ? seconds : 0;
}
