import { outboxKey } from "@/lib/access/sign-in/sessions";
import { viewerRoute } from "@/lib/access/route";

/** The key that encrypts the viewer's waiting contributions on this computer, in base64. */
export const GET = viewerRoute(async (viewer) =>
  Response.json(
    { userId: viewer.userId, key: Buffer.from(await outboxKey(viewer.userId)).toString("base64") },
    { headers: { "cache-control": "no-store" } },
  ),
);
