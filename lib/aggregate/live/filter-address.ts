import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { readTypedDate, type TypedDate } from "@/lib/platform/text/typed-date";
import {
  EVERYTHING,
  FILTER_LISTS,
  FILTER_VALUES,
  PUTS,
  type FilterList,
  type LiveFilter,
  type Put,
} from "./live-filter";

export type Query = { [key: string]: string | string[] | undefined };

/** What the review has to choose from, by slug. */
export type FilterSlugs = { roundtable: readonly string[]; area: readonly string[] };

export type ReadFilter = {
  filter: LiveFilter;
  /** Values of the address that are in no list. */
  unknown: string[];
  /** The date as it was typed, and what is wrong with it. */
  typed: TypedDate | null;
  problem: string | null;
};

/** In the address before each field of the group that is compared. */
export const COMPARED = "with-";

/** The filter of an address (`role=SENCO&role=headteacher&on=2026-05-01`), or of its fields with a prefix. */
export function readFilter(query: Query, slugs: FilterSlugs, prefix = ""): ReadFilter {
  const unknown: string[] = [];
  const list = (name: FilterList): string[] => {
    const known = FILTER_VALUES[name] ?? slugs[name === "area" ? "area" : "roundtable"];
    const given = [...new Set(valuesOf(query[prefix + name]))];
    unknown.push(...given.filter((value) => !known.includes(value)));
    return known.filter((value) => given.includes(value));
  };
  const lists = Object.fromEntries(FILTER_LISTS.map((name) => [name, list(name)]));
  const date = readDate(query, prefix);
  const stance = list("stance").filter(isStance);
  const put = list("put").filter(isPut);
  const filter = { ...EVERYTHING, ...lists, stance, put, on: date.on };
  return { filter, unknown: [...new Set(unknown)], typed: date.typed, problem: date.problem };
}

/** The field that asks for a second group, which may be everybody. */
const COMPARE = "compare";

export function compareFields(): [name: string, value: string][] {
  return [[COMPARE, "yes"]];
}

/** Whether the address asks for a group to compare with. */
export function asksToCompare(query: Query): boolean {
  const named = Object.keys(query).filter((name) => name === COMPARE || name.startsWith(COMPARED));
  return named.some((name) => valuesOf(query[name]).length > 0);
}

/** The filter as fields of an address, of which a list may have several. */
export function filterFields(filter: LiveFilter, prefix = ""): [name: string, value: string][] {
  const lists = FILTER_LISTS.flatMap((name) =>
    filter[name].map((value): [string, string] => [prefix + name, value]),
  );
  return filter.on ? [...lists, [`${prefix}on`, dayOf(filter.on)]] : lists;
}

/** A calendar date as an address has it: "2026-05-01". */
function dayOf(on: Date): string {
  return on.toISOString().slice(0, 10);
}

function valuesOf(value: string | string[] | undefined): string[] {
  return [value ?? []].flat().filter((one) => one !== "");
}

function isStance(value: string): value is Stance {
  return STANCE_ORDER.some((stance) => stance === value);
}

function isPut(value: string): value is Put {
  return PUTS.some((put) => put === value);
}

type ReadDate = Pick<ReadFilter, "typed" | "problem"> & { on: Date | null };
const WHAT_IT_IS = "Enter a day, a month and a year, such as 14 May 2025.";

/** From the address (`on=2026-05-01`), or from the three fields of the form. */
function readDate(query: Query, prefix: string): ReadDate {
  const one = (name: string) => valuesOf(query[prefix + name])[0] ?? "";
  const typed = { day: one("on-day"), month: one("on-month"), year: one("on-year") };
  if (Object.values(typed).some((text) => text !== "")) {
    const read = readTypedDate(typed);
    return read instanceof Date ? notYet(read, typed) : { on: null, problem: `${read.problem}.`, typed };
  }
  const day = one("on");
  if (day === "") return { on: null, problem: null, typed: null };
  const read = new Date(`${day}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(read.getTime()) && dayOf(read) === day;
  return exists ? notYet(read, null) : { on: null, problem: WHAT_IT_IS, typed: null };
}

/** Figures of a future day would be the present ones under another name. */
function notYet(on: Date, typed: TypedDate | null): ReadDate {
  return on > new Date()
    ? { on: null, problem: "That date is in the future.", typed }
    : { on, problem: null, typed };
}
