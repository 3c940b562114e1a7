import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Stance } from "@/lib/capture/contribution/stance";
import { MAX_IN_BATCH, type Batch, type StandingBatch } from "../batch";
import type { CodingFilter } from "./coding-where";
import { findCodingContributions, readContributions } from "./workbench";

/** A batch that the viewer may undo, or null. */
export async function findBatch(viewer: Viewer, reviewId: string, id: string): Promise<Batch | null> {
  const change = await db().codingChange.findFirst({
    where: { id, reviewId, kind: "batch", review: visibleReviews(viewer), byId: viewer.userId },
    select: {
      id: true,
      undoneAt: true,
      theme: { select: { title: true } },
      openedTaggings: { distinct: ["contributionId"], select: { contributionId: true } },
    },
  });
  if (!change) return null;
  const { theme, undoneAt, openedTaggings } = change;
  return { id, themeTitle: theme.title, contributions: openedTaggings.length, undone: undoneAt !== null };
}

/** The viewer's own batches that can be undone, latest first. */
export async function listBatches(viewer: Viewer, reviewId: string): Promise<StandingBatch[]> {
  const changes = await db().codingChange.findMany({
    where: { reviewId, kind: "batch", review: visibleReviews(viewer), byId: viewer.userId, undoneAt: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MAX_LISTED,
    select: {
      id: true,
      at: true,
      theme: { select: { title: true } },
      _count: { select: { openedTaggings: { where: { until: null } } } },
    },
  });
  return changes.map(({ id, at, theme, _count }) => ({
    id,
    at,
    themeTitle: theme.title,
    contributions: _count.openedTaggings,
  }));
}

const MAX_LISTED = 10;

/** How many contributions of a preview are shown with their words. */
const SHOWN = 20;

/**
 * What a batch would do: how many contributions it finds, how many have the theme already, and the first of
 * them.
 */
export async function previewBatch(
  viewer: Viewer,
  filter: CodingFilter,
  said: { themeId: string; stance: Stance } | null,
) {
  const { reviewId } = filter;
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "tagging.set", { reviewId });
  const ids = await findCodingContributions(viewer, filter, MAX_IN_BATCH + 1);
  const already = said
    ? await db().tagging.count({
        where: {
          reviewId,
          contributionId: { in: ids },
          ...said,
          spanStart: null,
          codingRoundId: null,
          until: null,
          coder: { userId: viewer.userId },
        },
      })
    : 0;
  return { ids, already, contributions: await readContributions(viewer, ids.slice(0, SHOWN)) };
}
