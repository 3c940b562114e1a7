import type { Viewer } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getRoundtable, listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { SPEAKER_ATTRIBUTES } from "@/lib/tag/coding/coding-filter";
import { readCodingAddress } from "@/lib/tag/coding/coding-address";
import { listThemes } from "@/lib/tag/codebook/queries/themes";

type Query = Record<string, string | string[] | undefined>;

/** What the address of the coding pages names: the review, its choices, and the resulting filter. */
export async function readSearch(viewer: Viewer, slug: string, query: Query) {
  const review = await forPage(getReview(viewer, slug));
  const filters = readCodingAddress(query);
  const roundtables = await forPage(listRoundtableTitles(viewer, review.id));
  const roundtable = filters.roundtable
    ? await forPage(getRoundtable(viewer, review.id, filters.roundtable))
    : null;
  const themes = await listThemes(viewer, review.id, { retired: true });
  const theme = themes.find((one) => one.slug === filters.theme);
  const speaker = SPEAKER_ATTRIBUTES.flatMap((attribute) => {
    const value = filters[attribute];
    return value === undefined ? [] : [{ attribute, value }];
  });
  const filter = {
    reviewId: review.id,
    roundtableId: roundtable?.id,
    // A question belongs to a roundtable: a question of another one in the address would find nothing.
    questionId: roundtable?.questions.find(({ id }) => id === filters.question)?.id,
    themeId: theme?.id,
    // An unknown theme in the address must not mean every theme.
    nothing: filters.theme !== undefined && !theme,
    left: filters.left,
    words: filters.words,
    speaker,
  };
  return { review, filters, filter, roundtables, roundtable, themes };
}
export type Search = Awaited<ReturnType<typeof readSearch>>;
