import { z } from "zod";
import { viewerRoute } from "@/lib/access/route";
import { listIdentities } from "@/lib/capture/people/queries/participants";
import { getRoundtableState } from "@/lib/capture/roundtable/queries/roundtable-state";
import { notFound } from "@/lib/platform/errors";

const Params = z.object({ roundtableId: z.uuid() });

/** Names and organisations by participant, for facilitators: never stored on the device. */
export const GET = viewerRoute(async (viewer, _request, sent: unknown) => {
  const params = Params.safeParse(sent);
  if (!params.success) throw notFound("roundtable");
  await getRoundtableState(viewer, params.data.roundtableId);
  const identities = await listIdentities(viewer, params.data.roundtableId);
  const names = Object.fromEntries(
    [...identities].map(([id, { name, organisation }]) => [id, { name, organisation }]),
  );
  return Response.json({ names }, { headers: { "cache-control": "no-store" } });
});
