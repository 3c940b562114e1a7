import { seededRandom } from "@/lib/platform/random";
import type { ReleaseFacts, ReviewHistory } from "./history";

const THRESHOLD = 5;
/** A release takes new roundtables in when so many new people came. */
const NEW_PEOPLE = 10;
const STANCE_SETS = 15;

type Draft = {
  group: string;
  attendances: { roundtable: number; stances: number[]; now: number }[];
  findings: string[];
};

type Dice = {
  chance: (share: number) => boolean;
  whole: (low: number, high: number) => number;
  pick: <Item>(items: readonly Item[]) => Item | undefined;
};

function diceOf(seed: number): Dice {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    chance: (share) => random() < share,
    whole,
    pick: (items) => items[whole(0, items.length - 1)],
  };
}

/**
 * A review by chance of up to so many roundtables, and one theme of it over one to six releases: roundtables of 5 to 30 people of whom some come twice,
 * corrections, erasures, and findings. The rules of the product say what a release takes in: new roundtables with at
 * least ten new people, and corrections with them or where at least five people were corrected.
 */
export function randomReview(seed: number, roundtables = 6): ReviewHistory {
  const dice = diceOf(seed);
  const people: Draft[] = [];
  const speaks = speakerOf(dice);
  const sizes = Array.from({ length: dice.whole(1, roundtables) }, () => dice.whole(5, 30));
  // One roundtable of fewer than ten people is never released.
  if (sizes.reduce((sum, size) => sum + size, 0) < 2 * NEW_PEOPLE) sizes.push(2 * NEW_PEOPLE);
  const groups = Array.from({ length: dice.whole(2, 6) }, (_, at) => String.fromCharCode(65 + at));
  sizes.forEach((size, roundtable) => {
    for (let one = 0; one < size; one++) {
      const before = people[dice.whole(0, Math.max(0, people.length - 1))];
      const comesAgain =
        dice.chance(0.05) && before?.attendances.every((other) => other.roundtable !== roundtable);
      const person =
        comesAgain && before ? before : { group: groupOf(dice, groups), attendances: [], findings: [] };
      person.attendances.push({ roundtable, stances: [], now: speaks() });
      if (person !== before) people.push(person);
    }
  });
  const sides = Array.from({ length: dice.whole(0, 2) }, (_, at) => [
    `${at + 1} for`,
    `${at + 1} against`,
  ]).flat();
  for (const side of sides) {
    const share = dice.whole(5, 60) / 100;
    for (const person of people) if (dice.chance(share)) person.findings.push(side);
  }
  const releases = released(dice, people, sizes.length, sides);
  return {
    threshold: THRESHOLD,
    releases,
    people: people.map(({ attendances, ...rest }) => ({
      ...rest,
      attendances: attendances.map(({ roundtable, stances }) => ({ roundtable, stances })),
    })),
  };
}

/** The first groups are larger than the last ones. */
function groupOf(dice: Dice, groups: readonly string[]): string {
  return groups[Math.min(dice.whole(0, groups.length - 1), dice.whole(0, groups.length - 1))] ?? "A";
}

/** How widely the theme is raised, and how often with each stance, is drawn once for the review. */
function speakerOf(dice: Dice): () => number {
  const share = dice.whole(3, 80) / 100;
  const stances = Array.from({ length: 4 }, () => (dice.whole(0, 90) / 100) ** 2);
  return () => {
    if (!dice.chance(share)) return 0;
    const set = stances.reduce((bits, each, at) => (dice.chance(each) ? bits | (1 << at) : bits), 0);
    return set === 0 ? 1 << dice.whole(0, 3) : set;
  };
}

/** Release by release what is taken in; the sets of stances are counted for each person as it goes. */
function released(
  dice: Dice,
  people: readonly Draft[],
  roundtables: number,
  sides: readonly string[],
): ReleaseFacts[] {
  const releases: ReleaseFacts[] = [];
  const corrected = new Set<Draft>();
  let taken = 0;
  for (let closed = 1; closed <= roundtables + 2 && releases.length < 6; closed += dice.whole(1, 2)) {
    const upTo = Math.min(closed, roundtables);
    if (taken > 0) correct(dice, people, taken, corrected);
    const fresh = newPeople(people, taken, upTo);
    if (fresh < NEW_PEOPLE && corrected.size < THRESHOLD) continue;
    const before = taken;
    if (fresh >= NEW_PEOPLE) taken = upTo;
    const changed = count(people, releases.length, before, taken);
    corrected.clear();
    const last = releases.at(-1)?.findings ?? [];
    const findings = sides.filter(
      (side) => last.includes(side) || last.includes(opposite(side)) || side.startsWith("1"),
    );
    releases.push({
      roundtables: Array.from({ length: taken }, (_, at) => at),
      changed,
      findings: dice.chance(0.6) ? sides : findings,
    });
  }
  return releases;
}

function opposite(side: string): string {
  return side.endsWith("for") ? side.replace("for", "against") : side.replace("against", "for");
}

function newPeople(people: readonly Draft[], from: number, to: number): number {
  return people.filter(({ attendances }) => {
    const first = Math.min(...attendances.map(({ roundtable }) => roundtable));
    return first >= from && first < to;
  }).length;
}

/** Some people's contributions are coded otherwise, of whom about half under this theme, or somebody's are erased. */
function correct(dice: Dice, people: readonly Draft[], taken: number, corrected: Set<Draft>): void {
  const there = people.filter(({ attendances }) => attendances.some(({ roundtable }) => roundtable < taken));
  const corrections = dice.chance(0.5) ? dice.whole(1, 8) : 0;
  for (let one = 0; one < corrections; one++) {
    const person = dice.pick(there);
    const at = dice.pick(person?.attendances ?? []);
    if (!person || !at) continue;
    if (dice.chance(0.5)) at.now = dice.chance(0.3) ? 0 : dice.whole(1, STANCE_SETS);
    corrected.add(person);
  }
  if (!dice.chance(0.3)) return;
  const erased = dice.pick(there);
  if (!erased) return;
  for (const at of erased.attendances) at.now = 0;
  corrected.add(erased);
}

/** Counts everybody at the roundtables taken in, and says how many changed at those that were counted before. */
function count(
  people: readonly Draft[],
  release: number,
  before: number,
  taken: number,
): Record<number, number> {
  const changed: Record<number, number> = {};
  for (const { attendances } of people)
    for (const at of attendances) {
      const was = at.stances.at(-1) ?? 0;
      at.stances.push(at.roundtable < taken ? at.now : 0);
      if (release === 0 || at.roundtable >= before || at.now === was) continue;
      changed[at.roundtable] = (changed[at.roundtable] ?? 0) + 1;
    }
  return changed;
}
