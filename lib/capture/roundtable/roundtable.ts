import { z } from "zod";
import { ROUNDTABLE_STATES, type RoundtableState } from "./states";
import { DateField, withDate } from "@/lib/platform/text/date-field";
import { optionalText, plainText } from "@/lib/platform/text/text";
import { dateQuestion, type ReviewDates } from "./review-dates";

export const CONFIDENTIALITIES = ["attributed", "role_only", "chatham_house"] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

/** People spoke under a promise, so after a session has started it may only be made stricter. */
export function mayBecome(state: RoundtableState, from: Confidentiality, to: Confidentiality): boolean {
  return state === "planned" || CONFIDENTIALITIES.indexOf(to) >= CONFIDENTIALITIES.indexOf(from);
}

export type Question = { id: string; position: number; text: string };

export type RoundtableSummary = {
  id: string;
  slug: string;
  title: string;
  heldOn: Date;
  place: string | null;
  online: boolean;
  host: string;
  confidentiality: Confidentiality;
  state: RoundtableState;
  /** Participants present, without hosts. */
  people: number;
  /** Contributions of the record, without those struck out. */
  contributions: number;
};

export type RoundtableTitle = Pick<RoundtableSummary, "id" | "slug" | "title" | "heldOn">;

export type Roundtable = Omit<RoundtableSummary, "people" | "contributions"> & {
  reviewId: string;
  revision: number;
  closedAt: Date | null;
  /** In hexadecimal; null until the roundtable is closed. */
  recordHash: string | null;
  questions: Question[];
};

/** What is still to do with the contributions of one roundtable. */
export type RoundtableProgress = {
  people: number;
  registered: number;
  heard: number;
  contributions: number;
  untagged: number;
  uncleared: number;
};

export const MAX_QUESTIONS = 30;
const questionText = plainText({ what: "Discussion question", max: 500 });

/** A textarea has a question on each line; a caller in the program gives a list. */
function asContributions(value: unknown): unknown {
  return typeof value === "string"
    ? value.split(/\r\n?|\n/).filter((contribution) => contribution.trim() !== "")
    : (value ?? []);
}

const questions = z.preprocess(
  asContributions,
  z.array(questionText).max(MAX_QUESTIONS, `Enter ${MAX_QUESTIONS} questions or fewer`),
);

const Details = {
  title: plainText({ what: "Title", max: 150 }),
  heldOn: DateField,
  /** Confirms that a date outside the review is right. */
  heldOnConfirmed: z.boolean().optional(),
  host: plainText({ what: "Host", max: 200 }),
  place: optionalText({ what: "Place", max: 200 }).nullable(),
  online: z.preprocess((value) => value === true || value === "online", z.boolean()),
  confidentiality: z.enum(CONFIDENTIALITIES, { error: "Choose what people may repeat outside the room" }),
};

/** Checks of several fields run together with those of each field, so that all errors are shown at once. */
const AT_ONCE = { when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null };

/** What is stored of it beside its questions, and nothing else that a form sends. */
export function storedDetails({
  title,
  heldOn,
  host,
  place,
  online,
  confidentiality,
}: Pick<PlanRoundtableInput, "title" | "heldOn" | "host" | "place" | "online" | "confidentiality">) {
  return { title, heldOn, host, place: place || null, online, confidentiality };
}

const SOMEWHERE = { path: ["place"], error: "Enter the place, or choose online", ...AT_ONCE };

function isSomewhere({ place, online }: { place: string | null; online: boolean }): boolean {
  return online || Boolean(place);
}

export const PlanRoundtableInput = z.preprocess(
  withHeldOn,
  z
    .object({
      ...Details,
      reviewId: z.uuid(),
      questions,
      slug: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(80)
        .optional(),
    })
    .refine(isSomewhere, SOMEWHERE),
);
export type PlanRoundtableInput = z.output<typeof PlanRoundtableInput>;

/** A form sends the date as three fields, a caller in the program as a date. */
function withHeldOn(fields: unknown): unknown {
  const given =
    typeof fields === "object" && fields !== null && Reflect.get(fields, "heldOn") instanceof Date;
  return given ? fields : withDate("heldOn")(fields);
}

/** Fields named `question-<id>` hold the existing questions; an empty one is removed. */
function withQuestions(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  const kept = Object.entries(fields)
    .filter(([name]) => name.startsWith("question-"))
    .map(([name, text]) => ({ id: name.slice("question-".length), text: text as unknown }));
  return withHeldOn({ ...fields, kept });
}

export const ChangeRoundtableInput = z.preprocess(
  withQuestions,
  z
    .object({
      ...Details,
      id: z.uuid(),
      revision: z.coerce.number().int().min(1),
      kept: z.array(
        z.object({ id: z.uuid(), text: optionalText({ what: "Discussion question", max: 500 }) }),
      ),
      /** Added after the existing ones. */
      questions,
    })
    .refine(isSomewhere, SOMEWHERE),
);
export type ChangeRoundtableInput = z.output<typeof ChangeRoundtableInput>;

type Held = { heldOn: Date; heldOnConfirmed?: boolean | undefined };

/**
 * What a form sends about a roundtable, with the question whether a date outside the review is right.
 * `before` is the roundtable's stored date, which is not asked about again.
 */
export function askingAboutDate<Schema extends z.ZodType<Held>>(
  schema: Schema,
  review: ReviewDates,
  before?: Date,
): Schema {
  const question = ({ heldOn, heldOnConfirmed }: Held) =>
    !(heldOn instanceof Date) || heldOnConfirmed || heldOn.getTime() === before?.getTime()
      ? null
      : dateQuestion(heldOn, review);
  return schema.refine((input) => question(input) === null, {
    path: ["heldOn"],
    error: ({ input }) => question(input as Held) ?? "",
    ...AT_ONCE,
  });
}

export const RoundtableStateInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().min(1),
  to: z.enum(ROUNDTABLE_STATES),
});
export type RoundtableStateInput = z.output<typeof RoundtableStateInput>;

/** A slug of the title: "fellows-roundtable-london". */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase();
  const words = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replace(/^-|-$/g, "");
  return words || "roundtable";
}
