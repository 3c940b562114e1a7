import { cache } from "react";
import { forPage, pageViewer } from "@/lib/access/page";
import { readFilters } from "@/lib/aggregate/search/filters";
import { MAX_HITS, PAGE } from "@/lib/aggregate/search/hit";
import { readQuery } from "@/lib/aggregate/search/query";
import { openSearch } from "@/lib/aggregate/search/queries/search";
import { getReview } from "@/lib/review/settings/queries/reviews";

/** What was typed, understood, in the review of the address; read once for the page and its title. */
export const readAsked = cache(async (slug: string, typed: string) => {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const opened = await forPage(openSearch(viewer, review.id));
  const { faults, ...query } = readQuery(typed);
  const { filters, faults: unknown } = readFilters(query.filters, opened.choices);
  return { review, opened, query, filters, faults: [...faults, ...unknown] };
});
export type Asked = Awaited<ReturnType<typeof readAsked>>;

type Address = Record<string, string | string[] | undefined>;

/** What was typed, and which page of the results is wanted. */
export function readAddress({ q, page }: Address): { typed: string; page: number } {
  const number = Number(page);
  const isPage = Number.isInteger(number) && number >= 1 && number <= MAX_HITS / PAGE;
  return { typed: typeof q === "string" ? q : "", page: isPage ? number : 1 };
}
