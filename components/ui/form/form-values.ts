import type { FormState } from "@/lib/platform/result";

/**
 * What a text field shows: after a refusal the text that was sent, else the default. A field that was not on
 * the form shows the default.
 */
export function shownText(state: FormState, name: string, fallback = ""): string {
  if (state === null || state.ok) return fallback;
  const sent = state.values[name];
  if (sent === undefined) return fallback;
  return Array.isArray(sent) ? (sent[0] ?? "") : sent;
}

/** The same for a name that occurs several times on the form: each field by its index, from 0. */
export function shownTextAt(state: FormState, name: string, index: number, fallback = ""): string {
  if (state === null || state.ok) return fallback;
  const sent = state.values[name];
  if (sent === undefined) return fallback;
  return (Array.isArray(sent) ? sent[index] : index === 0 ? sent : undefined) ?? fallback;
}

/**
 * What a group of choices shows. A browser sends nothing for "none", so after a refusal an absent value means
 * none.
 */
export function shownChoices(
  state: FormState,
  name: string,
  fallback: readonly string[] = [],
): readonly string[] {
  if (state === null || state.ok) return fallback;
  const sent = state.values[name];
  if (sent === undefined) return [];
  return Array.isArray(sent) ? sent : [sent];
}

export function errorOf(state: FormState, name: string): string | undefined {
  return state === null || state.ok ? undefined : state.fieldErrors[name];
}

/** Ids contain the form's own, so that two forms on a page may both have a `title`. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

type ErrorLink = { href: string; text: string };

export function errorLinks(
  state: FormState,
  formId: string,
  placeOf?: (name: string) => string | undefined,
): ErrorLink[] {
  if (state === null || state.ok) return [];
  return Object.entries(state.fieldErrors).map(([name, text]) => {
    const place = placeOf?.(name);
    return { href: `#${fieldId(formId, name)}`, text: place ? `${place}: ${text}` : text };
  });
}
