import { z } from "zod";
import { EMAIL } from "./email";
import { optionalText } from "@/lib/platform/text/text";
import { asList, blankAsNull } from "@/lib/platform/text/form-values";
import {
  choosesPermission,
  PERMISSION_LEVELS,
  TOLD_MEANS,
  type PermissionLevel,
  type PermissionMeans,
} from "./permission-choices";
import { NPQ_CODES, PHASES, REGIONS, ROLES, SETTINGS } from "./vocabulary";

export type ToldMeans = (typeof TOLD_MEANS)[number];
export const ToldMeans = z.enum(TOLD_MEANS, {
  error: "Choose whether they told a facilitator or said so on paper",
});

/** What facilitators work with: a label and what describes the person, never a name. */
export type Participant = {
  id: string;
  personId: string;
  label: string;
  host: boolean;
  present: boolean;
  erased: boolean;
  role: string | null;
  phase: string | null;
  setting: string | null;
  region: string | null;
  npqsTaken: string[];
  npqsDelivered: string[];
  /** "Headteacher, primary, North West" */
  description: string;
  permission: PermissionLevel | null;
  /** How they chose, and whether the wording has changed since; null where nothing is recorded. */
  choice: { means: PermissionMeans; wording: number; older: boolean } | null;
  seat: string | null;
  /** The name of the break-out table at which they sit. */
  table: string | null;
  /** Contributions with this speaker, without those struck out. */
  contributions: number;
};

export type IdentityOf = {
  name: string;
  organisation: string | null;
  email: string | null;
  schoolUrn: number | null;
};

export type PastPermission = {
  id: string;
  level: PermissionLevel;
  means: PermissionMeans;
  wording: number;
  /** Whether participants now read another wording. */
  older: boolean;
  /** Who recorded it; null where the participant chose through their own link. */
  by: string | null;
  from: Date;
  until: Date | null;
};

/** How many of the participants made each choice; hosts and erased people are not counted. */
export type PermissionCounts = Record<PermissionLevel | "unrecorded", number>;

export function countPermissions(participants: readonly Participant[]): PermissionCounts {
  const counts = { verbatim: 0, paraphrase: 0, not_published: 0, unrecorded: 0 };
  for (const { permission } of participants.filter(choosesPermission)) counts[permission ?? "unrecorded"]++;
  return counts;
}

type Describing = Pick<Participant, "role" | "phase" | "setting" | "region">;

/** Ordinary schools, which a phase alone already suggests: with a phase they add nothing. */
const ORDINARY_SETTINGS: readonly string[] = [
  "Academies",
  "Free Schools",
  "Local authority maintained schools",
] satisfies (typeof SETTINGS)[number][];

/** The singular of each; the list has the plurals of the schools register. */
const ONE_OF_SETTING: Record<(typeof SETTINGS)[number], string> = {
  Academies: "academy",
  "Free Schools": "free school",
  "Local authority maintained schools": "maintained school",
  "Special schools": "special school",
  "Pupil referral unit or alternative provision": "pupil referral unit or alternative provision",
  "Independent schools": "independent school",
  Colleges: "college",
  Universities: "university",
  "Children's centres": "children's centre",
  "Online provider": "online provider",
  "Multi-academy trust": "multi-academy trust",
  "Single-academy trust": "single-academy trust",
  "Other types": "another type of setting",
};

/**
 * In words, for facilitators only: role, phase, setting, region. The setting is left out where it is an
 * ordinary school with a phase, unless `settings` is "all", for checking what was read from a file.
 */
export function describe(
  { role, phase, setting, region }: Describing,
  settings: "unusual" | "all" = "unusual",
): string {
  const place = phase === "Not applicable" ? null : phase;
  const ordinary = place && ORDINARY_SETTINGS.includes(setting ?? "") && settings === "unusual";
  const said = [role === "other" ? null : role, place?.toLowerCase(), ordinary ? null : one(setting), region];
  const words = said.filter(Boolean).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function one(setting: string | null): string | undefined {
  const known = SETTINGS.find((listed) => listed === setting);
  return known ? ONE_OF_SETTING[known] : setting?.toLowerCase();
}

const LABEL = /^[A-Z]{1,3}[0-9]{1,6}$/;

/** Returns the next free label of a roundtable at each call: P01, P02, and H1 for hosts. */
export function labeller(taken: readonly string[]): (host: boolean) => string {
  const last = new Map<string, number>();
  for (const label of taken.filter((one) => LABEL.test(one))) {
    const prefix = label.replace(/[0-9]/g, "");
    last.set(prefix, Math.max(last.get(prefix) ?? 0, Number(label.slice(prefix.length))));
  }
  return (host) => {
    const [prefix, digits] = host ? (["H", 1] as const) : (["P", 2] as const);
    const number = (last.get(prefix) ?? 0) + 1;
    last.set(prefix, number);
    return prefix + String(number).padStart(digits, "0");
  };
}

const choice = <const Values extends readonly [string, ...string[]]>(values: Values, what: string) =>
  z
    .preprocess(blankAsNull, z.enum(values, { error: `Choose a ${what} from the list` }).nullable())
    .optional();
const npqs = z
  .preprocess(asList, z.array(z.enum(NPQ_CODES, { error: "Choose NPQs from the list" })))
  .optional();
const ticked = z.preprocess((value) => value === true || value === "on" || value === "yes", z.boolean());
const textOrNull = (what: string, max: number) =>
  z.preprocess(blankAsNull, optionalText({ what, max }).nullable()).optional();
const label = z
  .preprocess(
    (value) => blankAsNull(typeof value === "string" ? value.trim().toUpperCase() : value),
    z.string().regex(LABEL, "Enter a label such as P07 that does not identify the person").nullable(),
  )
  .optional();

const Attributes = {
  role: choice(ROLES, "role"),
  phase: choice(PHASES, "phase"),
  setting: choice(SETTINGS, "setting"),
  region: choice(REGIONS, "region"),
  npqsTaken: npqs,
  npqsDelivered: npqs,
};

const IdentityFields = {
  name: textOrNull("Name", 200),
  organisation: textOrNull("Organisation", 200),
  email: z
    .preprocess(
      blankAsNull,
      z.email({ pattern: EMAIL, error: "Enter an email address such as name@example.org" }).nullable(),
    )
    .optional(),
  schoolUrn: z
    .preprocess(blankAsNull, z.coerce.number({ error: "Choose a school from the list" }).int().nullable())
    .optional(),
};

const permission = z
  .preprocess(
    blankAsNull,
    z.enum(PERMISSION_LEVELS, { error: "Choose what the participant permits" }).nullable(),
  )
  .optional();

export const RegisterParticipantInput = z.object({
  ...Attributes,
  ...IdentityFields,
  roundtableId: z.uuid(),
  /** Made where the row was typed, so that sending it twice registers once. */
  id: z.uuid().optional(),
  /** Somebody whom the review knows already; without it a new person is made. */
  personId: z.preprocess(blankAsNull, z.uuid().nullable()).optional(),
  label,
  host: ticked.optional(),
  absent: ticked.optional(),
  permission,
  means: ToldMeans.optional(),
});
export type RegisterParticipantInput = z.output<typeof RegisterParticipantInput>;

export const ChangeParticipantInput = z.object({
  ...Attributes,
  id: z.uuid(),
  label,
  host: ticked.optional(),
  absent: ticked.optional(),
});
export type ChangeParticipantInput = z.output<typeof ChangeParticipantInput>;

export const IdentityInput = z.object({ ...IdentityFields, personId: z.uuid() });
export type IdentityInput = z.output<typeof IdentityInput>;

export const PermissionInput = z.object({
  participantId: z.uuid(),
  level: z.preprocess(
    blankAsNull,
    z.enum(PERMISSION_LEVELS, { error: "Choose what the participant permits" }).nullable(),
  ),
  means: ToldMeans,
  /** What they permitted when the page was made; where it is not sent, it is not compared. */
  seen: z.preprocess(blankAsNull, z.enum(PERMISSION_LEVELS).nullable()).optional(),
  /** Confirms that the person who records it has seen what a narrower permission changes. */
  confirmed: z.preprocess((value) => value === "yes", z.boolean()).optional(),
});
export type PermissionInput = z.output<typeof PermissionInput>;
