import { z } from "zod";
import { readTypedDate, type TypedDate } from "@/lib/platform/text/typed-date";
import { asked } from "./address";

type Query = { [key: string]: string | string[] | undefined };

/** The earlier date of the figures, or null for now; what was typed, and what is wrong with it. */
export type AsAt = { on: Date | null; problem: string | null; typed: TypedDate | null };

const Day = z.iso.date().transform((day) => new Date(day));

/** From the address (`on=2026-05-01`), or from the three fields of the form. */
export function readAsAt(query: Query): AsAt {
  const part = (name: string) => asked(query, name) ?? "";
  const typed = { day: part("on-day"), month: part("on-month"), year: part("on-year") };
  if (Object.values(typed).some((text) => text !== "")) {
    const read = readTypedDate(typed);
    return read instanceof Date ? notYet(read, typed) : { on: null, problem: `${read.problem}.`, typed };
  }
  const day = asked(query, "on");
  if (day === null) return { on: null, problem: null, typed: null };
  const read = Day.safeParse(day).data;
  const problem = "Enter a day, a month and a year, such as 14 May 2025.";
  return read ? notYet(read, null) : { on: null, problem, typed: null };
}

/** Figures of a future day would be the present ones under another name. */
function notYet(on: Date, typed: TypedDate | null): AsAt {
  return on > new Date()
    ? { on: null, problem: "That date is in the future.", typed }
    : { on, problem: null, typed };
}

/** The date as it is in an address. */
export function dayOf(on: Date | null): string | null {
  return on && on.toISOString().slice(0, 10);
}
