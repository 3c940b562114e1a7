import type { Contribution } from "@/lib/capture/contribution/contribution";
import type { RoundtableTitle } from "@/lib/capture/roundtable/roundtable";
import { formatDate } from "@/lib/platform/text/dates";
import type { ContributionTagging } from "@/lib/tag/coding/tagging";
import type { ListedContribution } from "./contribution-list";

/** What the list shows of its contributions, in its order: those of one roundtable stand together. */
export function listedContributions(
  contributions: readonly Contribution[],
  roundtables: readonly RoundtableTitle[],
  taggings: ReadonlyMap<string, readonly ContributionTagging[]>,
): ListedContribution[] {
  const titles = new Map(roundtables.map(({ id, title, heldOn }) => [id, `${title}, ${formatDate(heldOn)}`]));
  return contributions.map((contribution, index) => {
    const { id, source, wording, text, hands, agreementSeen, npqs, saidAt, timeKnown } = contribution;
    const { struckAt, erasedAt, permission, speaker, stance, clearance, roundtableId } = contribution;
    const first = roundtableId !== contributions[index - 1]?.roundtableId;
    return {
      id,
      source,
      wording,
      text,
      hands,
      agreementSeen,
      npqs,
      saidAt,
      timeKnown,
      struckAt,
      erasedAt,
      permission,
      speaker: speaker && {
        label: speaker.label,
        host: speaker.host,
        description: speaker.description,
        erased: speaker.erased,
      },
      stance,
      heading: first ? (titles.get(roundtableId) ?? null) : null,
      themeIds: [...new Set(taggings.get(id)?.map(({ themeId }) => themeId))],
      cleared: clearance !== null,
    };
  });
}
