import { claimsTold, wordsIn, wordsKey, type Telling } from "@/lib/report/draft/composed/telling";

/** Which paragraph of one composition is which of another: by what they tell, never by where they stand. */

/** How alike two paragraphs without claims have to be, in words that both have out of the words of either. */
const ALIKE = 0.5;
/** Less than any claim in common: the same title alone. */
const SAME_TITLE = 0.01;

/**
 * Pairs of places, each place in at most one: those that say the same first, then the most alike, equally alike ones in
 * their order. Only paragraphs of the same part and type are a pair. Those of `before` for which `first` is true come first.
 */
export function matched(
  before: readonly Telling[],
  after: readonly Telling[],
  first: (from: number) => boolean = () => true,
): Map<number, number> {
  const [old, now] = [before.map(featuresOf), after.map(featuresOf)];
  const inTurn = [...old.keys()].sort((a, b) => Number(first(b)) - Number(first(a)) || a - b);
  const result = new Map<number, number>();
  const free = new Set(now.keys());
  const pair = (from: number, to: number) => {
    result.set(from, to);
    free.delete(to);
  };
  const same = new Map<string, number[]>();
  for (const [to, features] of now.entries())
    same.set(formOf(features), [...(same.get(formOf(features)) ?? []), to]);
  for (const from of inTurn) {
    const to = same.get(formOf(old[from]))?.shift();
    if (to !== undefined) pair(from, to);
  }
  const pairs = inTurn.flatMap((from) => {
    const one = old[from];
    if (!one || result.has(from)) return [];
    return [...free].flatMap((to) => {
      const other = now[to];
      const alike = other?.kind === one.kind ? similarity(one, other) : 0;
      return alike > 0 ? [{ from, to, alike }] : [];
    });
  });
  // Sorting keeps the order of equal ones.
  for (const { from, to } of pairs.sort((a, b) => b.alike - a.alike))
    if (!result.has(from) && free.has(to)) pair(from, to);
  return result;
}

const formOf = (features: Features | undefined) => `${features?.kind} ${features?.same}`;

type Features = {
  kind: string;
  /** A part has one heading, and one table of each kind. */
  only: boolean;
  same: string;
  tells: ReadonlySet<string>;
  /** The bold words at its head, such as the name of a theme. */
  title: string;
  words: ReadonlySet<string>;
};

function featuresOf(telling: Telling): Features {
  const { section, type, figure, stretches } = telling;
  const [first] = stretches;
  return {
    kind: [section, type, figure?.of ?? ""].join(" "),
    only: type === "heading" || type === "figure",
    same: wordsKey(telling),
    tells: new Set(claimsTold(telling).keys()),
    title: first?.styles.includes("strong") ? first.text : "",
    words: new Set(
      wordsIn(telling)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    ),
  };
}

/** 0 where they have nothing in common. */
function similarity(one: Features, other: Features): number {
  if (one.only) return 1;
  const title = one.title !== "" && one.title === other.title ? SAME_TITLE : 0;
  if (one.tells.size + other.tells.size > 0) return shared(one.tells, other.tells) + title;
  const words = shared(one.words, other.words);
  return words >= ALIKE ? words : 0;
}

/** Dice's coefficient, from 0 to 1. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((key) => other.has(key)).length;
  return both === 0 ? 0 : (2 * both) / (one.size + other.size);
}
