import type { Contribution } from "@/lib/capture/contribution/contribution";
import { isOpen } from "@/lib/capture/contribution/counted-words";
import { PARTICIPANTS_SAID } from "@/lib/capture/roundtable/source";
import type { Bearing } from "./bearing";

/** How the name of such a field begins. */
export const CONTRIBUTION_FIELD = "bearing-";

/** The name of a contribution's field on the form that attaches evidence. */
export function bearingField(contributionId: string): string {
  return CONTRIBUTION_FIELD + contributionId;
}

export const MAX_ATTACHED = 100;

/** Whether a contribution may be evidence for a finding: participants said it, and it still counts. */
export function canCarry(
  contribution: Pick<Contribution, "source" | "speaker" | "struckAt" | "erasedAt">,
): boolean {
  const said = PARTICIPANTS_SAID.some((source) => source === contribution.source);
  return said && !contribution.speaker?.host && isOpen(contribution);
}

/**
 * One contribution that bears on a statement; `personId` is null where no identified person is counted for
 * it.
 */
export type EvidenceContribution = {
  contributionId: string;
  bearing: Bearing;
  roundtableId: string;
  personId: string | null;
  /** Its stance under the finding's theme is the coder's inference alone. */
  inferred: boolean;
  gone: boolean;
};

/** The part of a finding that follows from its evidence. */
export type Behind = {
  /** Ids of the contributions that bear on it now; contributions struck out or erased since are left out. */
  supports: string[];
  contradicts: string[];
  qualifies: string[];
  /** How many contributions were attached and have been struck out or erased since. */
  lost: number;
  /** Distinct identified people behind the contributions that support it. */
  people: number;
  contradictingPeople: number;
  /** Of those who support it, and of those who contradict it, the people whose stance is inferred in all they said. */
  inferredPeople: number;
  contradictingInferredPeople: number;
  qualifyingPeople: number;
  /** Supporting contributions without an identified person. */
  contributionsWithoutPerson: number;
  contradictingContributionsWithoutPerson: number;
  qualifyingContributionsWithoutPerson: number;
  /** Distinct roundtables of all its contributions. */
  roundtables: number;
};

/** What the sentence about its evidence is made of. */
export type EvidenceCounts = Omit<Behind, "supports" | "contradicts" | "qualifies" | "lost">;

/** Who is behind a statement: each person once, over any number of contributions and roundtables. */
export function whoIsBehind(evidence: readonly EvidenceContribution[]): Behind {
  const live = evidence.filter(({ gone }) => !gone);
  const supporting = sideOf(live, "supports");
  const contradicting = sideOf(live, "contradicts");
  const qualifying = sideOf(live, "qualifies");
  return {
    supports: supporting.ids,
    contradicts: contradicting.ids,
    qualifies: qualifying.ids,
    lost: evidence.length - live.length,
    people: supporting.people,
    contradictingPeople: contradicting.people,
    inferredPeople: supporting.inferred,
    contradictingInferredPeople: contradicting.inferred,
    qualifyingPeople: qualifying.people,
    contributionsWithoutPerson: supporting.withoutPerson,
    contradictingContributionsWithoutPerson: contradicting.withoutPerson,
    qualifyingContributionsWithoutPerson: qualifying.withoutPerson,
    roundtables: new Set(live.map(({ roundtableId }) => roundtableId)).size,
  };
}

function sideOf(evidence: readonly EvidenceContribution[], which: Bearing) {
  const side = evidence.filter(({ bearing }) => bearing === which);
  return {
    ids: side.map(({ contributionId }) => contributionId),
    people: countPersons(side),
    inferred: countPersons(side) - countPersons(side.filter(({ inferred }) => !inferred)),
    withoutPerson: side.filter(({ personId }) => personId === null).length,
  };
}

function countPersons(contributions: readonly EvidenceContribution[]): number {
  return new Set(contributions.map(({ personId }) => personId).filter((id) => id !== null)).size;
}

/** Every contribution that bears on the finding now. */
export function evidenceIds({ supports, contradicts, qualifies }: Behind): string[] {
  return [...supports, ...contradicts, ...qualifies];
}

/**
 * "Supported by 13 people, and by 4 contributions with no known speaker. Contradicted by 2 people · 3
 * roundtables"
 */
export function evidenceSentence(behind: EvidenceCounts): string {
  const sides = [
    side("Supported by", behind.people, behind.contributionsWithoutPerson, behind.inferredPeople),
    side(
      "Contradicted by",
      behind.contradictingPeople,
      behind.contradictingContributionsWithoutPerson,
      behind.contradictingInferredPeople,
    ),
    side("Qualified by", behind.qualifyingPeople, behind.qualifyingContributionsWithoutPerson, 0),
  ].filter((words) => words !== null);
  if (sides.length === 0) return "No evidence attached yet";
  return `${sides.join(". ")} · ${counted(behind.roundtables, "roundtable", "roundtables")}`;
}

function side(begin: string, people: number, contributions: number, inferred: number): string | null {
  if (people + contributions === 0) return null;
  const who = [
    people > 0 && `${counted(people, "person", "people")}${inferredWords(people, inferred)}`,
    contributions > 0 &&
      counted(contributions, "contribution with no known speaker", "contributions with no known speaker"),
  ].filter((words) => words !== false);
  return `${begin} ${who.join(", and by ")}`;
}

/** " (2 of them inferred)"; nothing where each put it themselves. */
function inferredWords(people: number, inferred: number): string {
  if (inferred === 0) return "";
  return inferred === people ? " (inferred)" : ` (${inferred} of them inferred)`;
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
