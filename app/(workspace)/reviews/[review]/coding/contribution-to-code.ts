import { randomUUID } from "node:crypto";
import { shownContribution, type ContributionInWords } from "@/components/tag/coding/shown-contribution";
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
    newMemoId: randomUUID(),
  };
}
