import { codePointLength } from "@/lib/platform/text/code-points";

/**
 * What a file's positions count. `characters`: Unicode code points, as REFI-QDA 1.5 says in section 10.2, or UTF-16 units, in
 * which an emoji is two. `lineEnds`: as many as the file's text has, one each, or two each (CR and LF), whatever it has.
 */
export const POSITION_UNITS = [
  "points-stored",
  "points-lf",
  "points-crlf",
  "utf16-stored",
  "utf16-lf",
  "utf16-crlf",
] as const;
export type PositionUnit = (typeof POSITION_UNITS)[number];
export const STANDARD: PositionUnit = "points-stored";

/** A source's text with LF line ends, and where a position in the file, counted in a unit, is in it. */
export type SourceText = {
  text: string;
  /** Of the text, in code points. */
  length: number;
  in: (unit: PositionUnit) => (position: number) => number;
  /** The place of a code point in the text, in UTF-16 units. */
  unitsAt: (point: number) => number;
};

/** What is counted in the file beyond the code points of the text with LF line ends: ascending positions in that unit. */
type Beyond = Record<PositionUnit, number[]>;

const COUNTED_TWICE = /\r\n?|\n|[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/**
 * A carriage return before a line feed may count in the file, but is removed here. A byte order mark is not part of the text.
 */
export function sourceText(raw: string): SourceText {
  const text = raw.replace(/\r\n?/g, "\n");
  const { beyond, astral } = beyondOf(raw);
  return {
    text,
    length: codePointLength(text),
    in: (unit) => (position) => position - countBelow(beyond[unit], position),
    unitsAt: (point) => point + countBelow(astral, point),
  };
}

/** One reading of the text for all units. `astral` are the code points of two UTF-16 units, by their places in the text. */
function beyondOf(raw: string): { beyond: Beyond; astral: number[] } {
  const beyond: Beyond = {
    "points-stored": [],
    "points-lf": [],
    "points-crlf": [],
    "utf16-stored": [],
    "utf16-lf": [],
    "utf16-crlf": [],
  };
  const astral: number[] = [];
  let returns = 0;
  let lines = 0;
  for (const { 0: found, index } of raw.matchAll(COUNTED_TWICE)) {
    const place = index - astral.length - returns;
    const ends = { stored: returns, lf: 0, crlf: lines };
    for (const unit of POSITION_UNITS) {
      const [characters, lineEnds] = partsOf(unit);
      const at = place + ends[lineEnds] + (characters === "utf16" ? astral.length : 0);
      if (found.length === 2 && found !== "\r\n") {
        if (characters === "utf16") beyond[unit].push(at + 1);
      } else if (lineEnds === "crlf" || (lineEnds === "stored" && found === "\r\n")) beyond[unit].push(at);
    }
    if (found === "\r\n") returns++;
    if (found.length === 2 && found !== "\r\n") astral.push(place);
    else lines++;
  }
  return { beyond, astral };
}

type Parts = ["points" | "utf16", "stored" | "lf" | "crlf"];
const PARTS: Record<PositionUnit, Parts> = {
  "points-stored": ["points", "stored"],
  "points-lf": ["points", "lf"],
  "points-crlf": ["points", "crlf"],
  "utf16-stored": ["utf16", "stored"],
  "utf16-lf": ["utf16", "lf"],
  "utf16-crlf": ["utf16", "crlf"],
};
const partsOf = (unit: PositionUnit) => PARTS[unit];

/** How many of the ascending numbers are below the limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
