import type { ReleaseFacts } from "./history";

export const COUNTED = ["people", "strength", "improvement", "ask", "observation"] as const;
export type Counted = (typeof COUNTED)[number];

/** "review", "roundtable 2", "group B", "finding 1 for" */
type Place = string;

/** One figure of a release as its page prints it, about the theme: who is counted, where, what it says, out of whom. */
export type Statement = { place: Place; counted: Counted; says: string; present: number };

/**
 * Everything that was ever published of one theme. `changed` is what the words for it may stand for at most; `told` is what
 * reports that are bound to the release say.
 */
export type Published = {
  threshold: number;
  releases: readonly (ReleaseFacts & {
    present: number;
    statements: readonly Statement[];
    told: readonly Statement[];
  })[];
};

const STEP = 5;

/** The rule of rounding as DOMAIN.md has it ("Published figures"). */
function wordsFor(people: number, present: number, threshold: number): string {
  if (people === 0) return "none";
  if (people < threshold) return "a few";
  const rounded = Math.round(people / STEP) * STEP;
  return rounded >= present ? "nearly all" : `about ${rounded}`;
}

/** The least and the greatest number of people that the words may stand for. A number alone is itself. */
export function meaningOf({ says, present }: Statement, threshold: number): { low: number; high: number } {
  if (says === "not shown") return { low: 0, high: present };
  if (says === "somebody") return { low: 1, high: present };
  if (/^\d+$/.test(says)) return { low: Number(says), high: Number(says) };
  const numbers = Array.from({ length: present + 1 }, (_, people) => people);
  const possible = numbers.filter((people) => wordsFor(people, present, threshold) === says);
  const [low] = possible;
  const high = possible.at(-1);
  if (low === undefined || high === undefined)
    throw new Error(`“${says}” of ${present} cannot be said of anybody.`);
  return { low, high };
}

/** The most people that a reader must reckon with who reads how many were corrected, in words as for every figure. */
export function changedAtMost(people: number, present: number, threshold: number): number {
  const says = wordsFor(people, present, threshold);
  return meaningOf({ place: "review", counted: "people", says, present }, threshold).high;
}
