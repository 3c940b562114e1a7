import { z } from "zod";
import { DateField, withDate } from "@/lib/platform/dates";
import { asked } from "./address";

type Query = { [key: string]: string | string[] | undefined };

/** The earlier date that figures are asked for, or null for now, and what is wrong with what was asked. */
export type AsAt = { on: Date | null; problem: string | null };

const Fields = z.preprocess(withDate("on"), z.object({ on: DateField }));
const Day = z.iso.date().transform((day) => new Date(day));

/** From the address (`on=2026-05-01`), or from the three fields of the form. */
export function readAsAt(query: Query): AsAt {
  const typed = ["on-day", "on-month", "on-year"].some((name) => asked(query, name) !== null);
  const parsed = typed ? Fields.safeParse(query).data?.on : Day.safeParse(asked(query, "on")).data;
  if (parsed && parsed <= new Date()) return { on: parsed, problem: null };
  if (parsed)
    return { on: null, problem: "That date is still to come. These are the figures as they stand now." };
  const wrong = typed || asked(query, "on") !== null;
  return {
    on: null,
    problem: wrong
      ? "That is no date. Enter a day, a month and a year, such as 14 5 2025. These are the figures as they stand now."
      : null,
  };
}

/** The date as an address says it. */
export function dayOf(on: Date | null): string | null {
  return on && on.toISOString().slice(0, 10);
}
