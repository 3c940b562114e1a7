import { shownContribution, type ContributionInWords } from "@/components/tag/coding/shown-contribution";
import type { ShownTheme } from "@/components/tag/coding/taggings";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import type { RoundtableTitle } from "@/lib/capture/roundtable/roundtable";

/** A contribution of the coding page; it names its roundtable, where the page shows several. */
export function contributionToCode(
  contribution: Contribution,
  roundtables: readonly RoundtableTitle[],
): ContributionInWords {
  const roundtable = roundtables.find(({ id }) => id === contribution.roundtableId);
  return {
    ...shownContribution(contribution),
    ...(roundtable ? { where: roundtable.title } : {}),
  };
}

/** A theme as the lists of coding need it: what it means is read where somebody asks. */
export function themeInWords({ id, slug, title, colour, axis, parentId, retired }: ShownTheme): ShownTheme {
  return { id, slug, title, colour, axis, parentId, retired };
}
