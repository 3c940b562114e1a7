/** How far a browser's corrected clock may run ahead of the server's. */
const AHEAD_MS = 60_000;

/** The instant that the browser sent, and no later than a minute from now: nothing was said in the future. */
export function notAhead(instant: string, now = Date.now()): Date {
  return new Date(Math.min(Date.parse(instant), now + AHEAD_MS));
}
