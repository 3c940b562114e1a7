import type { PeopleFilter } from "./live-filter";

/** What is still missing in what was heard, read and coded. */
export type Coverage = {
  /** Somebody present without a contribution: their label, by roundtable. */
  silent: { roundtable: string; slug: string; labels: string[] }[];
  present: number;
  spoke: number;
  groups: GroupCoverage[];
  questions: { roundtable: string; slug: string; position: number; text: string }[];
  places: PlaceCoverage[];
  notLookedFor: { theme: string; contributions: number }[];
};

/** People with one value of an attribute, and the ids of the themes that at least one of them raised. */
export type GroupCoverage = {
  attribute: Exclude<PeopleFilter, "npq">;
  group: string;
  present: number;
  themes: readonly string[];
};

/** What participants said at one roundtable, and how much of it is not done. */
export type PlaceCoverage = {
  id: string;
  title: string;
  slug: string;
  said: number;
  uncleared: number;
  uncoded: number;
};

/** The themes of which nobody in the group spoke; a group that nobody was present of is left out. */
export function missingThemes<Theme extends { id: string }>(
  { present, themes }: GroupCoverage,
  all: readonly Theme[],
): Theme[] {
  return present === 0 ? [] : all.filter(({ id }) => !themes.includes(id));
}
