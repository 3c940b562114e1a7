import { z } from "zod";
import { db } from "@/lib/platform/db";
import type { Viewer } from "@/lib/access/policy";
import { ownAuditEntries } from "@/lib/access/scope";

/**
 * The last audit entry that the demonstration data itself makes; entries before it are not the viewer's own
 * steps.
 */
export const DEMONSTRATION_MADE = "demonstration.make";

const TaggingDetail = z.object({ contributionId: z.string() });
/** Themes that come with a contribution as it is logged are set in the same instant. */
const LOGGED_WITH_MS = 10_000;

/**
 * The audited actions, such as "contribution.record", that the viewer has taken in a demonstration since it
 * was made; null where the review is not a demonstration.
 */
export async function listOwnActions(viewer: Viewer, reviewId: string): Promise<ReadonlySet<string> | null> {
  const made = await db().auditEntry.findFirst({
    where: { reviewId, action: DEMONSTRATION_MADE },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  if (!made) return null;
  const taken = await db().auditEntry.findMany({
    where: { AND: [{ reviewId, at: { gt: made.at } }, ownAuditEntries(viewer)] },
    select: { action: true, at: true, subjectId: true, detail: true },
  });
  const logged = new Map(
    taken.flatMap(({ action, at, subjectId }) =>
      action === "contribution.record" ? [[subjectId, at] as const] : [],
    ),
  );
  return new Set(taken.filter((entry) => !cameWith(entry, logged)).map(({ action }) => action));
}

type Entry = { action: string; at: Date; detail: unknown };

/** Whether the theme was set with the contribution as it was logged, rather than afterwards. */
function cameWith({ action, at, detail }: Entry, logged: ReadonlyMap<string | null, Date>): boolean {
  if (action !== "tagging.set") return false;
  const { success, data } = TaggingDetail.safeParse(detail);
  const before = success ? logged.get(data.contributionId) : undefined;
  return before !== undefined && at.getTime() - before.getTime() < LOGGED_WITH_MS;
}
