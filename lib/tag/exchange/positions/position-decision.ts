import { POSITION_UNITS, STANDARD, type PositionUnit } from "./positions";
import type { UnitEvidence } from "./position-evidence";

/** Why a source's positions are read in a unit: `open` where a person has to choose, and the standard's is only shown. */
type Reason = "same" | "ours" | "evidence" | "chosen" | "open";

/** How the positions of a source are read. */
export type SourcePositions = {
  name: string;
  unit: PositionUnit;
  reason: Reason;
  passages: number;
  /** Those that differ; the first is the standard's. */
  units: UnitEvidence[];
};

export type WrittenSource = { name: string; passages: number; units: UnitEvidence[] };

type Known = {
  /** The program that wrote the file, as the file says. */
  origin: string;
  /** Whether the file was exported from here, in code points. */
  isOurs: boolean;
  /** What a person chose for sources in which units differ. */
  chosen: PositionUnit | null;
};

/**
 * How likely a beginning or an end is at a word where the unit is right, and where it is not: words of English are five
 * letters long on average, and people mark whole ones.
 */
const RIGHT = 0.95;
const WRONG = 0.25;
const AT_WORD = Math.log(RIGHT / WRONG);
const NOT_AT_WORD = Math.log((1 - RIGHT) / (1 - WRONG));
/** A passage that has the words of its name is hardly ever so by chance; one outside its text is never right. */
const NAMED = Math.log(1000);
const OUTSIDE = 2 * NOT_AT_WORD - Math.log(10);
/** What the program's name is worth, and that a program follows the standard where its name says nothing. */
const ORIGIN = Math.log(20);
const DEFAULT = Math.log(3);
/** A unit is taken that is a hundred times as likely as the next. */
const ENOUGH = Math.log(100);
/** Even the likeliest unit is not taken where so few beginnings and ends are at a word that none may be right. */
const MIN_AT_WORDS = 0.6;

/**
 * The unit of each source, by evidence: that of its own passages and, where these do not decide, that of all sources together,
 * because a program counts in one unit.
 */
export function decidePositions(sources: readonly WrittenSource[], known: Known): SourcePositions[] {
  const together = new Map<PositionUnit, number>();
  for (const { units, passages } of sources)
    for (const unit of POSITION_UNITS)
      together.set(unit, (together.get(unit) ?? 0) + likelihood(evidenceFor(units, unit), passages));
  const total = sources.reduce((sum, { passages }) => sum + passages, 0);
  return sources.map((source): SourcePositions => {
    const { units } = source;
    const [standard] = units;
    if (known.isOurs || units.length < 2 || !standard)
      return { ...source, unit: STANDARD, reason: known.isOurs ? "ours" : "same" };
    if (known.chosen !== null) return { ...source, unit: known.chosen, reason: "chosen" };
    const own = likeliest(units, known.origin, (one) => likelihood(one, source.passages));
    const all =
      total > source.passages
        ? likeliest(units, known.origin, ({ covers }) =>
            Math.max(...covers.map((unit) => together.get(unit) ?? 0)),
          )
        : null;
    const unit = own ?? all;
    return unit === null
      ? { ...source, unit: STANDARD, reason: "open" }
      : { ...source, unit, reason: "evidence" };
  });
}

/** Units that place all passages alike have one entry, under the first of them. */
function evidenceFor(units: readonly UnitEvidence[], unit: PositionUnit): UnitEvidence | undefined {
  return units.find((one) => one.covers.includes(unit));
}

function likelihood(evidence: UnitEvidence | undefined, passages: number): number {
  if (!evidence) return 0;
  const { edges, outside, named } = evidence;
  const inside = 2 * (passages - outside);
  return edges * AT_WORD + (inside - edges) * NOT_AT_WORD + named * NAMED + outside * OUTSIDE;
}

function likeliest(
  units: readonly UnitEvidence[],
  origin: string,
  of: (one: UnitEvidence) => number,
): PositionUnit | null {
  const ranked = units
    .map((one) => ({ one, likely: of(one) + priorOf(one, origin) }))
    .sort((a, b) => b.likely - a.likely);
  const [best, next] = ranked;
  if (!best || !next || best.likely - next.likely < ENOUGH) return null;
  const { edges, inside, named } = best.one;
  return named > 0 || edges >= MIN_AT_WORDS * 2 * inside ? best.one.unit : null;
}

/** NVivo for Windows counts UTF-16 units and two for each line end; that of other programs is the standard's. */
function priorOf({ covers }: UnitEvidence, origin: string): number {
  const isNvivo = /nvivo/i.test(origin) && !/mac/i.test(origin);
  if (isNvivo) return covers.includes("utf16-crlf") ? ORIGIN : covers.includes("utf16-stored") ? DEFAULT : 0;
  if (!covers.includes(STANDARD)) return 0;
  return /qualcoder|atlas|maxqda|taguette|quirkos|dedoose|f4analyse/i.test(origin) ? ORIGIN : DEFAULT;
}
