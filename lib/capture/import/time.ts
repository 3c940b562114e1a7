const EPOCH_MS = /^\d{13}$/;
const EPOCH_S = /^\d{10}$/;
const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/;
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const OFFSET_S = /^\+(\d{1,6}(?:\.\d+)?)$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})$/;

export type Beginning = {
  heldOn: Date;
  /** When the recording began, "14:30" in London; null where it is not known. */
  startsAt: string | null;
};

/** The instant for contributions without a time of their own: the start, or midday. */
export function beginning({ heldOn, startsAt }: Beginning): Date {
  const clock = startsAt === null ? null : CLOCK.exec(startsAt);
  const start = clock ? inLondon(heldOn.toISOString().slice(0, 10), clock.slice(1)) : undefined;
  return start ?? new Date(heldOn.getTime() + 12 * 3_600_000);
}

/**
 * An instant from a file: seconds or milliseconds since 1970, a date and time with its zone, a date and time
 * in London, a time of the roundtable's own day in London, or "+" and the seconds since the recording began.
 * Undefined for anything else.
 */
export function readTime(typed: string, { heldOn, startsAt }: Beginning): Date | undefined {
  const offset = OFFSET_S.exec(typed);
  if (offset) return new Date(beginning({ heldOn, startsAt }).getTime() + Number(offset[1]) * 1000);
  if (EPOCH_MS.test(typed)) return new Date(Number(typed));
  if (EPOCH_S.test(typed)) return new Date(Number(typed) * 1000);
  if (INSTANT.test(typed)) return valid(new Date(typed.replace(" ", "T").replace(/\s/, "")));
  const clock = CLOCK.exec(typed);
  if (clock) return inLondon(heldOn.toISOString().slice(0, 10), clock.slice(1));
  const local = LOCAL.exec(typed);
  return local ? inLondon(local.slice(1, 4).join("-"), local.slice(4)) : undefined;
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const OFFSET = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", timeZoneName: "longOffset" });

/** With London's offset at that time, so that summer time is right. */
function inLondon(day: string, clock: readonly (string | undefined)[]): Date | undefined {
  const [hours = "00", minutes = "00", seconds = "00"] = clock.map((part) => part?.padStart(2, "0"));
  const asUtc = valid(new Date(`${day}T${hours}:${minutes}:${seconds}Z`));
  if (!asUtc || asUtc.toISOString().slice(0, 10) !== day) return undefined;
  const zone = OFFSET.formatToParts(asUtc).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const ahead = Number(/[+-]\d{2}/.exec(zone)?.[0] ?? 0);
  return new Date(asUtc.getTime() - ahead * 3_600_000);
}
