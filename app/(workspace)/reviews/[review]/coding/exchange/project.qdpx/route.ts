import { z } from "zod";
import { viewerRoute } from "@/lib/access/route";
import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getRoundtable } from "@/lib/capture/roundtable/queries/roundtables";
import { invalid } from "@/lib/platform/errors";
import { runInWorker } from "@/lib/platform/workers/pool";
import { recordExport } from "@/lib/tag/exchange/commands/record-export";
import { WRITE_PROJECT } from "@/lib/tag/exchange/exchange-tasks";
import { EXPORT_KINDS } from "@/lib/tag/exchange/file/export-kind";
import { readReviewProject } from "@/lib/tag/exchange/queries/exchange-project";
import { fileAnswer } from "../../../file-answer";

const Asked = z.object({
  kind: z.enum(EXPORT_KINDS).default("share"),
  roundtable: z.string().optional(),
});

/**
 * The coded contributions of the review, or of `?roundtable=…`, for other programs; `?kind=own` contains
 * everybody's words.
 */
export const GET = viewerRoute<{ review: string }>(async (viewer, request, { review: slug }) => {
  const review = await getReview(viewer, slug);
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw invalid("Ask for kind=share or kind=own.", "kind");
  const { kind, roundtable: of = "" } = asked.data;
  const roundtable = of === "" ? null : await getRoundtable(viewer, review.id, of);
  const what = { reviewId: review.id, roundtableId: roundtable?.id ?? null, kind };
  const project = await readReviewProject(viewer, { ...what, caveat: WHOSE_VIEWS });
  await recordExport(viewer, what);
  const bytes = await runInWorker(WRITE_PROJECT, project);
  const name = [slug, roundtable?.slug, kind === "own" ? "facilitators-only" : "to-share"]
    .filter(Boolean)
    .join("-");
  return fileAnswer(bytes, "application/zip", `${name}.qdpx`);
});
