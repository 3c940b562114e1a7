import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { memosOfImport } from "../incoming";

/** What a project file imported, and whether that was undone; null where there is no such import. */
export async function findProjectImport(
  viewer: Viewer,
  reviewId: string,
  importId: string,
): Promise<{ taggings: number; memos: number; undone: boolean } | null> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "coding.exchange", { reviewId });
  const changes = await db().codingChange.findMany({
    where: {
      reviewId,
      kind: "batch",
      review: visibleReviews(viewer),
      detail: { path: ["importId"], equals: importId },
    },
    select: { detail: true, undoneAt: true, _count: { select: { openedTaggings: true } } },
  });
  if (changes.length === 0) return null;
  return {
    taggings: changes.reduce((sum, { _count }) => sum + _count.openedTaggings, 0),
    memos: memosOfImport(changes).length,
    undone: changes.every(({ undoneAt }) => undoneAt !== null),
  };
}
