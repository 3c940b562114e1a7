import { beginning, dayOf, inLondon, inZone, type Beginning } from "./beginning";

/** What the times of a file or column are. The same signs may be several of them: "10:02" is a clock or ten minutes. */
export const TIME_KINDS = [
  "clock",
  "elapsed",
  "milliseconds",
  "dated",
  "day first",
  "month first",
  "serial",
] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

export const TIME_KIND_WORDS: Record<TimeKind, string> = {
  clock: "Time of day, on the day of the roundtable",
  elapsed: "Time since the recording started",
  milliseconds: "Thousandths of a second since the recording started",
  dated: "Date and time, the year first or the month in words",
  "day first": "Date and time, the day before the month",
  "month first": "Date and time, the month before the day",
  serial: "Excel’s number for a date and time",
};

/** Whether times of that kind count from the start of the recording. */
export function countsFromStart(kind: TimeKind | null): boolean {
  return kind === "elapsed" || kind === "milliseconds";
}

/** The instant of a time that a file writes, read as one of that kind in London; undefined where it is none. */
export function readTime(typed: string, kind: TimeKind, start: Beginning): Date | undefined {
  const text = beginningOf(typed.trim());
  switch (kind) {
    case "clock": {
      const clock = clockOf(text);
      return clock && inLondon(dayOf(start.heldOn), clock);
    }
    case "elapsed":
      return after(start, secondsOf(text));
    case "milliseconds":
      return after(start, /^\d{1,9}$/.test(text) ? Number(text) / 1000 : undefined);
    case "serial":
      return /^\d{5}(?:\.\d+)?$/.test(text) ? ofSerial(Number(text)) : undefined;
    default:
      return plausible(datedIn(text, kind));
  }
}

const SPAN =
  /^(\d{1,3}[:.]\d{2}\S{0,8}(?: ?[ap]\.?m\.?)?)\s{0,3}(?:-{1,2}>?|–|—|→|\bto\b)\s{0,3}\d{1,3}[:.]\d{2}[\d:.,apm ]{0,12}$/i;

/** Of a span of time, when it begins: "09:30-09:45". */
function beginningOf(text: string): string {
  return SPAN.exec(text)?.[1] ?? text;
}

const LONGEST_S = 48 * 3_600;

function after(start: Beginning, seconds: number | undefined): Date | undefined {
  if (seconds === undefined || seconds > LONGEST_S) return undefined;
  return new Date(beginning(start).getTime() + Math.round(seconds * 1000));
}

const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?:\s{0,2}([ap])\.?m\.?)?$/i;
/** "9am", "0930", "1410h" */
const SHORT_CLOCK = /^(?:(\d{1,2})()()\s?([ap])\.?m\.?|([01]\d|2[0-3])([0-5]\d)(?:\s?h(?:rs)?)?)$/i;

/** Hours, minutes and seconds of a day: "14:32", "2:05 PM", "9.30", "9am", "0930". */
function clockOf(text: string): [string, string, string] | undefined {
  const short = SHORT_CLOCK.exec(text);
  if (short?.[5]) return [short[5], short[6] ?? "", "00"];
  const [, hours = "", minutes = "", seconds = "", half] = short ?? CLOCK.exec(text) ?? [];
  if (hours === "") return undefined;
  const rest = [minutes || "00", seconds || "00"] as const;
  if (half === undefined) return [hours, ...rest];
  if (Number(hours) < 1 || Number(hours) > 12) return undefined;
  const hour = (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return [String(hour), ...rest];
}

/** Older files of Teams have hours, minutes and seconds without padding. */
const ELAPSED =
  /^(?:T?\+)?(?:(\d{1,2}):(?=\d{1,2}:))?(\d{1,3}):([0-5]\d|(?<=:\d{1,2}:)\d)(?:[.,](\d{1,7}))?$/i;
const SECONDS = /^\+?(\d{1,6}(?:\.\d{1,9})?)\s?s?$/;
const UNITS = /^(?:(\d{1,2})\s?h(?:ours?)?)?\s?(?:(\d{1,3})\s?m(?:in)?)?\s?(?:(\d{1,2})\s?s(?:ec)?)?$/;

/** "1:02:07", "24:05", "12.5 s", "1h 2m". */
function secondsOf(text: string): number | undefined {
  const plain = SECONDS.exec(text)?.[1];
  if (plain !== undefined) return Number(plain);
  const parts = ELAPSED.exec(text) ?? (/\d/.test(text) ? UNITS.exec(text) : null);
  if (!parts) return undefined;
  const [, hours, minutes = 0, seconds = 0, rest = 0] = parts;
  if (hours !== undefined && Number(minutes) > 59) return undefined;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${rest}`);
}

const EPOCH_S = /^\d{10}(?:\.\d{1,9})?$/;
const EPOCH_MS = /^\d{13}$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T|,?\s+)(\S.*)$/;
const NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2}),?\s+(\S.*)$/;
const WORDS =
  /^(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?(?:\s+|-)(?:of\s+)?([a-z]{3,9})|([a-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?)\.?(?:,?\s+|-)(\d{4}|(?<=-)\d{2}),?\s+(?:at\s+)?(\S.*)$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function datedIn(text: string, kind: "dated" | "day first" | "month first"): Date | undefined {
  if (EPOCH_S.test(text)) return new Date(Number(text) * 1000);
  if (EPOCH_MS.test(text)) return new Date(Number(text));
  const [, year, month, day, rest] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return onDay([year, month, day], rest);
  const [, dayBefore, monthAfter, monthBefore, dayAfter, fullYear, last] = WORDS.exec(text) ?? [];
  if (fullYear !== undefined) {
    const named = MONTHS.indexOf((monthAfter ?? monthBefore ?? "").slice(0, 3).toLowerCase()) + 1;
    const year = fullYear.length === 2 ? `20${fullYear}` : fullYear;
    return onDay([year, String(named), dayBefore ?? dayAfter], last);
  }
  if (kind === "dated") return undefined;
  const [, one, two, shortYear = "", clock] = NUMBERS.exec(text) ?? [];
  const century = shortYear.length === 2 ? `20${shortYear}` : shortYear;
  return onDay(kind === "day first" ? [century, two, one] : [century, one, two], clock);
}

const ZONE = /\s?(Z|UTC|GMT|BST)?\s?(?:([+-])(\d{1,2}):?(\d{2})?)?$/i;

/** A clock on that day, in London where no zone is named. */
function onDay(parts: readonly (string | undefined)[], clock: string | undefined): Date | undefined {
  if (clock === undefined) return undefined;
  const day = parts.map((part = "") => part.padStart(2, "0")).join("-");
  const [found = "", name, sign, hours = 0, minutes = 0] = ZONE.exec(clock) ?? [];
  const time = clockOf(clock.slice(0, clock.length - found.length).trim());
  if (!time) return undefined;
  if (name === undefined && sign === undefined) return inLondon(day, time);
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return inZone(day, time, name?.toUpperCase() === "BST" ? 60 : ahead);
}

/** Days since 30 December 1899 in London, as Excel counts them. */
function ofSerial(days: number): Date | undefined {
  const utc = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  const [, hours, minutes, seconds] = /T(\d{2}):(\d{2}):(\d{2})/.exec(utc.toISOString()) ?? [];
  return plausible(inLondon(dayOf(utc), [hours, minutes, seconds]));
}

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Nobody said anything on 30 December 1899. */
function plausible(date: Date | undefined): Date | undefined {
  const at = date?.getTime() ?? Number.NaN;
  return at >= EARLIEST && at < LATEST ? date : undefined;
}
