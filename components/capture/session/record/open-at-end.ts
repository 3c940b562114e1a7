/** The mark that the script leaves behind, for as long as nobody does anything. */
export const OPENED_AT_END = "opened-at-end";

/**
 * Brings the end of the record above the bar. It also runs as a script of its own while the page is read, so
 * that the page is first drawn there: it uses nothing from outside itself.
 */
export function showEnd(): void {
  const end = document.getElementById("record-end");
  const bar = document.getElementById("capture-bar");
  if (!end || !bar) return;
  const covered = bar.offsetHeight + 8;
  window.scrollTo(0, window.scrollY + end.getBoundingClientRect().bottom - window.innerHeight + covered);
}

/** Shows the end of a page that is opened: not on the way back, forward or after a reload, nor with a hash. */
export function openAtEndScript(): string {
  const opens = `performance.getEntriesByType("navigation")[0]?.type === "navigate" && location.hash === ""`;
  const forget = `() => performance.clearMarks("${OPENED_AT_END}")`;
  const listen = `for (const kind of ["wheel", "touchstart", "keydown"]) addEventListener(kind, ${forget}, { once: true, capture: true, passive: true })`;
  return `if (${opens} && window.scrollY === 0) { (${showEnd.toString()})(); performance.mark("${OPENED_AT_END}"); ${listen}; }`;
}
