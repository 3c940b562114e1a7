/** When something begins, as a program wrote it: a number in a unit that may not be known, or words. */
export type Written = { number: number; unit: Unit | null } | { words: string };
export type Unit = "s" | "ms";

const DURATION = /^PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?$/;
const CLOCK = /^(\d{1,2}):(\d{2}):(\d{2}[.,]\d{1,9})$/;
const NUMBER = /^(\d{1,13}(?:\.\d{1,9})?)\s?(ms|s)?$/;

/** Reads the value of a key; the key may name the unit: start_ms. */
export function writtenTime(value: unknown, key: string): Written | null {
  const named: Unit | null = /ms$|millis/i.test(key) ? "ms" : /_s$|sec(?:ond)?s?$/i.test(key) ? "s" : null;
  if (typeof value === "number")
    return value < 0 ? { number: 0, unit: named } : { number: value, unit: named };
  if (typeof value === "object" && value !== null && "seconds" in value) {
    const nanos = "nanos" in value ? Number(value.nanos) : 0;
    const number = Number(value.seconds) + nanos / 1e9;
    return Number.isFinite(number) ? { number, unit: "s" } : null;
  }
  if (typeof value !== "string" || value.trim() === "") return null;
  const typed = value.trim();
  const plain = NUMBER.exec(typed);
  if (plain?.[1]) return { number: Number(plain[1]), unit: (plain[2] as Unit | undefined) ?? named };
  const parts = (DURATION.exec(typed) ?? CLOCK.exec(typed))?.slice(1);
  if (!parts || parts.every((part) => part === undefined)) return { words: typed };
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number((part ?? "0").replace(",", ".")));
  return { number: hours * 3600 + minutes * 60 + seconds, unit: "s" };
}

/** One turn as evidence for the unit: how many words it has, and when it begins and ends. */
export type Span = { start: number; end: number | null; words: number };

/** Nobody says more words in a second. */
const FASTEST = 8;
/** No meeting lasts longer, in seconds. */
const LONGEST = 12 * 3600;
/** Fewer words say nothing about how fast people speak. */
const ENOUGH_WORDS = 12;

/**
 * Whether the numbers of a file are seconds or milliseconds. As milliseconds, the words of most turns must fit into their
 * time; as seconds, the meeting must not be too long. Numbers that fit as milliseconds would be a word in two minutes as
 * seconds. Fractions are seconds. `known` is what the program that wrote the file uses, for files that say too little.
 */
export function unitOf(spans: readonly Span[], known: Unit | null): Unit {
  const lengths = spans.flatMap(({ start, end, words }, at) => {
    const until = end ?? spans[at + 1]?.start ?? start;
    return until > start && words > 0 ? [{ length: until - start, words }] : [];
  });
  const fitting = lengths.filter(({ length, words }) => (words / length) * 1000 <= FASTEST).length;
  const fitsAsMs = fitting >= lengths.length * 0.8;
  const last = spans.reduce((most, { start, end }) => Math.max(most, end ?? start), 0);
  if (last > LONGEST) return fitsAsMs ? "ms" : "s";
  if (spans.some(({ start }) => !Number.isInteger(start))) return "s";
  if (lengths.length === 0 || !fitsAsMs) return lengths.length === 0 ? (known ?? "s") : "s";
  const words = lengths.reduce((sum, one) => sum + one.words, 0);
  return words >= ENOUGH_WORDS ? "ms" : (known ?? (last > LONGEST / 6 ? "ms" : "s"));
}

/** A larger number counts from 1970, not from the start. */
const SINCE_1970 = 1e9;

/** A time as rows have it: "+" and the seconds since the start, an instant, or as it was written. */
export function timeOf(written: Written | null, unit: Unit): string {
  if (written === null) return "";
  if ("words" in written) return written.words;
  if (written.number >= SINCE_1970) return String(Math.floor(written.number));
  const seconds = (written.unit ?? unit) === "ms" ? written.number / 1000 : written.number;
  return `+${Number(seconds.toFixed(3))}`;
}
