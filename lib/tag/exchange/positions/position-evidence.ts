import { POSITION_UNITS, STANDARD, type PositionUnit, type SourceText } from "./positions";

/** A passage as the file gives it: positions in the file's unit, and its name, which some programs fill with its words. */
export type WrittenPassage = { start: number; end: number; name: string };

/** How the passages of a source lie under a unit. */
export type UnitEvidence = {
  unit: PositionUnit;
  /** All units that give the passages these places, that one among them. */
  covers: PositionUnit[];
  /** Of the passages, how many are in the text, */
  inside: number;
  /** how many of these begin and end at a word, */
  atWords: number;
  /** how many of their beginnings and ends are at one, */
  edges: number;
  /** how many are not in the text, */
  outside: number;
  /** and how many have the words that they are named by. */
  named: number;
  /** The words of the first passages on which the units differ. */
  examples: string[];
};

/** Passages at different places: some programs write one for each coding of it, which is no further evidence. */
export function distinctPassages(passages: readonly WrittenPassage[]): WrittenPassage[] {
  const byPlace = new Map<string, WrittenPassage>();
  for (const passage of passages) {
    const key = `${passage.start}-${passage.end}`;
    if (!byPlace.get(key)?.name) byPlace.set(key, passage);
  }
  return [...byPlace.values()];
}

type Place = { start: number; end: number };
const EXAMPLES = 3;
const EXAMPLE_LENGTH = 60;

/**
 * How the passages lie under each unit, where units that give all of them the same places are one, named by the first: the
 * standard's comes first. One entry means that nothing has to be decided.
 */
export function unitEvidence(text: SourceText, passages: readonly WrittenPassage[]): UnitEvidence[] {
  const groups: { covers: PositionUnit[]; places: Place[] }[] = [];
  for (const unit of POSITION_UNITS) {
    const at = text.in(unit);
    const places = passages.map(({ start, end }): Place => ({ start: at(start), end: at(end) }));
    const same = groups.find((group) => isSame(group.places, places));
    if (same) same.covers.push(unit);
    else groups.push({ covers: [unit], places });
  }
  const differing = passages.findIndex((_, n) =>
    groups.some(
      ({ places }) =>
        places[n]?.start !== groups[0]?.places[n]?.start || places[n]?.end !== groups[0]?.places[n]?.end,
    ),
  );
  return groups.map((group) => evidenceOf(text, passages, { ...group, from: Math.max(differing, 0) }));
}

function isSame(some: readonly Place[], others: readonly Place[]): boolean {
  return some.every(({ start, end }, n) => start === others[n]?.start && end === others[n]?.end);
}

type Group = { covers: PositionUnit[]; places: readonly Place[]; from: number };

function evidenceOf(
  text: SourceText,
  passages: readonly WrittenPassage[],
  { covers, places, from }: Group,
): UnitEvidence {
  const [unit = STANDARD] = covers;
  const found: UnitEvidence = {
    unit,
    covers,
    inside: 0,
    atWords: 0,
    edges: 0,
    outside: 0,
    named: 0,
    examples: [],
  };
  for (const [n, { start, end }] of places.entries()) {
    if (start >= text.length || end > text.length || end <= start) {
      found.outside++;
      continue;
    }
    found.inside++;
    const [first, last] = [text.unitsAt(start), text.unitsAt(end)];
    const [begins, ends] = [beginsWord(text.text, first), endsWord(text.text, last)];
    found.edges += Number(begins) + Number(ends);
    found.atWords += Number(begins && ends);
    found.named += Number(isNamedBy(text.text.slice(first, last), passages[n]?.name ?? ""));
    if (n >= from && found.examples.length < EXAMPLES)
      found.examples.push(shortened(text.text.slice(first, last)));
  }
  return found;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
const BLANK = /\s/;
const STOP = /[.!?…,;:)”’"'\]]/;

const charAt = (text: string, unit: number) => String.fromCodePoint(text.codePointAt(unit) ?? 32);

/** Before a word, or before another sign that follows a blank. */
function beginsWord(text: string, unit: number): boolean {
  const [before, after] = [text.charAt(unit - 1), charAt(text, unit)];
  if (BLANK.test(after)) return false;
  return before === "" || BLANK.test(before) || (!isWordBefore(text, unit) && WORD.test(after));
}

/** After a word or what ends a sentence, or after another sign that a blank follows. A line is marked with its end, too. */
function endsWord(text: string, unit: number): boolean {
  const [before, after] = [text.charAt(unit - 1), charAt(text, unit)];
  if (before === "\n") return true;
  if (BLANK.test(before)) return false;
  if (unit >= text.length || BLANK.test(after)) return true;
  return !WORD.test(after) && (isWordBefore(text, unit) || STOP.test(before));
}

function isWordBefore(text: string, unit: number): boolean {
  const low = text.charCodeAt(unit - 1);
  return WORD.test(charAt(text, low >= 0xdc00 && low <= 0xdfff ? unit - 2 : unit - 1));
}

/** Names are often cut, and their blanks written otherwise. */
function isNamedBy(words: string, name: string): boolean {
  const named = plain(name)
    .replace(/(?:\.\.\.|…)$/, "")
    .trim();
  return named.length >= MIN_NAME && plain(words.slice(0, 4 * name.length + 100)).startsWith(named);
}
const MIN_NAME = 3;
const plain = (text: string) => text.trim().replace(/\s+/g, " ");

function shortened(words: string): string {
  const points = Array.from(plain(words.slice(0, 4 * EXAMPLE_LENGTH)));
  return points.length > EXAMPLE_LENGTH ? `${points.slice(0, EXAMPLE_LENGTH).join("")}…` : points.join("");
}
