import type { Viewer } from "@/lib/access/policy";
import { readFilters } from "@/lib/aggregate/search/filters";
import type { Results } from "@/lib/aggregate/search/hit";
import { readQuery } from "@/lib/aggregate/search/query";
import { openSearch, search } from "@/lib/aggregate/search/queries/search";

/** What the search page finds for what somebody types. */
export async function searched(viewer: Viewer, reviewId: string, typed: string, page = 1): Promise<Results> {
  const opened = await openSearch(viewer, reviewId);
  const query = readQuery(typed);
  const { filters, faults } = readFilters(query.filters, opened.choices);
  const all = [...query.faults, ...faults];
  if (all.length > 0) throw new Error(all.join(" "));
  return search(opened, { terms: query.terms, filters, page });
}

/** The words of the results, without their marks, in their order. */
export const wordsOf = ({ hits }: Pick<Results, "hits">) =>
  hits.map(({ text }) => text.map((piece) => piece.text).join(""));

/** What is marked in the results. */
export const marksOf = ({ hits }: Pick<Results, "hits">) =>
  hits.flatMap(({ text }) => text.filter(({ marked }) => marked).map((piece) => piece.text));
