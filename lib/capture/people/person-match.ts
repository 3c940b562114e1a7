/**
 * A name for comparing: without titles, accents, case or punctuation, so that "Dr. Zoë O’Neil" is "zoe
 * oneil".
 */
export function personKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|rev) /, "");
}

/** Somebody of the review, as they are compared with others. */
export type ComparedPerson = {
  id: string;
  name: string;
  organisation: string | null;
  email: string | null;
  places: { participantId: string; label: string; roundtableId: string; roundtable: string }[];
};

export type MatchReason = "email" | "organisation" | "name";

export const REASON_WORDS: Record<MatchReason, string> = {
  email: "The same email address",
  organisation: "The same name and organisation",
  name: "The same name",
};

export type PossibleMatch = { people: [ComparedPerson, ComparedPerson]; reasons: MatchReason[] };

/** A key for the two in either order. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}:${other}` : `${other}:${one}`;
}

/** Pairs that may be one person, the likeliest first. Two people at one roundtable are never a pair. */
export function possibleMatches(people: readonly ComparedPerson[]): PossibleMatch[] {
  const pairs = new Map<string, PossibleMatch>();
  for (const group of [...groupsBy(people, emailOf), ...groupsBy(people, ({ name }) => personKey(name))])
    for (const [index, one] of group.entries())
      for (const other of group.slice(index + 1)) {
        const key = pairKey(one.id, other.id);
        if (pairs.has(key) || metAtOne(one, other)) continue;
        pairs.set(key, { people: [one, other], reasons: reasonsFor(one, other) });
      }
  return [...pairs.values()].sort((a, b) => weight(b) - weight(a));
}

const emailOf = ({ email }: ComparedPerson) => email?.toLowerCase() ?? "";

function groupsBy(people: readonly ComparedPerson[], keyOf: (one: ComparedPerson) => string) {
  const groups = new Map<string, ComparedPerson[]>();
  for (const one of people) {
    const key = keyOf(one);
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function metAtOne(one: ComparedPerson, other: ComparedPerson): boolean {
  const there = new Set(one.places.map(({ roundtableId }) => roundtableId));
  return other.places.some(({ roundtableId }) => there.has(roundtableId));
}

function reasonsFor(one: ComparedPerson, other: ComparedPerson): MatchReason[] {
  const reasons: MatchReason[] = [];
  if (emailOf(one) !== "" && emailOf(one) === emailOf(other)) reasons.push("email");
  if (personKey(one.name) !== personKey(other.name)) return reasons;
  const organisation = personKey(one.organisation ?? "");
  const together = organisation !== "" && organisation === personKey(other.organisation ?? "");
  reasons.push(together ? "organisation" : "name");
  return reasons;
}

const WEIGHT: Record<MatchReason, number> = { email: 4, organisation: 2, name: 1 };
const weight = ({ reasons }: PossibleMatch) => reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0);
