import { readJson } from "@/lib/access/read-body";
import { viewerRoute } from "@/lib/access/route";
import { sendOperations } from "@/lib/capture/session/commands/send-operations";
import { Batch } from "@/lib/capture/session/operation";
import { setThemes } from "@/lib/tag/coding/commands/set-themes";

/** Fifty contributions of the greatest length, with their fields. */
const MAX_BYTES = 4_000_000;

/**
 * What a browser queued. The address and its format outlive a new build: see
 * lib/capture/session/operation.ts.
 */
export const POST = viewerRoute(async (viewer, request) => {
  const batch = await readJson(request, Batch, MAX_BYTES);
  return Response.json(await sendOperations(viewer, batch, setThemes), {
    headers: { "cache-control": "no-store" },
  });
});
