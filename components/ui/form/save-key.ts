import type { KeyboardEvent } from "react";

/** What a multi-line field says of the key, in the word of the button that it presses. */
export function saveKeyHint(button = "Save"): string {
  return `Press Ctrl+Enter (Cmd+Enter on a Mac) for “${button}”.`;
}

type Field = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

const isField = (target: EventTarget): target is Field =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement;

/**
 * Ctrl+Enter, or Cmd+Enter, in a field presses the first submit button of its form. It is said alongside multi-line
 * fields, and works from each field of the form, since nobody remembers which one they are in.
 */
export function saveOnKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, ctrlKey, metaKey, altKey, repeat, nativeEvent, target } = event;
  if (key !== "Enter" || !(ctrlKey || metaKey) || altKey || nativeEvent.isComposing) return;
  // The field itself may have answered already.
  if (event.isDefaultPrevented() || !isField(target)) return;
  const { form } = target;
  if (!form) return;
  event.preventDefault();
  if (repeat) return;
  const button = [...form.elements].find(
    (element) => element instanceof HTMLButtonElement && element.type === "submit" && !element.disabled,
  );
  form.requestSubmit(button instanceof HTMLElement ? button : null);
}
