import { z } from "zod";
import { plainText } from "@/lib/platform/text/text";
import { readFilter, type FilterSlugs } from "./filter-address";
import { FILTER_LISTS, type LiveFilter } from "./live-filter";

/** A named filter of live figures, as all facilitators of the review find it. */
export type SavedView = {
  id: string;
  name: string;
  revision: number;
  fields: [name: string, value: string][];
};

const name = plainText({ what: "Name", max: 80 });

export const SaveViewInput = z.object({
  reviewId: z.uuid(),
  /** Made where the form is, so that sending it twice saves it once. */
  id: z.uuid(),
  name,
  /** The filters as fields of an address. */
  shows: z.string().max(8000),
});
export type SaveViewInput = z.output<typeof SaveViewInput>;

export const RenameViewInput = z.object({ id: z.uuid(), revision: z.coerce.number().int(), name });
export type RenameViewInput = z.output<typeof RenameViewInput>;

export const ViewInput = z.object({ id: z.uuid() });
export type ViewInput = z.output<typeof ViewInput>;

/** A filter as it is stored: roundtables and areas by id, because their slugs can change. */
const StoredFilter = z.object({
  lists: z.record(z.string(), z.array(z.string())),
  on: z.iso.date().nullable(),
});
export const StoredView = z.object({ first: StoredFilter, second: StoredFilter.nullable() });
export type StoredView = z.output<typeof StoredView>;

/** What the review's roundtables and areas are called in an address, and their ids. */
export type Slugs = readonly { id: string; slug: string; list: keyof FilterSlugs }[];

export function toStored(filter: LiveFilter, slugs: Slugs): z.output<typeof StoredFilter> {
  const lists = FILTER_LISTS.flatMap((list): [string, string[]][] =>
    filter[list].length === 0 ? [] : [[list, translate(list, filter[list], slugs, "slug", "id")]],
  );
  return { lists: Object.fromEntries(lists), on: filter.on && filter.on.toISOString().slice(0, 10) };
}

/** The stored filter as it applies now; what has since left the lists is left out. */
export function fromStored(stored: z.output<typeof StoredFilter>, slugs: Slugs): LiveFilter {
  const query = Object.fromEntries(
    Object.entries(stored.lists).map(([list, values]) => [
      list,
      translate(list, values, slugs, "id", "slug"),
    ]),
  );
  const known = (list: keyof FilterSlugs) => slugs.flatMap((one) => (one.list === list ? [one.slug] : []));
  return readFilter(
    { ...query, ...(stored.on === null ? {} : { on: stored.on }) },
    { roundtable: known("roundtable"), area: known("area") },
  ).filter;
}

function translate(
  list: string,
  values: readonly string[],
  slugs: Slugs,
  from: "id" | "slug",
  to: "id" | "slug",
): string[] {
  if (list !== "roundtable" && list !== "area") return [...values];
  return values.flatMap((value) => slugs.find((one) => one.list === list && one[from] === value)?.[to] ?? []);
}
