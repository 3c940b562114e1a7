/** A clock that shows an earlier time was never set. */
const FIRST = Date.UTC(2020, 0, 1);
/** How far ahead of the server's clock a browser's corrected clock may be. */
const AHEAD_MS = 60_000;

/**
 * The instant that the browser sent, or now where its clock is implausible. Nothing was said in the future.
 */
export function notAhead(instant: string, now = Date.now()): Date {
  const said = Date.parse(instant);
  return new Date(said < FIRST ? now : Math.min(said, now + AHEAD_MS));
}
