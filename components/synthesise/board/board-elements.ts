/** The form of the contributions that are not yet in a finding. */
export const BOARD_FORM = "board";
/** The statement of the finding to start, in that form. */
export const START_PANEL = "start";

const CHECKBOX = `#${BOARD_FORM} input[name=contributions]`;

export function checkboxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(CHECKBOX)];
}

/** The check box of the list that an event came from. */
export function checkboxOf(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.matches(CHECKBOX) ? target : null;
}

/** The button that attaches what is ticked to the finding at that place, counted from 1. */
export function attachButton(place: number, bearing: string): HTMLButtonElement | null {
  return document.querySelector(`[data-finding="${place}"] button[data-bearing="${bearing}"]`);
}

export function closeStartPanel(): void {
  document.getElementById(START_PANEL)?.removeAttribute("open");
}

/**
 * Where the focus goes once the ticked contributions have left the list: the first one after them that stays.
 * Remembered when the form is sent, because by then they are gone.
 */
export const focusLater = {
  id: null as string | null,
  remember(): void {
    const boxes = checkboxes();
    const last = boxes.findLastIndex(({ checked }) => checked);
    const stays = [...boxes.slice(last + 1), ...boxes.slice(0, Math.max(last, 0)).reverse()];
    this.id = stays.find(({ checked }) => !checked)?.id ?? null;
  },
  go(): void {
    if (this.id !== null) document.getElementById(this.id)?.focus();
    this.id = null;
  },
};
