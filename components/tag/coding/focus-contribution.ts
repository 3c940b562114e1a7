const elementOf = (contributionId: string | undefined) =>
  contributionId === undefined ? null : document.getElementById(`contribution-${contributionId}`);

/** Focuses the contribution; false where it is not on the page. */
export function focusContribution(contributionId: string | undefined): boolean {
  const contribution = elementOf(contributionId);
  contribution?.focus();
  return contribution !== null;
}

/** Focuses the field for a new memo, the contribution's last one. */
export function focusMemo(contributionId: string): void {
  const fields = elementOf(contributionId)?.querySelectorAll<HTMLElement>("[name=text]");
  Array.from(fields ?? [])
    .at(-1)
    ?.focus();
}

/** After a button disappears with what it changed, focuses its contribution. */
export function focusContributionOf(button: HTMLElement): void {
  button.closest<HTMLElement>("[data-contribution]")?.focus();
}

/** The id of the field that finds a theme in the codebook next to the list. */
export const FIND_THEME = "find-theme";

/** Focuses that field; on a narrow screen the codebook opens first. */
export function focusCodebook(): void {
  const field = document.getElementById(FIND_THEME);
  const panel = field?.closest<HTMLElement>("[popover]");
  if (panel && getComputedStyle(panel).display === "none") panel.showPopover();
  field?.focus();
}

/** Closes the codebook where it is a popover. */
export function closeCodebook(): void {
  const panel = document.getElementById(FIND_THEME)?.closest<HTMLElement>("[popover]:popover-open");
  panel?.hidePopover();
}
