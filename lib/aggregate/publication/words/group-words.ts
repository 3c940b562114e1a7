import { PHASES, REGIONS, roleGroup, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";
import { intervalOf, isShown } from "../published-count";
import type { PublishedFigure } from "../shape/published-shape";
import type { ReleasedBreakdown, ReleasedTheme } from "../release-contents";
import { OTHERS, type BreakdownAttribute } from "../shape/breakdown";
import { ATTRIBUTE_WORDS, groupWords, NO_PHASE } from "./breakdown-words";
import { countInTable } from "./published-words";

/** Every group that a breakdown could have, in the order of its list. */
const KNOWN: Record<BreakdownAttribute, readonly string[]> = {
  role: [...new Set(ROLES.map(roleGroup))],
  phase: PHASES,
  setting: SETTINGS,
  region: REGIONS,
};

/** Groups that are not shown, because nobody or too few of them took part. */
export function missingGroups({ attribute, groups }: ReleasedBreakdown): string[] {
  const shown = new Set(groups.map(({ group }) => group));
  return KNOWN[attribute].filter((group) => !shown.has(group)).map(groupWords);
}

/** Who stands behind the groups of a breakdown, and which groups are not shown. */
export function whoIsShown(breakdown: ReleasedBreakdown): string[] {
  const { groups } = breakdown;
  const shown = new Set(groups.map(({ group }) => group));
  const others = groups.find(({ group }) => group === OTHERS);
  return [
    ...(others
      ? [
          `“All others” are the ${others.present} people whose group is too small to be shown alone or is not known.`,
        ]
      : []),
    ...(shown.has(NO_PHASE)
      ? ["“No phase” is for places to which the schools register gives none, such as pupil referral units."]
      : []),
  ];
}

/** "headteachers (7)", "others (6)": how many of each group that is shown were present. */
export function groupsPresent({ groups }: ReleasedBreakdown): string[] {
  return groups.map(({ group, present }) => `${group} (${present})`);
}

/** A difference is worth telling from this share of a group on. */
const CLEAR = 0.25;

type Side = { group: string; figure: PublishedFigure };

/**
 * The theme on which two groups differ most, whatever counts the figures stand for: "The clearest difference by phase is on
 * Coaching: about 10 of 12 people in the group Primary raised it, but only a few of 10 in Secondary." null where no difference
 * is clear.
 */
export function contrastSentence(
  { attribute, groups }: ReleasedBreakdown,
  themes: readonly Pick<ReleasedTheme, "id" | "title">[],
): string | null {
  const pairs = themes.flatMap(({ id, title }) => {
    const sides = groups.flatMap(({ group, themes: own }): Side[] => {
      const figure = own[id];
      return group !== OTHERS && figure && isShown(figure) ? [{ group, figure }] : [];
    });
    return sides.flatMap((more) => sides.map((less) => ({ title, more, less, gap: gapOf(more, less) })));
  });
  const [widest] = pairs.filter(({ gap }) => gap >= CLEAR).sort((a, b) => b.gap - a.gap);
  if (!widest) return null;
  const { title, more, less } = widest;
  const none = less.figure.count.is === "none";
  const fewer = none
    ? `nobody of ${less.figure.of}`
    : `only ${countInTable(less.figure)} of ${less.figure.of}`;
  return `The clearest difference by ${ATTRIBUTE_WORDS[attribute]} is on ${title}: ${countInTable(more.figure)} of ${more.figure.of} people in the group ${groupWords(more.group)} raised it, but ${fewer} in ${groupWords(less.group)}. It is larger than rounding can make it, but the groups are small, and it does not say why.`;
}

/** How much larger the first share is for certain. */
function gapOf(more: Side, less: Side): number {
  if (more.figure.of === 0 || less.figure.of === 0) return 0;
  return intervalOf(more.figure).low / more.figure.of - intervalOf(less.figure).high / less.figure.of;
}
