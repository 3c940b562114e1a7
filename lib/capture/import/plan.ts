import { z } from "zod";
import { IMPORT_FIELDS } from "./columns";
import { TIME_KINDS } from "./time/read-time";

export const NEW_QUESTION = "new";

/** How a file is to be read: kept with it until it is imported, and then without its column headings. */
export const ColumnPlan = z.object({
  header: z.array(z.string()).default([]),
  /** What each column holds; null for one that is left out. */
  fields: z.array(z.enum(IMPORT_FIELDS).nullable()).default([]),
  /** The question that the words of a column answer: one of the roundtable's, a new one with the column's title, or none. */
  questions: z.array(z.union([z.literal(NEW_QUESTION), z.uuid()]).nullable()).default([]),
  /** What the times are; null where they are left out. */
  timeKind: z.enum(TIME_KINDS).nullable().default(null),
  /** Of contributions whose row does not say. */
  wording: z.enum(["gist", "verbatim"]).default("gist"),
  /** When a recording began, "14:30". */
  startsAt: z.string().nullable().default(null),
  /** Whether the facilitator has confirmed it, or it is still a guess. */
  settled: z.boolean().default(false),
});
export type ColumnPlan = z.output<typeof ColumnPlan>;

/** What becomes of a speaker's contributions: a participant's id, or one of these. */
export const SPEAKER_CHOICES = ["new", "host", "unknown", "out"] as const;
const As = z.union([z.enum(SPEAKER_CHOICES), z.uuid()]);

export const SpeakerPlan = z.object({
  list: z.array(z.object({ name: z.string(), contributions: z.number(), as: As })).default([]),
  settled: z.boolean().default(false),
  /** Ids of the participants that the import made. */
  made: z.array(z.string()).default([]),
  /** Ids of the questions that it made. */
  questions: z.array(z.string()).default([]),
});
export type SpeakerPlan = z.output<typeof SpeakerPlan>;

/** The columns that hold words. */
export function wordColumns({ fields }: Pick<ColumnPlan, "fields">): number[] {
  return fields.flatMap((field, column) => (field === "text" ? [column] : []));
}

/** Parses a stored plan; one that cannot be read counts as empty. */
export function columnPlan(stored: unknown): ColumnPlan {
  return ColumnPlan.catch(ColumnPlan.parse({})).parse(stored);
}

export function speakerPlan(stored: unknown): SpeakerPlan {
  return SpeakerPlan.catch(SpeakerPlan.parse({})).parse(stored);
}

/** Names are equal when they differ only in case or in Unicode composition. */
export function speakerKey(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

const NOBODY =
  /^(?:anonymous|anon|unknown|unidentified|unnamed|guest|n\/a)(?: (?:attendee|user|participant|respondent|person|speaker|voice))?$/i;

/** What programs write where they do not know a name: several people may stand behind it, and they are not counted as one. */
export function namesNobody(name: string): boolean {
  return NOBODY.test(name.trim());
}
