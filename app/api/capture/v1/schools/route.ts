import { z } from "zod";
import { viewerRoute } from "@/lib/access/route";
import { tooLargeAnswer } from "@/lib/platform/launch/edge/body-limit.mjs";
import { loadSchools } from "@/lib/capture/people/commands/load-schools";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { searchSchools } from "@/lib/capture/people/queries/schools";
import { EXTRACT_PROBLEMS } from "@/lib/capture/people/school";
import { firstFile, requireExtractSize } from "@/lib/capture/people/school-upload";
import { invalid, Refusal } from "@/lib/platform/errors";

/** Suggestions while an organisation is typed: `?q=` has words of its name or town, or its number. */
export const GET = viewerRoute(async (viewer, request) => {
  const asked = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ schools: await searchSchools(viewer, asked) });
});

/** Receives the extract of the register from the page for it, and redirects back there. */
export const POST = viewerRoute(async (viewer, request) => {
  const slug = z.string().min(1).safeParse(new URL(request.url).searchParams.get("review"));
  if (!slug.success) throw invalid("Say which review this is for.");
  const review = await getReview(viewer, slug.data);
  const back = (query: Record<string, string>) =>
    new Response(null, {
      status: 303,
      headers: {
        location: `/reviews/${encodeURIComponent(review.slug)}/schools?${new URLSearchParams(query).toString()}`,
      },
    });
  if (!request.body) return back({ problem: "none" });
  try {
    requireExtractSize(request.headers.get("content-length"));
    const bytes = firstFile(request.body, request.headers.get("content-type"));
    const { loaded, outsideEngland, unreadable } = await loadSchools(viewer, { reviewId: review.id, bytes });
    return back({ loaded: `${loaded}`, outside: `${outsideEngland}`, unreadable: `${unreadable}` });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.kind === "too-large") return tooLargeAnswer(error.message);
    if (error.kind !== "invalid") throw error;
    const [problem] = Object.entries(EXTRACT_PROBLEMS).find(([, words]) => words === error.message) ?? [];
    return back({ problem: problem ?? "damaged" });
  }
});
