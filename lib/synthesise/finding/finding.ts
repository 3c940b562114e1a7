import { z } from "zod";
import { PARTICIPANTS_SAID } from "@/lib/capture/roundtable/source";
import { isOpen, type Contribution } from "@/lib/capture/contribution/contribution";
import { plainText } from "@/lib/platform/text/text";
import type { Stance } from "@/lib/capture/contribution/stance";
import { StanceField } from "@/lib/tag/coding/tagging";

export const BearingField = z.enum(["supports", "contradicts"], { error: "Choose supports or contradicts" });
export type Bearing = z.infer<typeof BearingField>;

/** A one-sentence statement under a theme, and the contributions that support or contradict it. */
export type Finding = {
  id: string;
  themeId: string;
  text: string;
  stance: Stance;
  revision: number;
  /** Ids of the contributions that bear on it now; contributions struck out or erased since are left out. */
  supports: string[];
  contradicts: string[];
  /** How many contributions were attached and have been struck out or erased since. */
  lost: number;
  /** Distinct identified people behind the contributions that support it. */
  people: number;
  contradictingPeople: number;
  /** Supporting contributions without an identified person. */
  contributionsWithoutPerson: number;
  contradictingContributionsWithoutPerson: number;
  /** Distinct roundtables of all its contributions. */
  roundtables: number;
};

export type FindingRevision = {
  revision: number;
  text: string;
  stance: Stance;
  themeId: string;
  endedAt: Date;
  endedBy: string;
};

export const STATEMENT_LIMIT = 240;

const Statement = plainText({ what: "The statement", max: STATEMENT_LIMIT }).refine(
  (text) => !text.includes("\n"),
  { error: "The statement must be one sentence. Remove the line breaks" },
);

export const NewFindingInput = z.object({
  reviewId: z.uuid(),
  themeId: z.uuid({ error: "Choose a theme" }),
  text: Statement,
  stance: StanceField,
});
export type NewFindingInput = z.infer<typeof NewFindingInput>;

export const FindingEditInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
  themeId: z.uuid({ error: "Choose a theme" }),
  text: Statement,
  stance: StanceField,
});
export type FindingEditInput = z.infer<typeof FindingEditInput>;

export const WithdrawFindingInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
});
export type WithdrawFindingInput = z.infer<typeof WithdrawFindingInput>;

export const AttachEvidenceInput = z.object({
  findingId: z.uuid(),
  contributionId: z.uuid(),
  bearing: BearingField,
});
export type AttachEvidenceInput = z.infer<typeof AttachEvidenceInput>;

export const DetachEvidenceInput = z.object({ findingId: z.uuid(), contributionId: z.uuid() });
export type DetachEvidenceInput = z.infer<typeof DetachEvidenceInput>;

const CONTRIBUTION_FIELD = "bearing-";

/** The name of a contribution's field on the form that attaches evidence. */
export function bearingField(contributionId: string): string {
  return CONTRIBUTION_FIELD + contributionId;
}

/**
 * Several contributions at once, as the finding's page sends them: one answer for each, empty ones left out.
 */
export const AttachContributionsInput = z
  .record(z.string(), z.unknown())
  .transform((fields) => ({
    findingId: fields.findingId,
    contributions: Object.entries(fields)
      .filter(([name, value]) => name.startsWith(CONTRIBUTION_FIELD) && value !== "")
      .map(([name, bearing]) => ({ contributionId: name.slice(CONTRIBUTION_FIELD.length), bearing })),
  }))
  .pipe(
    z.object({
      findingId: z.uuid(),
      contributions: z
        .array(z.object({ contributionId: z.uuid(), bearing: BearingField }))
        .min(1, "Choose at least one contribution that supports or contradicts the statement")
        .max(100, "Attach at most 100 contributions at a time"),
    }),
  );
export type AttachContributionsInput = z.infer<typeof AttachContributionsInput>;

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
  gone: boolean;
};

/** The part of a finding that follows from its evidence. */
export type Behind = Omit<Finding, "id" | "themeId" | "text" | "stance" | "revision">;

/** Who is behind a statement: each person once, over any number of contributions and roundtables. */
export function whoIsBehind(evidence: readonly EvidenceContribution[]): Behind {
  const live = evidence.filter(({ gone }) => !gone);
  const supporting = live.filter(({ bearing }) => bearing === "supports");
  const contradicting = live.filter(({ bearing }) => bearing === "contradicts");
  return {
    supports: supporting.map(({ contributionId }) => contributionId),
    contradicts: contradicting.map(({ contributionId }) => contributionId),
    lost: evidence.length - live.length,
    people: countPersons(supporting),
    contradictingPeople: countPersons(contradicting),
    contributionsWithoutPerson: supporting.filter(({ personId }) => personId === null).length,
    contradictingContributionsWithoutPerson: contradicting.filter(({ personId }) => personId === null).length,
    roundtables: new Set(live.map(({ roundtableId }) => roundtableId)).size,
  };
}

function countPersons(contributions: readonly EvidenceContribution[]): number {
  return new Set(contributions.map(({ personId }) => personId).filter((id) => id !== null)).size;
}

/**
 * "Supported by 13 people, and by 4 contributions with no known speaker. Contradicted by 2 people · 3
 * roundtables"
 */
export function evidenceSentence(behind: Behind): string {
  const sides = [
    side(behind.people, behind.contributionsWithoutPerson, "Supported by"),
    side(behind.contradictingPeople, behind.contradictingContributionsWithoutPerson, "Contradicted by"),
  ].filter((words) => words !== null);
  if (sides.length === 0) return "No evidence attached yet";
  return `${sides.join(". ")} · ${counted(behind.roundtables, "roundtable", "roundtables")}`;
}

function side(people: number, contributions: number, begin: string): string | null {
  if (people + contributions === 0) return null;
  const who = [
    people > 0 && counted(people, "person", "people"),
    contributions > 0 &&
      counted(contributions, "contribution with no known speaker", "contributions with no known speaker"),
  ].filter((words) => words !== false);
  return `${begin} ${who.join(", and by ")}`;
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
