import { beginning, type Beginning } from "./beginning";
import { readTime, TIME_KINDS, type TimeKind } from "./read-time";

/** What the times of a column may be: the likeliest kind first, with how many of them each reads. */
export type JudgedTimes = {
  kinds: { kind: TimeKind; read: number }[];
  /** How many cells are not empty. */
  of: number;
  /** Some of those that the likeliest kind reads. */
  examples: string[];
};

const EXAMPLES = 3;
const HOUR_MS = 3_600_000;

/**
 * Judges times by how many of all are plausible as each kind, and where several kinds read as many, by their order and by
 * how near to the day of the roundtable they are. null where no kind reads half of them.
 */
export function judgeTimes(values: readonly string[], start: Beginning): JudgedTimes | null {
  const typed = values.map((value) => value.trim()).filter((value) => value !== "");
  const readings = TIME_KINDS.map((kind) => {
    const read = typed.flatMap((value) => readTime(value, kind, start)?.getTime() ?? []);
    return { kind, read: read.length, doubt: doubtOf(kind, read, typed, start) };
  });
  const possible = readings
    .filter(({ read }) => read * 2 >= typed.length && read > 0)
    .sort((a, b) => b.read - a.read || a.doubt - b.doubt);
  const [best] = possible;
  if (!best) return null;
  const examples = [...new Set(typed)]
    .filter((value) => readTime(value, best.kind, start))
    .slice(0, EXAMPLES);
  return { kinds: possible.map(({ kind, read }) => ({ kind, read })), of: typed.length, examples };
}

/** The less, the likelier; compared only between kinds that read the same number. */
function doubtOf(
  kind: TimeKind,
  read: readonly number[],
  typed: readonly string[],
  start: Beginning,
): number {
  const at = TIME_KINDS.indexOf(kind) / 10;
  const sinceStart = read.map((time) => time - beginning(start).getTime());
  const [begins, ends] = [least(sinceStart), -least(sinceStart.map((time) => -time))];
  switch (kind) {
    case "clock":
      // People meet by day, and what is said later stands later.
      return (
        at +
        (isSorted(read) ? 0 : 4) +
        (read.some((time) => isNight(time, start)) ? 2 : 0) +
        (typed.some((value) => /^\d+$/.test(value)) && !typed.some((value) => /^0\d{3}$/.test(value)) ? 3 : 0)
      );
    case "elapsed":
      return (
        at +
        (isSorted(read) ? 1 : 3) +
        (typed.some((value) => isSerial(value)) ? 4 : 0) +
        (begins > FIRST_WORDS_MS && typed.some((value) => value.includes(":")) ? 2 : 0) +
        (ends > LONGEST_MS ? 4 : 0) +
        // No clock of 24 hours has seconds with a nought before them.
        (typed.some((value) => /^0\d{3}$/.test(value)) ? 4 : 0) +
        (typed.every((value) => /^\d+$/.test(value)) && isSlow(read) ? 4 : 0)
      );
    case "milliseconds":
      return at + 2;
    case "serial":
      return at + (typed.every(isSerial) ? 0 : 5);
    case "dated":
      return 0;
    default:
      return at + distance(read, start);
  }
}

/** Somebody speaks at least every ten minutes: what is slower as seconds is thousandths. */
const SLOW_MS = 600_000;

function isSlow(times: readonly number[]): boolean {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  gaps.sort((a, b) => a - b);
  return isSorted(times) && (gaps[Math.floor(gaps.length / 2)] ?? 0) > SLOW_MS;
}

/** Somebody speaks in the first minutes of a recording, and no meeting is longer than this. */
const FIRST_WORDS_MS = 5 * 60_000;
const LONGEST_MS = 6 * HOUR_MS;

const least = (times: readonly number[]) => times.reduce((one, other) => Math.min(one, other), Infinity);

const isSorted = (times: readonly number[]) => times.every((time, index) => time >= (times[index - 1] ?? 0));
const isSerial = (value: string) => /^[345]\d{4}\.\d{3,}$/.test(value);

function isNight(time: number, { heldOn }: Beginning): boolean {
  const hour = (time - heldOn.getTime()) / HOUR_MS;
  return hour < 6 || hour >= 23;
}

/** Days from the roundtable's, in the middle. */
function distance(read: readonly number[], { heldOn }: Beginning): number {
  const days = read.map((time) => Math.abs(time - heldOn.getTime()) / (24 * HOUR_MS)).sort((a, b) => a - b);
  return days[Math.floor(days.length / 2)] ?? 0;
}
