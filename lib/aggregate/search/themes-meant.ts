import type { Choices } from "./filters";
import type { Query } from "./query";
import { signalWordsIn } from "./said-words";

/** As many as a reader looks at before the results. */
const SHOWN = 3;

/**
 * Themes that the words looked for are signal words of, those with most of them first: what is said about a theme need not have
 * the words. None where the query names a theme already.
 */
export function themesMeant({ terms, filters }: Query, themes: Choices["themes"]): Choices["themes"] {
  if (filters.some(({ name }) => name === "theme")) return [];
  const text = terms
    .filter(({ not }) => !not)
    .map((term) => term.text)
    .join(" ");
  return themes
    .map((theme) => ({ theme, words: signalWordsIn(text, theme) }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words)
    .slice(0, SHOWN)
    .map(({ theme }) => theme);
}
