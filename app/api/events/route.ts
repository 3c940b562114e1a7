import { can, type Viewer } from "@/lib/access/policy";
import { viewerRoute } from "@/lib/access/route";
import { sessionToken, viewerOfSession } from "@/lib/access/viewer";
import { livePosition, subscribe, type LiveEvent } from "@/lib/platform/events";
import { mayOpenReport } from "@/lib/report/draft/queries/reports";

/** A comment line at intervals keeps proxies from closing a quiet stream. */
const KEEP_ALIVE_MS = 20_000;
/** After how long a browser reconnects when the stream broke. */
const RETRY_MS = 1000;
/** The viewer's rights are read once for several events within a second. */
const RIGHTS_MS = 1000;

/**
 * One stream for a browser: what changed in the viewer's reviews, ids only. Rights and session are read again
 * as events come, so that a person who was removed, or signed out, receives nothing more.
 */
export const GET = viewerRoute(async (_viewer, request) => {
  const encoder = new TextEncoder();
  const rights = rightsOf((await sessionToken()) ?? "");
  let close = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let ended = false;
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = async (event: LiveEvent) => {
        const told = { ...event, position: livePosition() };
        if (event.kind === "stopping") return end();
        const viewer = await rights();
        if (viewer === null) return end();
        if (event.kind === "connected" || (await mayHear(viewer, event))) send(data(told));
      };
      // After a fault the stream is closed, so that its browser opens another and reads again.
      const unsubscribe = subscribe((event) => void tell(event).catch(() => end()));
      const keepAlive = setInterval(() => send(": still here\n\n"), KEEP_ALIVE_MS);
      close = () => {
        ended = true;
        clearInterval(keepAlive);
        unsubscribe();
      };
      const end = () => {
        if (ended) return;
        close();
        controller.close();
      };
      send(`retry: ${RETRY_MS}\n\n`);
      send(data({ kind: "connected", position: livePosition() }));
    },
    cancel: () => close(),
  });
  request.signal.addEventListener("abort", () => close());
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
});

function data(notice: object): string {
  return `data: ${JSON.stringify(notice)}\n\n`;
}

/** Whose session it is, read again when the last answer is a second old; null when it is over. */
function rightsOf(token: string): () => Promise<Viewer | null> {
  let asked = 0;
  let answer: Promise<Viewer | null> | null = null;
  return () => {
    if (answer === null || Date.now() - asked > RIGHTS_MS) {
      asked = Date.now();
      answer = viewerOfSession(token);
    }
    return answer;
  };
}

/**
 * Facilitators receive everything in their review; others the reports that they may open. Changes of their
 * own membership reach everybody, including people who no longer have one.
 */
async function mayHear(viewer: Viewer, event: LiveEvent): Promise<boolean> {
  if (event.kind === "member.changed" && event.userId === viewer.userId) return true;
  if (can(viewer, "review.work", { reviewId: event.reviewId })) return true;
  return event.reportId !== undefined && mayOpenReport(viewer, event.reportId);
}
