import { z } from "zod";
import type { PermissionLevel } from "@/lib/capture/people/permission-choices";
import { NPQ_CODES } from "@/lib/capture/people/vocabulary";
import { SOURCES, type Source } from "@/lib/capture/roundtable/source";
import { plainText } from "@/lib/platform/text/text";
import { asList, blankAsNull } from "@/lib/platform/text/form-values";
import { contributionProblem, MAX_TEXT, readTyped, type ContributionRules } from "./contribution-rules";
import { STANCE_ORDER, type Stance } from "./stance";

const WORDINGS = ["gist", "verbatim"] as const;

export type Wording = (typeof WORDINGS)[number];

export type Hands = { raised: number; asked: number };

/** A range of the contribution's text in code points, end exclusive, and the word shown in its place. */
export type Mask = { start: number; end: number; as: string };

/**
 * A contribution as it is stored. What is sent in is ContributionInput, what the capture page shows is
 * ShownContribution; every other shape of a contribution is made of these.
 */
export type StoredContribution = {
  id: string;
  roundtableId: string;
  source: Source;
  wording: Wording;
  text: string;
  stance: Stance | null;
  hands: Hands | null;
  agreementSeen: boolean;
  /** NPQs that it is about. */
  npqs: string[];
  saidAt: Date;
  /** False where the file gave no time: saidAt then only sets the order. */
  timeKnown: boolean;
  /** Orders the contributions of one facilitator at one roundtable. */
  sequence: number;
  revision: number;
  participantId: string | null;
  questionId: string | null;
  tableId: string | null;
  goRoundId: string | null;
  splitFromId: string | null;
  mergedIntoId: string | null;
  recordedById: string;
  lateAt: Date | null;
  struckAt: Date | null;
  erasedAt: Date | null;
};

type Needed = "id" | "source" | "wording" | "text" | "saidAt";
type Place = "questionId" | "participantId" | "tableId" | "goRoundId" | "splitFromId";
type Given = Place | "stance" | "hands" | "agreementSeen" | "npqs" | "timeKnown" | "lateAt";

/** What is given when a contribution is first stored. What is left out is empty. */
export type NewContribution = Pick<StoredContribution, Needed> & {
  [Part in Given]?: StoredContribution[Part] | undefined;
};

/** A contribution as facilitators see it, with what its ids stand for. */
export type Contribution = Omit<
  StoredContribution,
  Place | "mergedIntoId" | "recordedById" | "sequence" | "lateAt"
> & {
  question: { id: string; position: number; text: string } | null;
  speaker: {
    participantId: string;
    label: string;
    host: boolean;
    description: string;
    erased: boolean;
  } | null;
  /** The speaker's permission now. */
  permission: PermissionLevel | null;
  clearance: { text: string; masks: Mask[] } | null;
  /** The facilitator's name. */
  recordedBy: string;
};

/** A show of hands from its two columns. */
export function handsOf({
  handsRaised,
  handsAsked,
}: {
  handsRaised: number | null;
  handsAsked: number | null;
}): Hands | null {
  return handsRaised !== null && handsAsked !== null ? { raised: handsRaised, asked: handsAsked } : null;
}

export const ContributionText = plainText({ what: "What was said", max: MAX_TEXT });

/**
 * Forms have one field for who said it: their `source` is "identified:<id>", "host:<id>" or a source alone.
 * This splits it into source and speaker, and combines the two fields about hands.
 */
function withSourceAndHands(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  const { handsRaised, handsAsked, ...rest } = Object.fromEntries(Object.entries(fields));
  const speaker = typeof rest.source === "string" ? /^(\w+):(.+)$/.exec(rest.source) : null;
  const counted = [handsRaised, handsAsked].some((part) => part !== undefined && part !== "");
  return {
    ...rest,
    ...(speaker ? { source: speaker[1], participantId: speaker[2] } : {}),
    ...(counted ? { hands: { raised: wholeNumber(handsRaised), asked: wholeNumber(handsAsked) } } : {}),
  };
}

/** NaN for anything that is not a whole number, which the rules then refuse in words. */
function wholeNumber(typed: unknown): number {
  return typeof typed === "string" && /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}

const unknownContribution = {
  error: "This page is out of date. Load it again and log the contribution once more",
};

const optionalId = z.preprocess(blankAsNull, z.uuid(unknownContribution).nullable());

const optionalStance = z.preprocess(
  blankAsNull,
  z.enum(STANCE_ORDER, { error: "Choose a stance from the list" }).nullable(),
);

const Said = {
  source: z.enum(SOURCES, { error: "Choose who said it" }),
  wording: z.enum(WORDINGS, { error: "Choose the gist or word for word" }).default("gist"),
  text: ContributionText,
  participantId: optionalId.optional(),
  questionId: optionalId.optional(),
  stance: optionalStance.optional(),
};

/** Hands from the form's two fields; NaN reaches the rules, which say what to enter. */
const HandsInput = z.object({
  raised: z.union([z.number(), z.nan()]),
  asked: z.union([z.number(), z.nan()]),
});

function lawful(contribution: ContributionRules, context: z.RefinementCtx): void {
  const problem = contributionProblem(contribution);
  if (problem) context.addIssue({ code: "custom", path: [problem.field], message: problem.message });
}

export const ContributionInput = z.preprocess(
  withSourceAndHands,
  z
    .object({
      ...Said,
      id: z.uuid(unknownContribution),
      roundtableId: z.uuid(unknownContribution),
      hands: HandsInput.optional(),
      agreementSeen: z.preprocess((value) => value === true || value === "on", z.boolean()).optional(),
      npqs: z
        .preprocess(asList, z.array(z.enum(NPQ_CODES, { error: "Choose NPQs from the list" })))
        .optional(),
      saidAt: z.coerce.date({ error: "The time of the contribution cannot be read" }).optional(),
      tableId: optionalId.optional(),
      goRoundId: optionalId.optional(),
    })
    .transform((contribution) => ({
      ...contribution,
      ...(contribution.source === "note" ? {} : readTyped(contribution.text, contribution.wording)),
    }))
    .superRefine(lawful),
);

export type ContributionInput = z.output<typeof ContributionInput>;

export const EditInput = z.preprocess(
  withSourceAndHands,
  z
    .object({ ...Said, id: z.uuid(unknownContribution), revision: z.coerce.number().int().min(1) })
    .superRefine(lawful),
);

export type EditInput = z.output<typeof EditInput>;

export const ContributionRevisionInput = z.object({
  id: z.uuid(unknownContribution),
  revision: z.coerce.number().int().min(1),
});

export type ContributionRevisionInput = z.output<typeof ContributionRevisionInput>;

/** A contribution as it was before an edit. */
export type PastContribution = Pick<StoredContribution, "revision" | "text" | "wording" | "source"> & {
  endedAt: Date;
  endedBy: string;
};
