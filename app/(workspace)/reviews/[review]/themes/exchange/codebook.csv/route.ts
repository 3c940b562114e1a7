import { noteDownload } from "@/lib/access/reading";
import { viewerRoute } from "@/lib/access/route";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { writeCodebookCsv } from "@/lib/tag/exchange/codebook-file/codebook-csv";
import { listExchangeThemes } from "@/lib/tag/exchange/queries/exchange";
import { fileAnswer } from "../../../file-answer";

/** The codebook for spreadsheets. Anybody who may read it may download it. */
export const GET = viewerRoute<{ review: string }>(async (viewer, _request, { review: slug }) => {
  const review = await getReview(viewer, slug);
  const text = writeCodebookCsv(await listExchangeThemes(viewer, review.id));
  await noteDownload(viewer, "codebook-csv", {
    reviewId: review.id,
    subjectType: "review",
    subjectId: review.id,
  });
  return fileAnswer(text, "text/csv; charset=utf-8", `${slug}-codebook.csv`);
});
