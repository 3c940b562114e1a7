import type { Viewer } from "@/lib/access/policy";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { passagesOf, type Passage } from "../passage";
import type { ContributionTagging } from "../tagging";
import type { PassageFilter } from "./passages";
import { listTaggings } from "./taggings";
import { findCodingContributions, readContributions } from "./workbench";

const AT_A_TIME = 500;

/** More than any review has. */
const MAX_CONTRIBUTIONS = 1_000_000;

export type PassagesInContribution = {
  contribution: Contribution;
  passages: readonly Passage<ContributionTagging>[];
};

/**
 * All passages of a theme, in the order of the pages that list them: how many contributions have one, and these in parts,
 * each read when the one before it has been taken. What a part says was set at the time when it is read.
 */
export async function openAllPassages(
  viewer: Viewer,
  filter: PassageFilter,
): Promise<{ contributions: number; parts: AsyncGenerator<PassagesInContribution[], void> }> {
  const ids = await findCodingContributions(viewer, filter, MAX_CONTRIBUTIONS);
  return { contributions: ids.length, parts: readParts(viewer, filter, ids) };
}

async function* readParts(
  viewer: Viewer,
  { themeId, stance }: PassageFilter,
  ids: readonly string[],
): AsyncGenerator<PassagesInContribution[], void> {
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    const some = ids.slice(at, at + AT_A_TIME);
    const contributions = await readContributions(viewer, some);
    const taggings = await listTaggings(viewer, some);
    yield contributions.flatMap((contribution) => {
      const passages = passagesOf(taggings.get(contribution.id) ?? [], themeId, stance);
      return passages.length === 0 ? [] : [{ contribution, passages }];
    });
  }
}
