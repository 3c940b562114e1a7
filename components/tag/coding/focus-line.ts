const elementOf = (lineId: string | undefined) =>
  lineId === undefined ? null : document.getElementById(`line-${lineId}`);

/** Puts the focus on the line; false where it is not on the page. */
export function focusLine(lineId: string | undefined): boolean {
  const line = elementOf(lineId);
  line?.focus();
  return line !== null;
}

/** Puts the focus on the field for a new memo, the last one of the line's. */
export function focusMemo(lineId: string): void {
  const fields = elementOf(lineId)?.querySelectorAll<HTMLElement>("[name=text]");
  Array.from(fields ?? [])
    .at(-1)
    ?.focus();
}

/** A button that goes with what it changed leaves the focus to its line. */
export function focusLineOf(button: HTMLElement): void {
  button.closest<HTMLElement>("[data-line]")?.focus();
}

/** The id of the field that finds a theme in the codebook beside the list. */
export const FIND_THEME = "find-theme";

/** Puts the focus on that field; on a narrow screen the codebook opens first. */
export function focusCodebook(): void {
  const field = document.getElementById(FIND_THEME);
  const panel = field?.closest<HTMLElement>("[popover]");
  if (panel && getComputedStyle(panel).display === "none") panel.showPopover();
  field?.focus();
}

/** Closes the codebook where it stands over the page. */
export function closeCodebook(): void {
  const panel = document.getElementById(FIND_THEME)?.closest<HTMLElement>("[popover]:popover-open");
  panel?.hidePopover();
}
