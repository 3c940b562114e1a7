type Source = { words: string; link: string };

/**
 * "NPQ review, Leeds, release 2, 29 November 2026, https://… (sign-in needed)": what is put behind a figure or finding that is
 * copied. `place` is the address of its own page or its anchor, as a link on the page has it.
 */
export function sourceWords({ words, link }: Source, place = ""): string {
  return `${words}, ${place === "" ? link : new URL(place, link).href} (sign-in needed)`;
}
