import { HTTP_STATUS } from "@/lib/platform/errors";
import { requireSameOrigin } from "@/lib/platform/origin";
import { asRefusal } from "./fault";
import type { Viewer } from "./policy";
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
      if (hungUp(request, error)) return new Response(null, { status: 499 });
      const { kind, message, fieldErrors } = await asRefusal("route.failed", error, {
        method: request.method,
      });
      return Response.json({ message, fieldErrors }, { status: HTTP_STATUS[kind] });
    }
  };
}

/** The client disconnected before the whole request had arrived: not a fault, and nobody reads the answer. */
function hungUp(request: Request, error: unknown): boolean {
  return request.signal.aborted && error instanceof Error && "code" in error && error.code === "ECONNRESET";
}
