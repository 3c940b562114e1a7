import { z } from "zod";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { nextColour, type Axis } from "../theme";
import { isThemeSlug, themeSlug } from "../theme-slug";
import type { NewThemeInput } from "../theme-input";

/** Adds a theme at the end of its axis, with a slug made from its title and the least used hue. */
export const addTheme = command(async (tx, viewer: Viewer, input: NewThemeInput) =>
  insertTheme(tx, viewer, input),
);

/** What an imported theme brings with it: its identifier and slug, used where they are free. */
type Brought = { id?: string | null; slug?: string; colour?: string };

/** The same within another change of the codebook. */
export async function insertTheme(tx: Tx, viewer: Viewer, input: NewThemeInput, brought: Brought = {}) {
  const { reviewId, axis, title, definition, includes, excludes, signalWords } = input;
  await openCodebook(tx, viewer, reviewId);
  const themes = await tx.theme.findMany({
    where: { reviewId },
    select: { id: true, slug: true, title: true, axis: true, colour: true },
  });
  refuseTakenTitle(title, themes);
  const taken = themes.map((theme) => theme.slug);
  const own = brought.slug !== undefined && isThemeSlug(brought.slug) && !taken.includes(brought.slug);
  const slug = own && brought.slug ? brought.slug : themeSlug(title, taken);
  const colour =
    brought.colour ?? nextColour(themes.filter((theme) => theme.axis === axis).map((theme) => theme.colour));
  const { id } = await tx.theme.create({
    data: {
      reviewId,
      axis,
      slug,
      title,
      definition,
      includes,
      excludes,
      signalWords,
      colour,
      ...(await freeId(tx, brought.id)),
    },
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
}

/** A theme of another review may have the identifier, because files are exchanged between reviews. */
async function freeId(tx: Tx, wanted: string | null | undefined): Promise<{ id?: string }> {
  const { data: id } = z.uuid().safeParse(wanted);
  if (id === undefined || (await tx.theme.count({ where: { id } })) > 0) return {};
  return { id };
}

/**
 * Finds the review, checks that the viewer may change its codebook, and locks the codebook, so that two new
 * themes never take the same slug or place.
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

/** Two themes with one title could not be told apart on a contribution. */
export function refuseTakenTitle(title: string, others: readonly { title: string }[]): void {
  const same = others.find((other) => other.title.toLowerCase() === title.toLowerCase());
  if (same) throw invalid(`The codebook already has “${same.title}”. Choose another title`, "title");
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
