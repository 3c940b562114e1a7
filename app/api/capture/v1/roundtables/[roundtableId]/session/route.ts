import { z } from "zod";
import { viewerRoute } from "@/lib/access/route";
import { notFound } from "@/lib/platform/errors";
import { readSessionState } from "../../../session-state";

const Params = z.object({ roundtableId: z.uuid() });

/** The room without a name of anybody who takes part. */
export const GET = viewerRoute(async (viewer, _request, sent: unknown) => {
  const params = Params.safeParse(sent);
  if (!params.success) throw notFound("roundtable");
  return Response.json(await readSessionState(viewer, params.data.roundtableId), {
    headers: { "cache-control": "no-store" },
  });
});
