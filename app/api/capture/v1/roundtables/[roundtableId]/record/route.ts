import { z } from "zod";
import { viewerRoute } from "@/lib/access/route";
import { listShownContributions, type Which } from "@/lib/capture/session/queries/shown-contributions";
import { invalid, notFound } from "@/lib/platform/errors";

const Params = z.object({ roundtableId: z.uuid() });
const Ids = z.array(z.uuid()).min(1).max(200);

/** Contributions of the record: `?ids=` separated by commas, or all of it. */
export const GET = viewerRoute(async (viewer, request, sent: unknown) => {
  const params = Params.safeParse(sent);
  if (!params.success) throw notFound("roundtable");
  const which = whichOf(new URL(request.url).searchParams);
  const record = await listShownContributions(viewer, params.data.roundtableId, which);
  return Response.json(record, { headers: { "cache-control": "no-store" } });
});

function whichOf(query: URLSearchParams): Which {
  const ids = query.get("ids");
  if (ids === null) return "all";
  const read = Ids.safeParse(ids.split(","));
  if (!read.success) throw invalid("Ask for 1 to 200 contributions by their ids.");
  return { ids: read.data };
}
