/** A clock that is before this was never set. */
const FIRST = Date.UTC(2020, 0, 1);
/** How far a browser's corrected clock may run ahead of the server's. */
const AHEAD_MS = 60_000;

/** The instant that the browser sent; now, where its clock is out of all bounds: nothing was said in the future. */
export function notAhead(instant: string, now = Date.now()): Date {
  const said = Date.parse(instant);
  return new Date(said < FIRST ? now : Math.min(said, now + AHEAD_MS));
}
