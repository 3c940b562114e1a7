import { PHASES, REGIONS, roleGroup, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";
import type { ReleasedBreakdown } from "../../release-contents";
import { OTHERS, type BreakdownAttribute } from "../../shape/breakdown";
import { ATTRIBUTE_WORDS, groupWords, NO_PHASE } from "./breakdown-words";
import { only, outOf, widestGap, type NamedTheme } from "./widest-gap";

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

/**
 * The theme on which two groups of a breakdown differ most, whatever counts the figures stand for: "The clearest difference by
 * phase is on Coaching: about 10 of 12 people in the group Primary raised it, but only a few of 10 in Secondary." null where no
 * difference is clear.
 */
export function contrastSentence(breakdown: ReleasedBreakdown, themes: readonly NamedTheme[]): string | null {
  return contrastOf(breakdown, themes)?.sentence ?? null;
}

/** The same for the breakdown in which two groups differ most. */
export function clearestContrast(
  breakdowns: readonly ReleasedBreakdown[],
  themes: readonly NamedTheme[],
): string | null {
  const contrasts = breakdowns.map((one) => contrastOf(one, themes)).filter((one) => one !== null);
  const [clearest] = contrasts.sort((a, b) => b.gap - a.gap);
  return clearest?.sentence ?? null;
}

function contrastOf({ attribute, groups }: ReleasedBreakdown, themes: readonly NamedTheme[]) {
  const widest = widestGap(
    groups
      .filter(({ group }) => group !== OTHERS)
      .map(({ group, themes: own }) => ({ name: group, themes: own })),
    themes,
  );
  if (widest === null) return null;
  const { title, more, less, gap } = widest;
  const sentence = `The clearest difference by ${ATTRIBUTE_WORDS[attribute]} is on ${title}: ${outOf(more)} people in the group ${groupWords(more.name)} raised it, but ${only(less)} in ${groupWords(less.name)}. It is larger than rounding can make it, but the groups are small, and it does not say why.`;
  return { sentence, gap };
}
