/** A time as transcripts and chats write it: 0:03, 75:10, 1:02:07.500, 2:05 PM. */
export const CLOCK = String.raw`\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?(?:\s{0,2}[AaPp]\.?[Mm]\b\.?)?`;

const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?`;
const WEEKDAY = String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}`;
const DAY = [
  String.raw`\d{4}[./-]\d{1,2}[./-]\d{1,2}`,
  String.raw`\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?`,
  String.raw`(?:${WEEKDAY},? )?\d{1,2} ${MONTH}(?: \d{4})?`,
  String.raw`(?:${WEEKDAY},? )?${MONTH} \d{1,2}(?:, ?\d{4})?`,
  WEEKDAY,
  "Yesterday",
  "Today",
].join("|");

/** A time, with its day where that is written too. */
export const WHEN = String.raw`(?:(?:${DAY})(?:,|,? at|T)?\s?)?${CLOCK}`;

/** A time, perhaps in brackets and with the time at which the turn ends: [0:03], (00:03 - 00:09). */
export const TIMED = String.raw`[([]?(${WHEN})(?:\s?(?:-{1,2}>?|–|—|→|to)\s?${CLOCK})?[)\]]?`;

const ALONE = new RegExp(`^${TIMED}:?$`);

/** The time of a line that holds nothing else. */
export function timeAlone(line: string): string | null {
  return line.length > 80 ? null : (ALONE.exec(line)?.[1] ?? null);
}

/** Whether most times are of the day. */
export function areOfTheDay(times: readonly string[]): boolean {
  return times.filter(isOfTheDay).length * 2 > times.length;
}

/** Whether a time says the half of the day or the day, which no time since the start does. */
export function isOfTheDay(time: string): boolean {
  return /[a-z]|\d[./-]\d/i.test(time.replace(/\.\d{1,3}$/, ""));
}
