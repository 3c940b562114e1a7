import { codePointLength } from "@/lib/platform/text/code-points";

/** Words of a contribution: code points, end exclusive. */
export type Words = { start: number; end: number };

/** How a key changes the marked words: at which end, and by how many words. */
export type SpanStep = { end: "first" | "last"; by: 1 | -1 };

const segmenter = new Intl.Segmenter("en-GB", { granularity: "word" });

/** In UTF-16 units: how much is segmented at once, and how near its end what follows may change a segment. */
const WINDOW = 512;
const MARGIN = 32;

/**
 * The segments of a text in order, window by window: to segment a whole text takes V8 time in the square of its
 * length. Segments near the end of a window are left to the next one, which begins after the last that was given.
 */
function* segmentsOf(text: string): Generator<Intl.SegmentData> {
  let start = 0;
  let window = WINDOW;
  while (start < text.length) {
    const from = start;
    const end = from + window;
    const sure = end < text.length ? end - MARGIN : text.length;
    for (const segment of segmenter.segment(text.slice(from, end))) {
      if (from + segment.index + segment.segment.length > sure) break;
      start = from + segment.index + segment.segment.length;
      yield segment;
    }
    // A segment may be longer than a window.
    window = start === from ? 2 * window : WINDOW;
  }
}

/** The words of a text in order, without the spaces and punctuation between them. */
export function wordsOf(text: string): Words[] {
  const words: Words[] = [];
  let at = 0;
  for (const { segment, isWordLike } of segmentsOf(text)) {
    const end = at + codePointLength(segment);
    // An emoji is not a word, but may be all that somebody wrote.
    if (isWordLike || /\p{Extended_Pictographic}/u.test(segment)) words.push({ start: at, end });
    at = end;
  }
  return words;
}

/** The span from the first of these words to the last, or null where there is none. */
function stretch(words: readonly Words[]): Words | null {
  const [first, last] = [words.at(0), words.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/**
 * The marked words after one step; null marks none. With nothing marked, a step marks the first word of the
 * contribution, or the last. It never goes beyond the contribution, nor leaves less than a word.
 */
export function steppedSpan(text: string, span: Words | null, { end, by }: SpanStep): Words | null {
  const words = wordsOf(text);
  if (!span) return stretch(end === "first" ? words.slice(-1) : words.slice(0, 1));
  const within = words.filter((word) => word.end > span.start && word.start < span.end);
  const [first, last] = [within[0], within.at(-1)];
  if (!first || !last) return stretch(words.slice(0, 1));
  const from = words.indexOf(first) + (end === "first" ? by : 0);
  const to = words.indexOf(last) + (end === "last" ? by : 0);
  if (from < 0 || to >= words.length || from > to) return stretch(within);
  return stretch(words.slice(from, to + 1));
}

/**
 * The marked span of a pointer, widened to whole words; null where it contains none, or all of the
 * contribution.
 */
export function wholeWords(text: string, marked: Words): Words | null {
  const words = wordsOf(text);
  const within = words.filter((word) => word.end > marked.start && word.start < marked.end);
  return within.length === words.length ? null : stretch(within);
}
