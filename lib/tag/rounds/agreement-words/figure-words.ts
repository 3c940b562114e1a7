import type { Interval } from "../agreement/interval";
import { UNDEFINED_WORDS } from "../agreement/statistic";

/** "0.743", "−0.012": with as many decimals as the customary limits. */
export function coefficientWords(value: number): string {
  const rounded = Math.abs(value).toFixed(3);
  return value < 0 && Number(rounded) > 0 ? `−${rounded}` : rounded;
}

/** "93%"; "over 99%" where it is just below 100%. */
export function percentWords(share: number): string {
  return share < 1 && share > 0.995 ? "over 99%" : `${Math.round(share * 100)}%`;
}

/** "0.61 to 0.84", or why there is none. */
export function rangeWords(
  interval: Interval,
  end = (value: number) => (value < 0 ? "−" : "") + Math.abs(value).toFixed(2),
): string {
  if ("undefined" in interval) return `No interval, because ${UNDEFINED_WORDS[interval.undefined]}`;
  return `${end(interval.lower)} to ${end(interval.upper)}`;
}

/** What follows a figure in a sentence: " (95% interval 0.61 to 0.84)", or why there is none. */
export function intervalWords(interval: Interval): string {
  if ("undefined" in interval) return `, with no interval, because ${UNDEFINED_WORDS[interval.undefined]}`;
  return ` (95% interval ${rangeWords(interval)})`;
}

export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** "a, b and c". */
export function listWords(parts: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(parts);
}

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "Europe/London" });

/** "May 2025", of an instant in London. */
export function monthWords(instant: Date): string {
  return MONTH.format(instant);
}

/**
 * With few clusters, intervals cover less than they claim; the number below which a warning is shown is a
 * convention.
 */
const ENOUGH_SPEAKERS = 10;

/** A warning where intervals come from few speakers; a single one gives no interval. */
export function fewSpeakersWords(speakers: number): string[] {
  if (speakers < 2 || speakers >= ENOUGH_SPEAKERS) return [];
  return [
    `The intervals come from fewer than ${ENOUGH_SPEAKERS} speakers, so they are rough and usually too narrow. With other speakers, the figures could well be outside them.`,
  ];
}
