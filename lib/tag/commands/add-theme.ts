import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { nextColour, themeSlug, type Axis, type NewThemeInput } from "../theme";

/** Adds a theme at the end of its axis, with an address made from its title and the hue least in use. */
export const addTheme = command(async (tx, viewer: Viewer, input: NewThemeInput) => {
  const { reviewId, axis, title, definition, includes, excludes } = input;
  await openCodebook(tx, viewer, reviewId);
  const themes = await tx.theme.findMany({
    where: { reviewId },
    select: { id: true, slug: true, title: true, axis: true, colour: true },
  });
  refuseTakenTitle(title, themes);
  const slug = themeSlug(
    title,
    themes.map((theme) => theme.slug),
  );
  const colour = nextColour(themes.filter((theme) => theme.axis === axis).map((theme) => theme.colour));
  const { id } = await tx.theme.create({
    data: { reviewId, axis, slug, title, definition, includes, excludes, colour },
    select: { id: true },
  });
  await placeLast(tx, viewer, { reviewId, axis }, [id]);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "theme.add",
    subjectType: "theme",
    subjectId: id,
  });
  await publish(tx, { kind: "codebook", reviewId, ids: [id] });
  return { id, slug };
});

/**
 * Finds the review, asks whether the viewer may change its codebook, and lets one change of a codebook run
 * at a time, so that two new themes never take the same address or place.
 */
export async function openCodebook(tx: Tx, viewer: Viewer, reviewId: string): Promise<void> {
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "codebook.change", { reviewId });
  await tx.$queryRaw`SELECT id FROM review WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`;
}

/** Two themes of one title could not be told apart on a line. */
export function refuseTakenTitle(title: string, others: readonly { title: string }[]): void {
  const same = others.find((other) => other.title.toLowerCase() === title.toLowerCase());
  if (same) throw invalid(`The codebook has “${same.title}” already. Choose another title`, "title");
}

export async function placeLast(
  tx: Tx,
  viewer: Viewer,
  { reviewId, axis }: { reviewId: string; axis: Axis },
  themeIds: readonly string[],
): Promise<void> {
  const last = await tx.themePlacement.aggregate({
    where: { until: null, parentId: null, theme: { reviewId, axis } },
    _max: { position: true },
  });
  const first = (last._max.position ?? 0) + 1;
  await tx.themePlacement.createMany({
    data: themeIds.map((themeId, index) => ({ themeId, position: first + index, byId: viewer.userId })),
  });
}
