import { viewerRoute } from "@/lib/access/route";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getTheme } from "@/lib/tag/codebook/queries/themes";
import { openAllPassages } from "@/lib/tag/coding/queries/all-passages";
import { streamedPage } from "../../../../file-answer";
import { passageFilter, passagesHref, readFileAddress } from "../read-passages";
import { passagesPage } from "./passages-page";

/** All passages of a theme on one page, as they are filtered: to read and to print. */
export const GET = viewerRoute<{ review: string; theme: string }>(async (viewer, request, params) => {
  const review = await getReview(viewer, params.review);
  const theme = await getTheme(viewer, review.id, params.theme);
  const address = readFileAddress(Object.fromEntries(new URL(request.url).searchParams));
  const filter = await passageFilter(viewer, { reviewId: review.id, themeId: theme.id }, address);
  const { contributions, parts } = await openAllPassages(viewer, filter);
  const roundtables = await listRoundtableTitles(viewer, review.id);
  const titles = new Map(roundtables.map(({ id, title }) => [id, title]));
  const about = {
    theme: theme.title,
    review: review.title,
    stance: address.stance,
    roundtable: filter.roundtableId && titles.get(filter.roundtableId),
    contributions,
    back: passagesHref("../passages", address),
    nonce: request.headers.get("x-nonce") ?? "",
  };
  return streamedPage(passagesPage(about, parts, (id) => titles.get(id) ?? ""));
});
