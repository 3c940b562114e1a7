import { forPage } from "@/lib/access/page";
import type { Viewer } from "@/lib/access/policy";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { getRoundtable, listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import type { ContributionFilters } from "./filters";

/** What the filters name, and the contributions that they leave. */
export async function findContributions(viewer: Viewer, reviewId: string, filters: ContributionFilters) {
  const roundtables = await forPage(listRoundtableTitles(viewer, reviewId));
  const themes = await forPage(listThemes(viewer, reviewId));
  const roundtable = filters.roundtable
    ? await forPage(getRoundtable(viewer, reviewId, filters.roundtable))
    : null;
  const theme = themes.find(({ slug }) => slug === filters.theme);
  const found = await forPage(
    listContributions(viewer, {
      reviewId,
      ...(roundtable ? { roundtableId: roundtable.id } : {}),
      ...(filters.question && roundtable ? { questionId: filters.question } : {}),
      ...(filters.speaker ? { participantId: filters.speaker } : {}),
      ...(theme ? { themeId: theme.id } : {}),
      ...(filters.words ? { words: filters.words } : {}),
      ...(filters.left ? { [filters.left]: true } : {}),
      ...(filters.after ? { after: filters.after } : {}),
    }),
  );
  return { ...found, roundtables, roundtable, themes };
}
