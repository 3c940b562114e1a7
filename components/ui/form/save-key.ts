import type { KeyboardEvent } from "react";

/** The hint about the key at a multi-line field, with the text of the button that it presses. */
export function saveKeyHint(button = "Save"): string {
  return `Press Ctrl+Enter (Cmd+Enter on a Mac) for “${button}”.`;
}

type Field = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

const isField = (target: EventTarget): target is Field =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement;

/**
 * Ctrl+Enter, or Cmd+Enter, in a field presses the first submit button of its form. The hint is shown at
 * multi-line fields, but the key works in every field of the form.
 */
export function saveOnKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, ctrlKey, metaKey, altKey, repeat, nativeEvent, target } = event;
  if (key !== "Enter" || !(ctrlKey || metaKey) || altKey || nativeEvent.isComposing) return;
  // The field itself may have handled the key already.
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
