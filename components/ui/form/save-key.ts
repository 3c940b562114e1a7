import type { KeyboardEvent } from "react";

/** What a multi-line field says of the key, in the word of the button that it presses. */
export function saveKeyHint(button = "Save"): string {
  return `Press Ctrl+Enter (Cmd+Enter on a Mac) for “${button}”.`;
}

/**
 * Ctrl+Enter, or Cmd+Enter, in a multi-line field presses the first submit button of its form, as Enter does in a
 * field of one line.
 */
export function saveOnKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { key, ctrlKey, metaKey, altKey, repeat, nativeEvent, currentTarget } = event;
  if (key !== "Enter" || !(ctrlKey || metaKey) || altKey || nativeEvent.isComposing) return;
  const { form } = currentTarget;
  if (!form) return;
  event.preventDefault();
  if (repeat) return;
  const button = [...form.elements].find(
    (element) => element instanceof HTMLButtonElement && element.type === "submit" && !element.disabled,
  );
  form.requestSubmit(button instanceof HTMLElement ? button : null);
}
