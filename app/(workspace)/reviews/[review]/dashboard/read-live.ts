import type { Viewer } from "@/lib/access/policy";
import {
  asksToCompare,
  COMPARED,
  compareFields,
  filterFields,
  readFilter,
  type Query,
  type ReadFilter,
} from "@/lib/aggregate/live/filter-address";
import type { FilterTitles } from "@/lib/aggregate/live/filter-words";
import { listFilterChoices, type FilterChoices } from "@/lib/aggregate/live/queries/filter-choices";
import { notFound } from "@/lib/platform/errors";

/** What an address of live figures asks for. */
export type AskedLive = {
  choices: FilterChoices;
  titles: FilterTitles;
  first: ReadFilter;
  /** The group that is compared with; null where none is. */
  second: ReadFilter | null;
  /** All of it as fields of an address. */
  fields: readonly [name: string, value: string][];
};

/** The filters in the address of a facilitator's page. A roundtable that is not there is not found. */
export async function readLive(viewer: Viewer, reviewId: string, query: Query): Promise<AskedLive> {
  const choices = await listFilterChoices(viewer, reviewId);
  const slugs = {
    roundtable: choices.roundtable.map(({ slug }) => slug),
    area: choices.area.map(({ slug }) => slug),
  };
  const first = readFilter(query, slugs);
  const second = asksToCompare(query) ? readFilter(query, slugs, COMPARED) : null;
  const asked = [query.roundtable ?? [], query[`${COMPARED}roundtable`] ?? []].flat();
  if (asked.some((slug) => slug !== "" && !slugs.roundtable.includes(slug))) throw notFound("roundtable");
  const titles = {
    roundtable: new Map(choices.roundtable.map(({ slug, title }) => [slug, title])),
    area: new Map(choices.area.map(({ slug, title }) => [slug, title])),
  };
  const fields = [
    ...filterFields(first.filter),
    ...(second ? [...compareFields(), ...filterFields(second.filter, COMPARED)] : []),
  ];
  return { choices, titles, first, second, fields };
}

/** The fields of an address, of which some stand several times, as a page gets them. */
export function queryOf(url: string): Query {
  const query: Query = {};
  for (const [name, value] of new URL(url).searchParams) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}
