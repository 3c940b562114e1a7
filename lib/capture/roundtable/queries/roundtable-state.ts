import type { Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** The roundtable's state. Refuses with not-found what the viewer may not see. */
export async function getRoundtableState(viewer: Viewer, id: string) {
  const found = await db().roundtable.findFirst({
    where: { AND: [{ id }, visibleRoundtables(viewer)] },
    select: { id: true, reviewId: true, slug: true, title: true, heldOn: true, state: true, closedAt: true },
  });
  if (!found) throw notFound("roundtable");
  return found;
}
