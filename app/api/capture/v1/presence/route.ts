import { readJson } from "@/lib/access/read-body";
import { viewerRoute } from "@/lib/access/route";
import { announcePresence } from "@/lib/capture/session/commands/announce-presence";
import { PresenceInput } from "@/lib/capture/roundtable/tables";

const MAX_BYTES = 2_000;

export const POST = viewerRoute(async (viewer, request) => {
  await announcePresence(viewer, await readJson(request, PresenceInput, MAX_BYTES));
  return new Response(null, { status: 204 });
});
