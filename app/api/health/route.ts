import { health } from "@/lib/platform/health/health";

/** For a load balancer or a person: whether the application works. */
export async function GET() {
  const state = await health();
  return Response.json(state, { status: state.status === "ok" ? 200 : 503 });
}

export const dynamic = "force-dynamic";
