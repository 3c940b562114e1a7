import { viewerRoute } from "@/lib/access/route";
import { filterFields } from "@/lib/aggregate/live/filter-address";
import { filterSentence } from "@/lib/aggregate/live/filter-words";
import {
  countHidden,
  exportedContributions,
  exportedPeople,
  openLiveExport,
} from "@/lib/aggregate/live/queries/exported-rows";
import { liveFigures } from "@/lib/aggregate/live/queries/live-figures";
import { liveSheets } from "@/lib/aggregate/take-away/live-workbook";
import { xlsxStream } from "@/lib/platform/xlsx/xlsx-stream";
import { appUrl } from "@/lib/platform/env";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { dashboardHref } from "../../dashboard/address";
import { queryOf, readLive } from "../../dashboard/read-live";
import { streamedFile } from "../../file-answer";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Contributions, figures and 0/1 matrices under the filter of the address, for facilitators, in parts. */
export const GET = viewerRoute<{ review: string }>(async (viewer, request, params) => {
  const review = await getReview(viewer, params.review);
  const { first, titles } = await readLive(viewer, review.id, queryOf(request.url));
  const covered = await openLiveExport(viewer, review.id, first.filter);
  const table = await liveFigures(viewer, review.id, first.filter);
  const counted = filterSentence(first.filter, titles, covered.roundtables.length);
  const made = new Date();
  const sheets = liveSheets({
    review: review.title,
    link: `${appUrl()}${dashboardHref(review.slug, { fields: filterFields(first.filter) })}`,
    made,
    counted,
    table,
    hidden: await countHidden(viewer, covered),
    contributions: () => exportedContributions(viewer, covered),
    people: () => exportedPeople(covered),
  });
  const about = { title: `${review.title}: live figures`, description: counted, created: made };
  return streamedFile(xlsxStream(sheets, about), TYPE, `${review.slug}-live.xlsx`);
});
