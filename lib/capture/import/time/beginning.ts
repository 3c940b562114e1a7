export type Beginning = {
  heldOn: Date;
  /** When the recording began, "14:30" in London; null where it is not known. */
  startsAt: string | null;
};

const CLOCK = /^(\d{1,2}):(\d{2})$/;

/** The instant for contributions without a time of their own: the start, or midday. */
export function beginning({ heldOn, startsAt }: Beginning): Date {
  const [, hours, minutes] = CLOCK.exec(startsAt ?? "") ?? [];
  const start = hours === undefined ? undefined : inLondon(dayOf(heldOn), [hours, minutes]);
  return start ?? new Date(heldOn.getTime() + 12 * 3_600_000);
}

/** "2025-05-14" */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const OFFSET = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", timeZoneName: "longOffset" });

/**
 * The instant of a clock's hours, minutes and seconds in London on a day, with London's offset at that time, so that summer
 * time is right. Undefined where there is no such day or time.
 */
export function inLondon(day: string, clock: readonly (string | undefined)[]): Date | undefined {
  const asUtc = inZone(day, clock, 0);
  if (!asUtc) return undefined;
  const zone = OFFSET.formatToParts(asUtc).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const ahead = Number(/[+-]\d{2}/.exec(zone)?.[0] ?? 0);
  return new Date(asUtc.getTime() - ahead * 3_600_000);
}

/** The same where the clock is so many minutes ahead of UTC. */
export function inZone(
  day: string,
  clock: readonly (string | undefined)[],
  minutesAhead: number,
): Date | undefined {
  const [hours = "00", minutes = "00", seconds = "00"] = clock.map((part) => part?.padStart(2, "0"));
  const date = new Date(`${day}T${hours}:${minutes}:${seconds}Z`);
  if (Number.isNaN(date.getTime()) || dayOf(date) !== day) return undefined;
  return new Date(date.getTime() - minutesAhead * 60_000);
}
