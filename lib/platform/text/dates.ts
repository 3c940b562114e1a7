const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const TIME = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/London",
});
const INSTANT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/London",
});

/** A calendar date, such as a roundtable's (midnight UTC stands for the day): "14 May 2025". */
export function formatDate(date: Date): string {
  return DAY.format(date);
}

/** An instant's time of day in London: "14:32". */
export function formatTime(instant: Date): string {
  return TIME.format(instant);
}

/** An instant's day and time in London: "14 May 2025 at 14:32". */
export function formatInstant(instant: Date): string {
  return INSTANT.format(instant);
}

const DAY_IN_LONDON = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "Europe/London",
});

/** Whether an instant is on the calendar date in London (midnight UTC represents the day). */
export function isOnDay(instant: Date, date: Date): boolean {
  const end = endOfDay(date).getTime();
  const before = endOfDay(new Date(date.getTime() - 24 * HOUR_MS)).getTime();
  return instant.getTime() > before && instant.getTime() <= end;
}

/** An instant's day in London, with the year where `alongside` has another: "14 May", "14 May 2024". */
export function formatDayInLondon(instant: Date, alongside: Date): string {
  const parts = DAY_IN_LONDON.formatToParts(instant);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? "";
  const year = part("year") === String(alongside.getUTCFullYear()) ? [] : [part("year")];
  return [part("day"), part("month"), ...year].join(" ");
}

/** The date as midnight UTC, or null when the calendar has no such day (31 February). */
export function calendarDate(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1900 && year <= 2200 ? date : null;
}

const HOUR_IN_LONDON = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London",
});
const HOUR_MS = 3_600_000;

/** The last millisecond of a calendar date (midnight UTC represents the day) in London. */
export function endOfDay(date: Date): Date {
  const next = date.getTime() + 24 * HOUR_MS;
  // London is at UTC or an hour ahead, and changes at 01:00 UTC.
  const midnight = HOUR_IN_LONDON.format(next - HOUR_MS) === "00" ? next - HOUR_MS : next;
  return new Date(midnight - 1);
}

/**
 * Now, or the latest of `instants` where another process, whose clock is ahead, wrote a later one: nothing
 * may end before it began.
 */
export function endAfter(...instants: readonly (Date | null)[]): Date {
  return new Date(Math.max(Date.now(), ...instants.map((instant) => instant?.getTime() ?? 0)));
}
