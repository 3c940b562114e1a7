import { noteDownload } from "@/lib/access/reading";
import { viewerRoute } from "@/lib/access/route";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { invalid } from "@/lib/platform/errors";
import { writeCodebook } from "@/lib/tag/exchange/codebook-file/codebook-file";
import { ORIGIN } from "@/lib/tag/exchange/file/project";
import { exchangeCodes } from "@/lib/tag/exchange/queries/exchange";
import { fileAnswer } from "../../../file-answer";

/** The codebook for other programs of qualitative research. Anybody who may read it may download it. */
export const GET = viewerRoute<{ review: string }>(async (viewer, _request, { review: slug }) => {
  const review = await getReview(viewer, slug);
  const codebook = await exchangeCodes(viewer, review.id);
  if (codebook.codes.length === 0) throw invalid("There are no themes yet. A codebook needs at least one.");
  await noteDownload(viewer, "codebook-qdc", {
    reviewId: review.id,
    subjectType: "review",
    subjectId: review.id,
  });
  const text = writeCodebook({ origin: ORIGIN, ...codebook });
  return fileAnswer(text, "application/xml; charset=utf-8", `${slug}-codebook.qdc`);
});
