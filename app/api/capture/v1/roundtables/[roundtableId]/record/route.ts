import { z } from "zod";
import { viewerRoute } from "@/lib/access/route";
import { listShownLines, type Which } from "@/lib/capture/queries/shown-lines";
import { invalid, notFound } from "@/lib/platform/errors";

const Params = z.object({ roundtableId: z.uuid() });
const Ids = z.array(z.uuid()).min(1).max(200);
const Since = z.iso.datetime({ offset: true });

/** Lines of the record: `?ids=` with commas between, `?since=` an instant of `now`, or all of it. */
export const GET = viewerRoute(async (viewer, request, sent: unknown) => {
  const params = Params.safeParse(sent);
  if (!params.success) throw notFound("roundtable");
  const now = new Date().toISOString();
  const which = whichOf(new URL(request.url).searchParams);
  const record = await listShownLines(viewer, params.data.roundtableId, which);
  return Response.json({ ...record, now }, { headers: { "cache-control": "no-store" } });
});

function whichOf(query: URLSearchParams): Which {
  const ids = query.get("ids");
  const since = query.get("since");
  if (ids !== null) {
    const read = Ids.safeParse(ids.split(","));
    if (!read.success) throw invalid("Ask for 1 to 200 lines by their ids.");
    return { ids: read.data };
  }
  if (since === null) return "all";
  const read = Since.safeParse(since);
  if (!read.success) throw invalid("Say since when as an instant.");
  return { since: new Date(read.data) };
}
