import type { Choices } from "./filters";
import type { Facet } from "./hit";
import type { Query } from "./query";
import { signalWordsIn } from "./said-words";

/** As many as a reader looks at before the results. */
const SHOWN = 3;

/**
 * Themes that the words looked for are signal words of, and the one that most results stand under: what is said about a theme
 * need not have the words. That one comes first, then those with most of the words. None where the query names a theme already.
 */
export function themesMeant(
  { terms, filters }: Query,
  themes: Choices["themes"],
  facets: readonly Facet[] | null,
): Choices["themes"] {
  if (filters.some(({ name }) => name === "theme")) return [];
  const [most] = (facets ?? []).filter(({ name }) => name === "theme").sort((a, b) => b.count - a.count);
  const text = terms
    .filter(({ not }) => !not)
    .map((term) => term.text)
    .join(" ");
  return themes
    .map((theme) => ({ theme, words: signalWordsIn(text, theme), most: theme.slug === most?.value }))
    .filter(({ words, most: is }) => words > 0 || is)
    .sort((a, b) => Number(b.most) - Number(a.most) || b.words - a.words)
    .slice(0, SHOWN)
    .map(({ theme }) => theme);
}
