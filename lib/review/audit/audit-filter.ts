import { z } from "zod";
import { formatDate } from "@/lib/platform/text/dates";
import { DATE_PARTS, readTypedDate, type TypedDate } from "@/lib/platform/text/typed-date";

/** The kinds of entry that the log can be narrowed to. */
export const AUDIT_KINDS = {
  reading: "Reading and downloads",
  access: "Sign-ins and refusals",
  changes: "Changes",
} as const;
export type AuditKind = keyof typeof AUDIT_KINDS;

export type AuditFilter = {
  kind: AuditKind | null;
  /** The account of the person who did it. */
  who: string | null;
  /** Who has read this roundtable: entries of the kind "reading" alone. */
  roundtableId: string | null;
  /** Calendar dates in London, both inclusive. */
  from: Date | null;
  to: Date | null;
};

/** As the address has them; what cannot be read is "". */
export type TypedAuditFilter = {
  kind: string;
  who: string;
  roundtable: string;
  from: TypedDate;
  to: TypedDate;
};

export type ReadAuditFilter = {
  filter: AuditFilter;
  typed: TypedAuditFilter;
  /** Field name to what is wrong. */
  errors: Record<string, string>;
  /** Whether it leaves any entry out. */
  narrows: boolean;
};

type Query = Record<string, string | string[] | undefined>;
type Known = { people: readonly { id: string }[]; roundtables: readonly { id: string; slug: string }[] };

const Kind = z.enum(["reading", "access", "changes"]);

/** The filter in an address, or what is wrong with it. */
export function readAuditFilter(query: Query, { people, roundtables }: Known): ReadAuditFilter {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value.slice(0, 200).trim() : "";
  };
  const date = (name: string): TypedDate => ({
    day: text(`${name}-day`),
    month: text(`${name}-month`),
    year: text(`${name}-year`),
  });
  const typed = {
    kind: text("kind"),
    who: text("who"),
    roundtable: text("roundtable"),
    from: date("from"),
    to: date("to"),
  };
  const errors: Record<string, string> = {};
  const from = readDate("from", typed.from, errors);
  const to = readDate("to", typed.to, errors);
  if (from && to && from > to) errors.to = "The last day must be the first day or a later one";
  const kind = typed.kind === "" ? null : (Kind.safeParse(typed.kind).data ?? null);
  if (typed.kind !== "" && kind === null) errors.kind = "Choose a kind of entry from the list";
  const who = people.find(({ id }) => id === typed.who)?.id ?? null;
  if (typed.who !== "" && who === null) errors.who = "Choose a person from the list";
  const roundtableId = roundtables.find(({ slug }) => slug === typed.roundtable)?.id ?? null;
  if (typed.roundtable !== "" && roundtableId === null)
    errors.roundtable = "Choose a roundtable from the list";
  if (roundtableId !== null && kind !== null && kind !== "reading")
    errors.roundtable = "Choose a roundtable only for reading and downloads";
  return {
    typed,
    errors,
    filter: { kind: roundtableId === null ? kind : "reading", who, roundtableId, from, to },
    narrows: [kind, who, roundtableId, from, to].some((value) => value !== null),
  };
}

function readDate(name: string, typed: TypedDate, errors: Record<string, string>): Date | null {
  if (DATE_PARTS.every((part) => typed[part] === "")) return null;
  const read = readTypedDate(typed);
  if (read instanceof Date) return read;
  errors[read.part === null ? name : `${name}-${read.part}`] = read.problem;
  return null;
}

/** What was typed, under the names of the form's fields. */
export function valuesOf({ kind, who, roundtable, from, to }: TypedAuditFilter): Record<string, string> {
  const dates = [["from", from] as const, ["to", to] as const].flatMap(([name, date]) =>
    DATE_PARTS.map((part) => [`${name}-${part}`, date[part]] as const),
  );
  return { kind, who, roundtable, ...Object.fromEntries(dates) };
}

/** An address with this filter; fields that are empty are left out. */
export function withAuditFilter(here: string, typed: TypedAuditFilter, before: string | null = null): string {
  const given = Object.entries({ ...valuesOf(typed), before: before ?? "" }).filter(
    ([, value]) => value !== "",
  );
  return given.length === 0 ? here : `${here}?${new URLSearchParams(given).toString()}`;
}

type Named = {
  people: readonly { id: string; name: string }[];
  roundtables: readonly { id: string; title: string }[];
};

/** What a filtered list shows, as its heading: "Reading and downloads by Ada Byron, from 1 May 2026". */
export function filterWords({ kind, who, roundtableId, from, to }: AuditFilter, names: Named): string {
  const title = names.roundtables.find(({ id }) => id === roundtableId)?.title;
  const name = names.people.find(({ id }) => id === who)?.name;
  const what = title ? `Who has read “${title}”` : kind ? AUDIT_KINDS[kind] : "All entries";
  return [name === undefined ? what : `${what}${title ? ": " : " by "}${name}`, ...daysWords(from, to)].join(
    ", ",
  );
}

function daysWords(from: Date | null, to: Date | null): string[] {
  if (from && to)
    return [
      from.getTime() === to.getTime()
        ? `on ${formatDate(from)}`
        : `from ${formatDate(from)} to ${formatDate(to)}`,
    ];
  if (from) return [`from ${formatDate(from)}`];
  return to ? [`up to ${formatDate(to)}`] : [];
}
