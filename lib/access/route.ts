import { HTTP_STATUS, Refusal } from "@/lib/platform/errors";
import { logFault } from "@/lib/platform/log";
import { requireSameOrigin } from "@/lib/platform/origin";
import type { Viewer } from "./policy";
import { noteRefusal } from "./reading";
import { requireViewer } from "./viewer";

type Context<Params> = { params: Promise<Params> };

/**
 * A route handler for a viewer. A write from another site is refused, a refusal becomes its status with `{
 * message, fieldErrors }`, and a fault is logged once and answered without details.
 */
export function viewerRoute<Params>(
  handle: (viewer: Viewer, request: Request, params: Params) => Promise<Response>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return async (request, { params }) => {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") requireSameOrigin(request);
      return await handle(await requireViewer(), request, await params);
    } catch (error) {
      if (error instanceof Refusal) {
        await noteRefusal(error);
        const { message, fieldErrors } = error;
        return Response.json({ message, fieldErrors }, { status: HTTP_STATUS[error.kind] });
      }
      if (hungUp(request, error)) return new Response(null, { status: 499 });
      logFault("route.failed", error, { method: request.method });
      return Response.json(
        { message: "Something went wrong. Nothing was changed; try again." },
        { status: 500 },
      );
    }
  };
}

/** The client disconnected before the whole request had arrived: not a fault, and nobody reads the answer. */
function hungUp(request: Request, error: unknown): boolean {
  return request.signal.aborted && error instanceof Error && "code" in error && error.code === "ECONNRESET";
}
