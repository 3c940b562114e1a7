import { readJson } from "@/lib/access/read-body";
import { viewerRoute } from "@/lib/access/route";
import { announceWriting } from "@/lib/report/draft/commands/announce-writing";
import { WritingInput } from "@/lib/report/draft/report";

const MAX_BYTES = 2_000;

/** Where somebody writes in a draft, for the others who write in it. */
export const POST = viewerRoute(async (viewer, request) => {
  await announceWriting(viewer, await readJson(request, WritingInput, MAX_BYTES));
  return new Response(null, { status: 204 });
});
