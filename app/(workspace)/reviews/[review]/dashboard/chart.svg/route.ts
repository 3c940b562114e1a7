import { viewerRoute } from "@/lib/access/route";
import { noteDownload } from "@/lib/access/reading";
import { framed } from "@/lib/aggregate/take-away/picture/picture";
import { svgOf } from "@/lib/aggregate/take-away/picture/svg";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { fileAnswer } from "../../file-answer";
import { asked } from "../address";
import { queryOf } from "../read-live";
import { liveChart } from "./live-chart";
import { releasedChart } from "./released-chart";

/** A chart as a file that says where its figures are from: of a release, or for facilitators of live figures. */
export const GET = viewerRoute<{ review: string }>(async (viewer, request, params) => {
  const review = await getReview(viewer, params.review);
  const query = queryOf(request.url);
  const make = asked(query, "release") === null ? liveChart : releasedChart;
  const { picture, about, name, subject } = await make(viewer, review, query);
  await noteDownload(viewer, "chart-svg", { reviewId: review.id, ...subject });
  return fileAnswer(svgOf(framed(picture, about), about), "image/svg+xml; charset=utf-8", `${name}.svg`);
});
