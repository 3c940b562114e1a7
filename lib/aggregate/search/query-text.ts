import type { Query, Term, TypedFilter } from "./query";

/** The text that reads as this query: filters of the page's links are added to it and removed from it. */
export function queryText({ terms, filters }: Query): string {
  return [...terms.map(termText), ...filters.map(filterText)].join(" ");
}

/** The query with one more filter; one of the same name stays, so that either matches. */
export function withFilter(query: Query, filter: TypedFilter): Query {
  return { terms: query.terms, filters: [...query.filters, filter] };
}

/** The query without the filters of that name for which `isSame` holds. */
export function withoutFilter(
  query: Query,
  name: TypedFilter["name"],
  isSame: (value: string) => boolean,
): Query {
  return {
    terms: query.terms,
    filters: query.filters.filter((filter) => filter.name !== name || !isSame(filter.value)),
  };
}

/** The query with other words in place of some. */
export function withWords(query: Query, better: ReadonlyMap<string, string>): Query {
  const terms = query.terms.map((term) => ({ ...term, text: better.get(term.text) ?? term.text }));
  return { terms, filters: query.filters };
}

function termText({ text, phrase, not }: Term): string {
  return `${not ? "-" : ""}${phrase ? `"${text}"` : text}`;
}

const filterText = ({ name, value }: TypedFilter) =>
  `${name}:${/[\s"“”]/.test(value) ? `"${value}"` : value}`;
