import { z } from "zod";
import type { PermissionLevel } from "@/lib/capture/people/participant";
import { NPQ_CODES } from "@/lib/capture/people/vocabulary";
import { SOURCES, type Source } from "@/lib/capture/roundtable/source";
import { asList, blankAsNull, plainText } from "@/lib/platform/text";
import { lineProblem, MAX_TEXT, readTyped, type LineRules } from "./line-rules";

const KINDS = ["note", "verbatim"] as const;

export type Kind = (typeof KINDS)[number];

const STANCE_VALUES = ["strength", "improvement", "ask", "observation"] as const;

export type Stance = (typeof STANCE_VALUES)[number];

export type Hands = { raised: number; asked: number };

/** Code points of the line's text, end exclusive, and the word shown in their place. */
export type Mask = { start: number; end: number; as: string };

/** A line as facilitators see it. */
export type Line = {
  id: string;
  roundtableId: string;
  source: Source;
  kind: Kind;
  text: string;
  stance: Stance | null;
  hands: Hands | null;
  agreementSeen: boolean;
  npqs: string[];
  saidAt: Date;
  /** False where a file said no time: then saidAt only orders it. */
  timeKnown: boolean;
  revision: number;
  struckAt: Date | null;
  erasedAt: Date | null;
  question: { id: string; position: number; text: string } | null;
  speaker: {
    participantId: string;
    label: string;
    host: boolean;
    description: string;
    erased: boolean;
  } | null;
  /** Of the speaker, now. */
  permission: PermissionLevel | null;
  clearance: { text: string; masks: Mask[] } | null;
  /** Name of the facilitator. */
  recordedBy: string;
};

export const LineText = plainText({ what: "What was said", max: MAX_TEXT });

/**
 * Forms ask once who said it: their `source` is "identified:<id>", "host:<id>" or a source alone. This makes
 * source and speaker of it, and one pair of the two fields about hands.
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

/** The inverse of a form's answer to who said it. */
export function sourceAnswer({
  source,
  participantId,
}: {
  source: Source;
  participantId: string | null;
}): string {
  return participantId === null ? source : `${source}:${participantId}`;
}

/** NaN for what is no whole number, which the rules then refuse in words. */
function wholeNumber(typed: unknown): number {
  return typeof typed === "string" && /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}

const unknownLine = { error: "This page is out of date. Load it again and log the line once more" };

const optionalId = z.preprocess(blankAsNull, z.uuid(unknownLine).nullable());

const optionalStance = z.preprocess(
  blankAsNull,
  z.enum(STANCE_VALUES, { error: "Choose a stance from the list" }).nullable(),
);

const Said = {
  source: z.enum(SOURCES, { error: "Choose who said it" }),
  kind: z.enum(KINDS, { error: "Choose the gist or word for word" }).default("note"),
  text: LineText,
  participantId: optionalId.optional(),
  questionId: optionalId.optional(),
  stance: optionalStance.optional(),
};

/** Hands as the form's two fields gave them: NaN reaches the rules, which say what to enter. */
const HandsInput = z.object({
  raised: z.union([z.number(), z.nan()]),
  asked: z.union([z.number(), z.nan()]),
});

function lawful(line: LineRules, context: z.RefinementCtx): void {
  const problem = lineProblem(line);
  if (problem) context.addIssue({ code: "custom", path: [problem.field], message: problem.message });
}

export const ContributionInput = z.preprocess(
  withSourceAndHands,
  z
    .object({
      ...Said,
      id: z.uuid(unknownLine),
      roundtableId: z.uuid(unknownLine),
      hands: HandsInput.optional(),
      agreementSeen: z.preprocess((value) => value === true || value === "on", z.boolean()).optional(),
      npqs: z
        .preprocess(asList, z.array(z.enum(NPQ_CODES, { error: "Choose NPQs from the list" })))
        .optional(),
      saidAt: z.coerce.date({ error: "The time of the line cannot be read" }).optional(),
      tableId: optionalId.optional(),
      roundId: optionalId.optional(),
    })
    .transform((line) => ({ ...line, ...(line.source === "note" ? {} : readTyped(line.text, line.kind)) }))
    .superRefine(lawful),
);

export type ContributionInput = z.output<typeof ContributionInput>;

export const EditInput = z.preprocess(
  withSourceAndHands,
  z
    .object({ ...Said, id: z.uuid(unknownLine), revision: z.coerce.number().int().min(1) })
    .superRefine(lawful),
);

export type EditInput = z.output<typeof EditInput>;

export const LineRevisionInput = z.object({
  id: z.uuid(unknownLine),
  revision: z.coerce.number().int().min(1),
});

export type LineRevisionInput = z.output<typeof LineRevisionInput>;

/** What a line was before an edit. */
export type PastLine = {
  revision: number;
  text: string;
  kind: Kind;
  source: Source;
  endedAt: Date;
  endedBy: string;
};
