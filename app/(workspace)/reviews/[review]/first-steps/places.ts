import { can, type Viewer } from "@/lib/access/policy";
import { listRoundtables } from "@/lib/capture/roundtable/queries/roundtables";
import { recordingProblem } from "@/lib/capture/roundtable/states";
import { listReports } from "@/lib/report/draft/queries/reports";
import type { Places } from "./steps";

/** Where the first steps lead, among what the viewer may see. */
export async function findPlaces(viewer: Viewer, reviewId: string): Promise<Places> {
  const works = can(viewer, "review.work", { reviewId });
  const [roundtables, reports] = await Promise.all([
    works ? listRoundtables(viewer, reviewId) : [],
    listReports(viewer, reviewId),
  ]);
  const report = (state: string) => reports.find((one) => one.state === state)?.slug ?? null;
  return {
    open: roundtables.find(({ state }) => recordingProblem(state) === null)?.slug ?? null,
    draft: report("in_review"),
    published: report("published"),
  };
}
