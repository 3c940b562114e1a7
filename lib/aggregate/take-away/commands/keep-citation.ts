import type { Viewer } from "@/lib/access/policy";
import { visibleCitations } from "@/lib/access/scope";
import { requireOpenRelease } from "@/lib/aggregate/publication/queries/releases";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/errors";
import { isTold } from "../queries/citations";
import type { KeepCitationInput } from "../cited";

/**
 * Keeps a released figure or finding in the viewer's own list. Keeping it twice has no effect. A release never changes, so
 * that it is read before the transaction.
 */
export async function keepCitation(viewer: Viewer, input: KeepCitationInput): Promise<object> {
  const release = await requireOpenRelease(viewer, input.reviewId, input.release);
  if (!(await isTold(viewer, input))) throw notFound("figure");
  const { reviewId, themeId, roundtableId, findingId } = input;
  return store(viewer, { reviewId, releaseId: release.id, themeId, roundtableId, findingId });
}

type ToStore = Omit<KeepCitationInput, "release"> & { releaseId: string };

const store = command(async (tx, viewer: Viewer, citation: ToStore) => {
  const { reviewId, releaseId } = citation;
  const { count } = await tx.citation.createMany({
    data: [{ ...citation, userId: viewer.userId }],
    skipDuplicates: true,
  });
  if (count === 0) return {};
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "citation.keep",
    subjectType: "release",
    subjectId: releaseId,
  });
  return {};
});

/** Removes it from the viewer's own list; it can be kept again. */
export const removeCitation = command(async (tx, viewer: Viewer, { id }: { id: string }) => {
  const citation = await tx.citation.findFirst({
    where: { AND: [{ id }, visibleCitations(viewer)] },
    select: { reviewId: true, releaseId: true },
  });
  if (!citation) throw notFound("citation");
  await tx.citation.delete({ where: { id }, select: { id: true } });
  await audit(tx, {
    reviewId: citation.reviewId,
    actorId: viewer.userId,
    action: "citation.remove",
    subjectType: "release",
    subjectId: citation.releaseId,
  });
  return {};
});
