import { noteDownload } from "@/lib/access/reading";
import { viewerRoute } from "@/lib/access/route";
import { getRelease, listReleases, requireOpenRelease } from "@/lib/aggregate/publication/queries/releases";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import { releaseBrief } from "@/lib/aggregate/take-away/release-brief";
import {
  isReleaseFormat,
  RELEASE_FORMATS,
  releaseFileName,
  type AboutRelease,
  type ReleaseFormat,
} from "@/lib/aggregate/take-away/release-file";
import { releaseCsv, releaseXlsx } from "@/lib/aggregate/take-away/release-spreadsheets";
import { appUrl } from "@/lib/platform/env";
import { invalid, notFound } from "@/lib/platform/errors";
import { formatDate } from "@/lib/platform/text/dates";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { fileAnswer } from "../../file-answer";
import { askedNumber, dashboardHref } from "../address";

/** A release as a file: what the dashboard shows of it, and no contribution. */
export const GET = viewerRoute<{ review: string }>(async (viewer, request, params) => {
  const review = await getReview(viewer, params.review);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const releases = await listReleases(viewer, review.id);
  const number = askedNumber(query, "release") ?? releases[0]?.number;
  if (number === undefined) throw notFound("release");
  const format = query.format ?? null;
  if (!isReleaseFormat(format)) throw invalid("Ask for format=csv, format=xlsx or format=docx.", "format");
  const release = await getRelease(viewer, review.id, number);
  const { id } = await requireOpenRelease(viewer, review.id, number);
  await noteDownload(viewer, `release-${format}`, {
    reviewId: review.id,
    subjectType: "release",
    subjectId: id,
    version: number,
  });
  const file = await fileOf(release, format, {
    review: review.title,
    release: number,
    releasedOn: formatDate(release.createdAt),
    link: `${appUrl()}${dashboardHref(review.slug, { release: number })}`,
  });
  return fileAnswer(file, RELEASE_FORMATS[format].type, releaseFileName(review.slug, number, format));
});

function fileOf(release: Release, format: ReleaseFormat, about: AboutRelease) {
  switch (format) {
    case "csv":
      return releaseCsv(release, about);
    case "xlsx":
      return releaseXlsx(release, about);
    case "docx":
      return releaseBrief(release, about);
  }
}
