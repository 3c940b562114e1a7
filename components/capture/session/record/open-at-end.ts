/** The attribute that the script leaves, for as long as nobody has interacted with the page. */
export const OPENED_AT_END = "opened-at-end";

/**
 * Scrolls the end of the record to just above the bar. It also runs as an inline script while the page is
 * parsed, so that the page is first shown there; so it must use nothing from outside itself.
 */
export function showEnd(): void {
  const end = document.getElementById("record-end");
  const bar = document.getElementById("capture-bar");
  if (!end || !bar) return;
  const covered = bar.offsetHeight + 8;
  window.scrollTo(0, window.scrollY + end.getBoundingClientRect().bottom - window.innerHeight + covered);
}

/**
 * Shows the end of a page that is opened, but not after back, forward or a reload, nor with a hash. Fonts that come late make the
 * record longer: until somebody does something, its end is shown again before that can be seen.
 */
export function openAtEndScript(): string {
  const opens = `performance.getEntriesByType("navigation")[0]?.type === "navigate" && location.hash === ""`;
  const once = `{ once: true, capture: true, passive: true }`;
  const forget = `() => performance.clearMarks("${OPENED_AT_END}")`;
  return `if (${opens} && window.scrollY === 0) {
    const show = ${showEnd.toString()};
    show();
    performance.mark("${OPENED_AT_END}");
    const longer = new ResizeObserver(show);
    longer.observe(document.body);
    for (const kind of ["wheel", "touchstart", "keydown"]) addEventListener(kind, ${forget}, ${once});
    for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(kind, () => longer.disconnect(), ${once});
  }`;
}
