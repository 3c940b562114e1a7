import { flushSync } from "react-dom";

/**
 * Closes the editor of a contribution and leaves the place in the record as it is. Typing goes on in the words;
 * by touch the focus goes back to the contribution, as in the words it would open a keyboard over the record.
 */
export function closeEdit(
  contributionId: string,
  close: () => void,
  focusWords: (options: FocusOptions) => void,
): void {
  flushSync(close);
  if (!matchMedia("(pointer: coarse)").matches) return focusWords({ preventScroll: true });
  document
    .getElementById(`contribution-${contributionId}`)
    ?.querySelector("button")
    ?.focus({ preventScroll: true });
}
