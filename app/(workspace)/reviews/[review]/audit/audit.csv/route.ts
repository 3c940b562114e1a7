import { viewerRoute } from "@/lib/access/route";
import { Refusal } from "@/lib/platform/errors";
import { openAuditFile } from "@/lib/review/audit/queries/audit-log";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { streamedFile } from "../../file-answer";
import { readAudit } from "../read-audit";

/** The entries that the page lists with this filter, on all its pages. */
export const GET = viewerRoute<{ review: string }>(async (viewer, request, { review: slug }) => {
  const review = await getReview(viewer, slug);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { people, filter, errors } = await readAudit(viewer, review.id, query);
  const [problem] = Object.values(errors);
  if (problem !== undefined) throw new Refusal("invalid", problem, errors);
  const parts = await openAuditFile(viewer, { reviewId: review.id, filter, people });
  return streamedFile(parts, "text/csv; charset=utf-8", `${slug}-audit-log.csv`);
});
