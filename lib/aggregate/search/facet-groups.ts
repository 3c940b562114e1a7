import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { KIND_WORDS, namesValue, stanceWord, type Choices } from "./filters";
import type { Facet } from "./hit";
import type { Query } from "./query";
import { queryText, withFilter, withoutFilter } from "./query-text";

/** One value to narrow by: the query with it, or without it where it is chosen. */
export type FacetLink = {
  value: string;
  words: string;
  /** Null where there are too many results to count. */
  count: number | null;
  chosen: boolean;
  text: string;
};
export type FacetGroup = { name: Facet["name"]; title: string; links: FacetLink[] };

/** Without counts nothing is left out, and hundreds of roundtables would be a page of their own. */
const MAX_UNCOUNTED = 20;

type Option = { slug: string; title: string };

/**
 * What the results can be narrowed by. A value without results is left out, unless it is chosen; and so is a group
 * that would leave no choice.
 */
export function facetGroups(query: Query, choices: Choices, facets: readonly Facet[] | null): FacetGroup[] {
  const groups: [Facet["name"], string, readonly Option[]][] = [
    ["type", "Type", choices.kinds.map((kind) => ({ slug: kind, title: KIND_WORDS[kind].many }))],
    ["theme", "Theme", choices.themes],
    ["stance", "Stance", STANCE_ORDER.map((stance) => ({ slug: stance, title: stanceWord(stance) }))],
    ["roundtable", "Roundtable", choices.roundtables ?? []],
  ];
  return groups
    .map(([name, title, options]) => ({
      name,
      title,
      links: options.flatMap((option) => linkOf(query, name, option, facets)),
    }))
    .filter(({ links }) => facets !== null || links.length <= MAX_UNCOUNTED)
    .filter(({ links }) => links.length > 1 || links.some(({ chosen }) => chosen));
}

function linkOf(
  query: Query,
  name: Facet["name"],
  { slug, title }: Option,
  facets: readonly Facet[] | null,
): FacetLink[] {
  const chosen = query.filters.some(
    (one) => one.name === name && namesValue(name, one.value, { slug, title }),
  );
  const count =
    facets === null ? null : (facets.find((one) => one.name === name && one.value === slug)?.count ?? 0);
  if (count === 0 && !chosen) return [];
  const others = withoutFilter(query, name, chosen ? isNamed(name, { slug, title }) : () => true);
  const text = queryText(chosen ? others : withFilter(others, { name, value: slug }));
  return [{ value: slug, words: title, count, chosen, text }];
}

const isNamed = (name: Facet["name"], option: Option) => (value: string) => namesValue(name, value, option);
