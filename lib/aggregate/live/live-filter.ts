import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { NPQ_CODES, PHASES, REGIONS, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";

/** What narrows live figures to some of the people: what they are, at the roundtable where they said it. */
export const PEOPLE_FILTERS = ["role", "phase", "setting", "region", "npq"] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

/** Whether the speaker put a stance themselves, or the coder inferred it. */
export const PUTS = ["explicit", "inferred"] as const;
export type Put = (typeof PUTS)[number];

/**
 * Which people, contributions and taggings live figures count. Of each list any one is enough, and an empty list leaves
 * it open; the lists all apply together.
 */
export type LiveFilter = Record<PeopleFilter, readonly string[]> & {
  /** Roundtables by slug. */
  roundtable: readonly string[];
  /** NPQs that the contribution is about. */
  about: readonly string[];
  stance: readonly Stance[];
  put: readonly Put[];
  /** DfE's areas by slug: the contribution is coded with one of them too. */
  area: readonly string[];
  /** As at the end of that calendar date in London; null: now. */
  on: Date | null;
};

/** The lists of a filter, in the order in which a form and a sentence have them. */
export const FILTER_LISTS = ["roundtable", ...PEOPLE_FILTERS, "about", "stance", "put", "area"] as const;
export type FilterList = (typeof FILTER_LISTS)[number];

export const EVERYTHING: LiveFilter = {
  roundtable: [],
  role: [],
  phase: [],
  setting: [],
  region: [],
  npq: [],
  about: [],
  stance: [],
  put: [],
  area: [],
  on: null,
};

/** What a list can hold; null where that is the review's own: its roundtables and areas. */
export const FILTER_VALUES: Record<FilterList, readonly string[] | null> = {
  roundtable: null,
  role: ROLES,
  phase: PHASES,
  setting: SETTINGS,
  region: REGIONS,
  npq: NPQ_CODES,
  about: NPQ_CODES,
  stance: STANCE_ORDER,
  put: PUTS,
  area: null,
};

/** Whether it counts some of the people alone. Then nothing without a known speaker can be counted beside them. */
export function narrowsPeople(filter: LiveFilter): boolean {
  return PEOPLE_FILTERS.some((list) => filter[list].length > 0);
}

/** Whether it is more than a choice of roundtables and of a date. */
export function isNarrowed(filter: LiveFilter): boolean {
  const { about, stance, put, area } = filter;
  return narrowsPeople(filter) || about.length + stance.length + put.length + area.length > 0;
}

/** Whether two filters count the same. */
export function isSameFilter(a: LiveFilter, b: LiveFilter): boolean {
  return isSameBut([], a, b);
}

/** Whether two filters are the same in everything but these. */
export function isSameBut(but: readonly (FilterList | "on")[], a: LiveFilter, b: LiveFilter): boolean {
  const lists = FILTER_LISTS.filter((list) => !but.includes(list));
  const sameOn = but.includes("on") || a.on?.getTime() === b.on?.getTime();
  return sameOn && lists.every((list) => sorted(a[list]) === sorted(b[list]));
}

const sorted = (values: readonly string[]) => [...values].sort().join("\n");
