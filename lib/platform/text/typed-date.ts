import { calendarDate, formatDate } from "./dates";

export const DATE_PARTS = ["day", "month", "year"] as const;
export type DatePart = (typeof DATE_PARTS)[number];
export type TypedDate = Record<DatePart, string>;

/** What is wrong with a typed date, in words, and which field it is about (null: the date as a whole). */
export type DateProblem = { problem: string; part: DatePart | null };

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
/** Fewer letters can mean two months. */
const SHORTEST_MONTH = 3;
const DIGITS = /^\d{1,2}$/;

/** The month from 1 to 12 by its number or its name, long or short: "6", "06", "June", "Jun", "Sept". */
export function readMonth(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(/\.$/, "");
  if (DIGITS.test(text)) {
    const number = Number(text);
    return number >= 1 && number <= 12 ? number : null;
  }
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(text));
  return text.length >= SHORTEST_MONTH && index !== -1 ? index + 1 : null;
}

/** The date of three typed fields, or what is wrong with them. */
export function readTypedDate(typed: TypedDate): Date | DateProblem {
  const given = { day: typed.day.trim(), month: typed.month.trim(), year: typed.year.trim() };
  const missing = DATE_PARTS.filter((part) => given[part] === "");
  if (missing.length === DATE_PARTS.length)
    return { problem: "Enter a day, a month and a year, such as 14 May 2025", part: null };
  const [first] = missing;
  if (first) return { problem: `Enter the ${missing.join(" and the ")} too`, part: first };

  const month = readMonth(given.month);
  if (month === null)
    return {
      problem: `“${given.month}” is not a month. Enter its name or its number, such as May or 5`,
      part: "month",
    };
  const year = problemWithYear(given.year) ?? Number(given.year);
  if (typeof year === "string") return { problem: year, part: "year" };
  const day = Number(given.day);
  if (!DIGITS.test(given.day) || day < 1 || day > 31)
    return { problem: `“${given.day}” is not a day. Enter a number from 1 to 31`, part: "day" };
  return calendarDate(year, month, day) ?? { problem: notInCalendar(year, month, day), part: "day" };
}

function problemWithYear(typed: string): string | null {
  if (/^\d{2}$/.test(typed)) return `Enter the year with four digits: 20${typed}, not ${typed}`;
  if (!/^\d{4}$/.test(typed)) return `“${typed}” is not a year. Enter four digits, such as 2025`;
  return calendarDate(Number(typed), 1, 1) ? null : "Enter a year from 1900 to 2200";
}

function notInCalendar(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const name = `${MONTHS[month - 1] ?? ""} ${year}`;
  return `${day} ${name} does not exist: ${name} has ${last} days`;
}

/** The days between which a date is expected, and the name of what they belong to: "the review". */
export type UsualDates = { from: Date; to: Date; of: string };

/** What is unusual about a date outside: "12 June 2062 is after the review ends on 31 July 2026". */
export function unusualDate(date: Date, { from, to, of }: UsualDates): string | null {
  if (date < from) return `${formatDate(date)} is before ${of} begins on ${formatDate(from)}`;
  if (date > to) return `${formatDate(date)} is after ${of} ends on ${formatDate(to)}`;
  return null;
}

/** A calendar date as a form sends it for confirmation: "2062-06-12". */
export function dateKey(date: Date): string {
  return date.toISOString().slice(0, 10);
}
