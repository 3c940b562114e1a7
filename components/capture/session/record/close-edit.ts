import { flushSync } from "react-dom";

/**
 * Closes the editor of a contribution and leaves the record's scroll position as it is. The focus goes to the
 * words or, on a touch screen, to the contribution, because the words would open a keyboard over the record.
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
