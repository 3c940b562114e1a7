import { z } from "zod";

/** How long before its data falls due the lead is notified. */
export const NOTICE_DAYS = 30;
/** Where notice could not be given in time, deletion waits at least this long after it. */
export const LEAST_NOTICE_DAYS = 7;
export const MAX_MONTHS = 24;

const DAY_MS = 86_400_000;

/** Midnight UTC of the calendar day of an instant, for comparing with a roundtable's date. */
export function dayOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / DAY_MS) * DAY_MS);
}

export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY_MS);
}

/** The day that many months later; in a month without such a day, its last day (31 January: 28 February). */
export function dueOn(heldOn: Date, months: number): Date {
  const first = Date.UTC(heldOn.getUTCFullYear(), heldOn.getUTCMonth() + months, 1);
  const last = new Date(first);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  const day = Math.min(heldOn.getUTCDate(), last.getUTCDate());
  return addDays(new Date(first), day - 1);
}

/** Whether the lead should have been notified by now that the data falls due. */
export function isNoticeTime(due: Date, now: Date): boolean {
  return dayOf(now) >= addDays(due, -NOTICE_DAYS);
}

/** The day on which data is deleted: when it falls due, or later where the lead was notified late. */
export function deletedOn(due: Date, noticedAt: Date): Date {
  const earliest = addDays(dayOf(noticedAt), LEAST_NOTICE_DAYS);
  return due > earliest ? due : earliest;
}

/** The retention of one roundtable's personal data. */
export type Retained = {
  roundtableId: string;
  slug: string;
  title: string;
  heldOn: Date;
  dueOn: Date;
  /** When the lead was notified, and the day on which the data is then deleted. */
  noticedAt: Date | null;
  deletedOn: Date | null;
  deletedAt: Date | null;
  /** Contributions with their words, and people with a name or a description. */
  contributions: number;
  people: number;
  /** People there who are under a hold; "everybody" with a hold on the whole review. */
  held: number | "everybody";
};

export const SetRetentionInput = z.object({
  reviewId: z.uuid(),
  months: z.coerce
    .number({ error: `Enter months from 1 to ${MAX_MONTHS}` })
    .int(`Enter months from 1 to ${MAX_MONTHS}`)
    .min(1, `Enter months from 1 to ${MAX_MONTHS}`)
    .max(MAX_MONTHS, `Personal data is kept for ${MAX_MONTHS} months at most`),
});
export type SetRetentionInput = z.output<typeof SetRetentionInput>;
