import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ChangeDetail, PlaceChange } from "@/lib/tag/codebook/codebook-change";
import { openCodebook } from "@/lib/tag/codebook/commands/add-theme";
import { arrangeThemes, childrenIn, placedThemes } from "@/lib/tag/codebook/commands/arrange-themes";
import { findTheme, type FoundTheme } from "@/lib/tag/codebook/commands/change-theme";
import type { MergeThemesInput } from "@/lib/tag/codebook/theme-input";
import { childrenAfterMerge } from "@/lib/tag/codebook/theme-place";
import { themesMerged } from "../theme-events";
import { mergeTaggings } from "./merge-taggings";
import { mergeSignalWords } from "./merge-signal-words";
import { moveExamples } from "./move-examples";

/**
 * Merges one theme into another: its taggings, decisions, examples, signal words, findings and children move
 * there, and it is retired. One change records everything, for undoing it.
 */
export const mergeThemes = command(async (tx, viewer: Viewer, { id, intoId }: MergeThemesInput) => {
  const { reviewId } = await findTheme(tx, viewer, id);
  await openCodebook(tx, viewer, reviewId);
  await holdThemes(tx, [id, intoId]);
  const from = await findTheme(tx, viewer, id);
  const into = await findTheme(tx, viewer, intoId);
  if (into.reviewId !== reviewId) throw notFound("theme");
  if (await isMergedInto(tx, id, intoId)) return { id: intoId, slug: into.slug };
  requirePair(from, into);
  await requireNoRound(tx, [id, intoId]);

  const at = new Date();
  const byId = viewer.userId;
  const merged = { reviewId, fromId: id, intoId, byId };
  const places = await moveChildren(tx, viewer, from, intoId);
  const examples = await moveExamples(tx, merged);
  const followed = (await themesMerged.run(tx, merged)).flat();
  const wordsRevision = await mergeSignalWords(tx, viewer, from, into);
  const detail: ChangeDetail<"merge"> = { otherId: intoId, places, examples, followed, wordsRevision };
  const { id: changeId } = await tx.codingChange.create({
    data: { reviewId, kind: "merge", themeId: id, detail, at, byId },
    select: { id: true },
  });
  const taggings = await mergeTaggings(tx, { reviewId, from, into, changeId, byId, at });
  await tx.theme.update({ where: { id }, data: { retiredAt: at }, select: { id: true } });
  await audit(tx, {
    reviewId,
    actorId: byId,
    action: "theme.merge",
    subjectType: "theme",
    subjectId: id,
    detail: { intoId, changeId, taggings },
  });
  await publish(tx, { kind: "codebook", reviewId, ids: [id, intoId] });
  return { id: intoId, slug: into.slug };
});

/** Waits for a theme that is being set on a contribution, and locks it while its taggings move. */
export async function holdThemes(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM theme WHERE id = ANY(${[...ids].sort()}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** Refuses in an unfinished round: coders judge a theme as it was when the round was drawn. */
export async function requireNoRound(tx: Tx, themeIds: readonly string[]): Promise<void> {
  const round = await tx.codingRound.findFirst({
    where: { state: { in: ["open", "adjudicating"] }, themes: { some: { themeId: { in: [...themeIds] } } } },
    select: { title: true },
  });
  if (round)
    throw invalid(
      `The coding round “${round.title}” uses this theme and is not settled. Settle or abandon it first.`,
    );
}

/** The children of a merged theme, placed as childrenAfterMerge says. */
export async function moveChildren(
  tx: Tx,
  viewer: Viewer,
  from: FoundTheme,
  intoId: string,
): Promise<PlaceChange[]> {
  const placed = await placedThemes(tx, from);
  const into = placed.find(({ id }) => id === intoId);
  if (!into) return [];
  return arrangeThemes(tx, viewer, placed, childrenAfterMerge(from, into, childrenIn(placed)));
}

function requirePair(from: FoundTheme, into: FoundTheme): void {
  if (from.id === into.id) throw invalid("Choose a theme other than the one you are merging", "intoId");
  if (from.axis !== into.axis)
    throw invalid("Choose a theme from the same list. You cannot merge a theme with a DfE area", "intoId");
  if (from.retiredAt) throw invalid("This theme is retired. Restore it before you merge it.");
  if (into.retiredAt) throw invalid("This theme is retired. Choose another one", "intoId");
}

async function isMergedInto(tx: Tx, themeId: string, intoId: string): Promise<boolean> {
  const change = await tx.codingChange.findFirst({
    where: { themeId, kind: "merge", undoneAt: null, detail: { path: ["otherId"], equals: intoId } },
    select: { id: true },
  });
  return change !== null;
}
