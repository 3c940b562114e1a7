import type { Finding } from "@/lib/synthesise/finding/finding";

/** From none to the gravest. */
export const CONCERNS = ["none", "minor", "moderate", "serious"] as const;
export type Concern = (typeof CONCERNS)[number];

/** One of those present, as a group knows them: a person, once for each group. */
export type Present = { personId: string; attribute: "role" | "phase"; value: string };

/** A group of those present of whom nobody spoke to the finding. */
export type MissingGroup = { attribute: Present["attribute"]; value: string; people: number };

export type Facts = {
  /** Identified people who support it, and who contradict it; somebody may do both. */
  people: number;
  contradictingPeople: number;
  /** Of those, the people whose stance is inferred in all they said. */
  inferredPeople: number;
  contradictingInferredPeople: number;
  /** Everybody who spoke to it, each once. */
  speakers: number;
  /** Twice the smaller side over all who spoke to it: 0 where all are on one side, 1 where they are even. */
  divided: number;
  /** Its roundtables, out of those at which something was said. */
  roundtables: number;
  allRoundtables: number;
  missing: MissingGroup[];
  /** Contributions that support it, and those of them without an identified person. */
  supporting: number;
  withoutPerson: number;
  hasCounterView: boolean;
};

/** Opinion on a finding is divided from here on: at least a quarter of those who spoke to it are on the smaller side. */
export const DIVIDED_FROM = 1 / 2;

export function dividedShare(people: number, contradictingPeople: number, speakers: number): number {
  return speakers === 0 ? 0 : (2 * Math.min(people, contradictingPeople)) / speakers;
}

/** Groups of those present without anybody who spoke to it, the largest first. */
export function missingGroups(present: readonly Present[], spoke: ReadonlySet<string>): MissingGroup[] {
  const groups = new Map<string, MissingGroup & { heard: boolean }>();
  for (const { personId, attribute, value } of present) {
    const key = `${attribute} ${value}`;
    const group = groups.get(key) ?? { attribute, value, people: 0, heard: false };
    groups.set(key, { ...group, people: group.people + 1, heard: group.heard || spoke.has(personId) });
  }
  return [...groups.values()]
    .filter(({ heard }) => !heard)
    .map(({ attribute, value, people }) => ({ attribute, value, people }))
    .sort((a, b) => b.people - a.people || (a.value < b.value ? -1 : 1));
}

/** The part of the facts that follows from the finding itself. */
export function ofFinding(finding: Finding) {
  const { people, contradictingPeople, inferredPeople, contradictingInferredPeople } = finding;
  const { roundtables, supports, contributionsWithoutPerson } = finding;
  return {
    people,
    contradictingPeople,
    inferredPeople,
    contradictingInferredPeople,
    roundtables,
    supporting: supports.length,
    withoutPerson: contributionsWithoutPerson,
    hasCounterView: finding.counterView !== "",
  };
}
