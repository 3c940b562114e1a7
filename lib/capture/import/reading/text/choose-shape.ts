import type { Head, Shape } from "./heads";
import type { Line } from "./lines";
import { areOfTheDay, isOfTheDay } from "./when";

/** A turn has a head every so many lines; where a speaker comes twice, turns may be longer. */
const SHORT_TURN = 12;
const LONG_TURN = 60;
/** In more turns than this somebody speaks twice, or they are not speakers. */
const SOMEBODY_AGAIN = 30;

/** `kind` is the shape as it was given, `shape` the same in one style. */
export type Chosen = { kind: Shape; shape: Shape; heads: readonly Head[]; weight: number };

/**
 * The shape that most heads in the beginning of a text have; null where none fits. Those that name speakers count twice. With
 * `isOwn` the shapes are those of one program, which nothing else looks like, and one head is enough.
 */
export function chooseShape(lines: readonly Line[], shapes: readonly Shape[], isOwn = false): Chosen | null {
  let best: Chosen | null = null;
  for (const shape of shapes) {
    const chosen = weigh(shape, lines, isOwn);
    if (chosen && chosen.weight > (best?.weight ?? 0)) best = chosen;
  }
  return best;
}

function weigh(anyStyle: Shape, lines: readonly Line[], isOwn: boolean): Chosen | null {
  const shape = inOneStyle(anyStyle, headsIn(anyStyle, lines));
  const heads = headsIn(shape, lines);
  const names = heads.flatMap(({ speaker }) => speaker?.toLowerCase() ?? []);
  const again = new Set(names).size < names.length;
  const isEnough = heads.length * (again || isOwn ? LONG_TURN : SHORT_TURN) >= lines.length;
  if (heads.length === 0 || !isEnough) return null;
  // A chat is more than lines of the program.
  const ofNobody = heads.filter(({ speaker, out }) => speaker === null && out !== undefined);
  if (heads.length > 2 && ofNobody.length * 2 > heads.length) return null;
  const doubtful =
    heads.length === 1
      ? names.length === 0 || shape(lines, 0) === null
      : !again && names.length > SOMEBODY_AGAIN;
  if (doubtful && !isOwn) return null;
  return { kind: anyStyle, shape, heads, weight: heads.length + names.length };
}

/** The shape in the style that most heads have: "[0:03] Ada:" is a head, and "10:30 Break:" below it is words. */
function inOneStyle(shape: Shape, heads: readonly Head[]): Shape {
  const counts = new Map<string, number>();
  for (const { style = "" } of heads) counts.set(style, (counts.get(style) ?? 0) + 1);
  const [usual = ""] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  return (lines, at) => {
    const head = shape(lines, at);
    return head && (head.style ?? "") === usual ? head : null;
  };
}

function headsIn(shape: Shape, lines: readonly Line[]): Head[] {
  const heads: Head[] = [];
  for (let at = 0; at < lines.length; at++) {
    const head = shape(lines, at);
    if (!head) continue;
    heads.push(head);
    at += head.lines - 1;
  }
  return heads;
}

/** A text cut at its heads: the lines before the first, and those of each turn. */
export type Section = { line: number; head: Head; body: Line[] };

/** Until the first head of the usual kind of time, one of another kind is the date of the meeting in its title. */
export function sectionsOf(
  lines: readonly Line[],
  { shape, heads }: Chosen,
): { before: readonly Line[]; sections: Section[] } {
  const ofTheDay = areOfTheDay(heads.map(({ time }) => time));
  const before: Line[] = [];
  const sections: Section[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    const head = shape(lines, at);
    if (head && (sections.length > 0 || isOfTheDay(head.time) === ofTheDay)) {
      sections.push({ line: line.line, head, body: [] });
      at += head.lines - 1;
    } else (sections.at(-1)?.body ?? before).push(line);
  }
  return { before, sections };
}
