import { viewerRoute } from "@/lib/access/route";
import { can } from "@/lib/access/policy";
import { viewerOf } from "@/lib/access/viewer";
import { subscribe, type LiveEvent } from "@/lib/platform/events";
import { mayOpenReport } from "@/lib/report/queries/reports";

/** A comment line now and then keeps proxies from closing a quiet stream. */
const KEEP_ALIVE_MS = 20_000;

/**
 * One stream for a browser: what changed in the viewer's reviews, ids only. Rights are looked up anew for
 * every event, so that somebody who was removed hears nothing more.
 */
export const GET = viewerRoute(async (viewer, request) => {
  const encoder = new TextEncoder();
  let close = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = async (event: LiveEvent) => {
        if (event.kind === "stopping") {
          close();
          controller.close();
          return;
        }
        if (event.kind !== "reconnected" && !(await mayHear(viewer.userId, event))) return;
        send(`data: ${JSON.stringify(event)}\n\n`);
      };
      const unsubscribe = subscribe((event) => void tell(event).catch(() => close()));
      const keepAlive = setInterval(() => send(": still here\n\n"), KEEP_ALIVE_MS);
      close = () => {
        clearInterval(keepAlive);
        unsubscribe();
      };
      send(": welcome\n\n");
    },
    cancel: () => close(),
  });
  request.signal.addEventListener("abort", () => close());
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
});

/** Facilitators hear of everything in their review; others of the reports that are open to them. */
async function mayHear(userId: string, event: LiveEvent): Promise<boolean> {
  const viewer = await viewerOf(userId);
  if (!viewer) return false;
  if (can(viewer, "review.work", { reviewId: event.reviewId })) return true;
  return event.reportId !== undefined && mayOpenReport(viewer, event.reportId);
}
