import { numberWord } from "@/lib/aggregate/figures/small-number";
import type { PublishedFigure } from "../../shape/published-shape";
import type { ReleasedBreakdown, ReleasedTheme } from "../../release-contents";
import { OTHERS, type BreakdownAttribute } from "../../shape/breakdown";

/** What a breakdown is by, within a sentence. */
export const ATTRIBUTE_WORDS: Record<BreakdownAttribute, string> = {
  role: "role group",
  phase: "phase",
  setting: "type of school",
  region: "region",
};

/** The phase of places that have none. */
export const NO_PHASE = "Not applicable";

/** The name of a group where it stands alone. */
export function groupWords(group: string): string {
  if (group === NO_PHASE) return "No phase";
  return group === OTHERS ? "All others" : `${group.slice(0, 1).toUpperCase()}${group.slice(1)}`;
}

/** Themes down, groups across: a row for each theme with the figure of each group, in the order of the themes. */
export function breakdownRows(
  { groups }: ReleasedBreakdown,
  themes: readonly ReleasedTheme[],
): { theme: ReleasedTheme; figures: (PublishedFigure | null)[] }[] {
  return themes.map((theme) => ({ theme, figures: groups.map((group) => group.themes[theme.id] ?? null) }));
}

/** Who "All others" are, for the note at a breakdown. */
export function othersRule(threshold: number): string {
  return `A group is shown where at least ${numberWord(threshold)} of its people were present. Roles stand together in groups, such as deputy and assistant heads. Smaller groups, and people whose group we do not know, stand together as “All others”. A person who came more than once is in the group that they were in last.`;
}
