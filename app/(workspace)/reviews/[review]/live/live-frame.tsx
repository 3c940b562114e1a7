import { CountedSentence } from "@/components/aggregate/live/counted-sentence";
import { LiveFilterForm } from "@/components/aggregate/live/filter-form";
import { LivePages, type LivePage } from "@/components/aggregate/live/live-pages";
import { COMPARED } from "@/lib/aggregate/live/filter-address";
import { shownGroup, shownLists } from "@/lib/aggregate/live/shown-filter";
import { filterSentence } from "@/lib/aggregate/live/filter-words";
import type { LiveFilter } from "@/lib/aggregate/live/live-filter";
import type { FilterChoices } from "@/lib/aggregate/live/queries/filter-choices";
import { dashboardHref } from "../dashboard/address";
import type { AskedLive } from "../dashboard/read-live";

type Props = {
  review: { slug: string };
  current: Exclude<LivePage, "views">;
  asked: AskedLive;
  /** How many roundtables each group covers. */
  roundtables: readonly number[];
  children?: React.ReactNode;
};

/** What every page of live figures has above its figures: the other pages, what is counted, and how to change that. */
export function LiveFrame({ review, current, asked, roundtables, children }: Props) {
  const { first, second, titles, choices } = asked;
  const compares = current === "themes";
  const groups = [first, ...(compares && second ? [second] : [])];
  return (
    <>
      <LivePages current={current} hrefOf={(page) => livePageHref(review.slug, page, asked.fields)} />
      <CountedSentence
        sentences={groups.map(({ filter }, at) => filterSentence(filter, titles, roundtables[at] ?? 0))}
        read={groups}
      />
      <LiveFilterForm
        here={livePageHref(review.slug, current)}
        lists={shownLists(valuesOf(choices, first.filter), titles)}
        first={shownGroup(first)}
        second={second && shownGroup(second)}
        compared={compares ? COMPARED : null}
      />
      {children}
    </>
  );
}

/** The address of a page of live figures, with what is counted. */
export function livePageHref(
  review: string,
  page: LivePage,
  fields: readonly [name: string, value: string][] = [],
): string {
  if (page === "themes") return dashboardHref(review, { fields });
  const query = new URLSearchParams([...fields]).toString();
  return `/reviews/${review}/live/${page}${query ? `?${query}` : ""}`;
}

/** What there is to choose from: what occurs, and what is chosen though it does not occur. */
function valuesOf({ roundtable, area, ...lists }: FilterChoices, filter: LiveFilter) {
  const known = (name: keyof typeof lists) => [...new Set([...lists[name], ...filter[name]])];
  return {
    roundtable: roundtable.map(({ slug }) => slug),
    area: area.map(({ slug }) => slug),
    role: known("role"),
    phase: known("phase"),
    setting: known("setting"),
    region: known("region"),
    npq: known("npq"),
    about: known("about"),
    stance: known("stance"),
    put: known("put"),
  };
}
