import { z } from "zod";
import { readJson } from "@/lib/access/read-body";
import { viewerRoute } from "@/lib/access/route";
import { requireSentBy } from "@/lib/access/sender";
import { saveDraft } from "@/lib/report/draft/commands/save-draft";
import { SaveDraftInput } from "@/lib/report/draft/saving/save-draft-input";

/** A full report, with every claim's evidence. */
const MAX_BYTES = 4_000_000;

const Sent = SaveDraftInput.extend({ sentAs: z.uuid() });

/** What somebody wrote in the editor of a draft, saved as they type. */
export const POST = viewerRoute(async (viewer, request) => {
  const { sentAs, ...input } = await readJson(request, Sent, MAX_BYTES);
  requireSentBy(viewer, sentAs);
  return Response.json(await saveDraft(viewer, input), { headers: { "cache-control": "no-store" } });
});
