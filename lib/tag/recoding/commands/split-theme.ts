import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { CHANGE_DETAIL, type ChangeDetail } from "@/lib/tag/codebook/codebook-change";
import { openCodebook, refuseTakenTitle } from "@/lib/tag/codebook/commands/add-theme";
import { arrangeThemes, childrenIn, placedThemes } from "@/lib/tag/codebook/commands/arrange-themes";
import { findTheme, reviseTheme, type FoundTheme } from "@/lib/tag/codebook/commands/change-theme";
import { nextColour } from "@/lib/tag/codebook/theme";
import { themeSlug } from "@/lib/tag/codebook/theme-slug";
import type { SplitThemeInput } from "@/lib/tag/codebook/theme-input";
import { putAfter } from "@/lib/tag/codebook/theme-place";
import { moveContributions } from "./move-contributions";
import { holdThemes, requireNoRound } from "./merge-themes";
import { moveExamples } from "./move-examples";

/**
 * Makes a second theme from part of a first: the chosen contributions move there, or get both. What moved was
 * judged just now and is fresh; what stays was set under a wider meaning, and is stale.
 */
export const splitTheme = command(async (tx, viewer: Viewer, input: SplitThemeInput) => {
  const { id, revision } = input;
  const { reviewId } = await findTheme(tx, viewer, id);
  await openCodebook(tx, viewer, reviewId);
  await holdThemes(tx, [id]);
  const theme = await findTheme(tx, viewer, id);
  const made = await alreadyMade(tx, viewer, input);
  if (made) return made;
  if (theme.retiredAt) throw invalid("This theme is retired. Restore it before you split it.");
  await requireNoRound(tx, [id]);

  const at = new Date();
  const byId = viewer.userId;
  const other = await makeOther(tx, viewer, theme, input);
  const rest = {
    definition: input.restDefinition,
    includes: input.restIncludes,
    excludes: input.restExcludes,
    signalWords: input.restSignalWords,
  };
  await reviseTheme(tx, viewer, { ...theme, revision }, rest, revision + 1);
  const examples = await moveExamples(tx, { fromId: id, intoId: other.id, byId }, input.goes);
  const { meaningSince } = theme;
  const detail: ChangeDetail<"split"> = { otherId: other.id, examples, revision, meaningSince };
  const { id: changeId } = await tx.codingChange.create({
    data: { reviewId, kind: "split", themeId: id, detail, at, byId },
    select: { id: true },
  });
  const { goes, both } = input;
  await moveContributions(tx, { reviewId, fromId: id, intoId: other.id, goes, both, changeId, byId, at });
  await audit(tx, {
    reviewId,
    actorId: byId,
    action: "theme.split",
    subjectType: "theme",
    subjectId: id,
    detail: { newId: other.id, changeId, goes: goes.length, both: both.length },
  });
  await publish(tx, { kind: "codebook", reviewId, ids: [id, other.id] });
  return other;
});

/** The theme that the same split made when it was sent before. */
async function alreadyMade(tx: Tx, viewer: Viewer, { id, revision }: SplitThemeInput) {
  const change = await tx.codingChange.findFirst({
    where: {
      themeId: id,
      kind: "split",
      undoneAt: null,
      byId: viewer.userId,
      detail: { path: ["revision"], equals: revision },
    },
    select: { detail: true },
  });
  if (!change) return null;
  const { otherId } = CHANGE_DETAIL.split.parse(change.detail);
  const { slug } = await findTheme(tx, viewer, otherId);
  return { id: otherId, slug };
}

/** Places the second theme directly after the first. */
async function makeOther(tx: Tx, viewer: Viewer, theme: FoundTheme, input: SplitThemeInput) {
  const { reviewId, axis } = theme;
  const { title, definition, includes, excludes, signalWords } = input;
  const themes = await tx.theme.findMany({
    where: { reviewId },
    select: { slug: true, title: true, axis: true, colour: true },
  });
  refuseTakenTitle(title, themes);
  const slug = themeSlug(
    title,
    themes.map((one) => one.slug),
  );
  const colour = nextColour(themes.filter((one) => one.axis === axis).map((one) => one.colour));
  const { id } = await tx.theme.create({
    data: { reviewId, axis, slug, title, definition, includes, excludes, signalWords, colour },
    select: { id: true },
  });
  const placed = await placedThemes(tx, theme);
  const parentId = placed.find((one) => one.id === theme.id)?.parentId ?? null;
  const alongside = childrenIn(placed)(parentId);
  await arrangeThemes(tx, viewer, placed, new Map([[parentId, putAfter(alongside, theme.id, [id])]]));
  return { id, slug };
}
