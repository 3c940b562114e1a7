import { roundtableAddress } from "@/lib/capture/roundtable/queries/roundtable-address";
import { chooseFile, keepRefusal } from "@/lib/capture/import/commands/choose-file";
import { viewerRoute } from "@/lib/access/route";
import { Refusal } from "@/lib/platform/errors";
import { readUpload } from "./read-upload";

/**
 * Receives a file to be imported into `?roundtable=<id>`. A form that the browser sends itself is answered
 * with the next page; a request for JSON gets that page's address, or the refusal.
 */
export const POST = viewerRoute(async (viewer, request) => {
  const roundtableId = new URL(request.url).searchParams.get("roundtable") ?? "";
  const here = `${await roundtableAddress(viewer, roundtableId)}/import`;
  const json = request.headers.get("accept") === "application/json";
  try {
    const { importId } = await chooseFile(viewer, { roundtableId, ...(await readUpload(request)) });
    return answer(`${here}/${importId}`, json);
  } catch (error) {
    if (json || !isOfFile(error)) throw error;
    const refused = await keepRefusal(viewer, { roundtableId, reason: error.message });
    return answer(`${here}?refused=${refused}`, false);
  }
});

function isOfFile(error: unknown): error is Refusal {
  return error instanceof Refusal && (error.kind === "invalid" || error.kind === "too-large");
}

function answer(href: string, json: boolean): Response {
  const headers = { "cache-control": "private, no-store" };
  if (json) return Response.json({ href }, { headers });
  return new Response(null, { status: 303, headers: { ...headers, location: href } });
}
