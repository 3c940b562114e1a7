import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleThemes } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { findTheme } from "@/lib/tag/codebook/commands/change-theme";
import { spanOn } from "@/lib/tag/coding/commands/set-tagging";
import type { AddExampleInput, RemoveExampleInput } from "../example";
import { endExample, openExample } from "./move-examples";

/**
 * Makes words of a contribution an example of what belongs under a theme, or of what does not. The words are
 * not copied. Sent twice, it is stored once; the other answer about the same words replaces the first.
 */
export const addExample = command(async (tx, viewer: Viewer, input: AddExampleInput) => {
  const { themeId, contributionId, belongs } = input;
  const { reviewId, slug } = await findTheme(tx, viewer, themeId);
  requireCan(viewer, "theme.exemplify", { reviewId });
  const contribution = await tx.contribution.findFirst({
    where: { AND: [{ id: contributionId, reviewId }, visibleContributions(viewer)] },
    select: { text: true, struckAt: true, erasedAt: true },
  });
  if (!contribution) throw notFound("contribution");
  if (contribution.erasedAt)
    throw invalid("The words of this contribution were removed, so it cannot be an example.");
  if (contribution.struckAt)
    throw invalid("This contribution is struck out. Restore it before you use it as an example.");
  await refuseInBlindRound(tx, contributionId);

  const key = { themeId, contributionId, ...spanOn(contribution, input) };
  const open = await tx.themeExample.findFirst({
    where: { ...key, until: null },
    select: { id: true, belongs: true, from: true },
  });
  if (open?.belongs === belongs) return { id: open.id, slug };
  if (open) await endExample(tx, open);
  const id = await openExample(tx, { ...key, reviewId, belongs, byId: viewer.userId });
  if (id === null) throw invalid("A colleague has just chosen the same words. Check again.");
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "theme.add-example",
    subjectType: "theme",
    subjectId: themeId,
    detail: { exampleId: id, contributionId, belongs },
  });
  await publish(tx, { kind: "codebook", reviewId, ids: [themeId] });
  return { id, slug };
});

/**
 * An example would tell coders who have not finished the contribution's blind round what others think of it.
 */
async function refuseInBlindRound(tx: Tx, contributionId: string): Promise<void> {
  const round = await tx.codingRound.findFirst({
    where: { contributions: { some: { contributionId } }, blind: true, state: "open" },
    select: { title: true },
  });
  if (round)
    throw invalid(
      `Coders are reading this contribution blind in the round “${round.title}”. You can use it as an example once they have finished.`,
    );
}

/** Ends the example; the contribution stays as it is. Doing it twice has no further effect. */
export const removeExample = command(async (tx, viewer: Viewer, { id }: RemoveExampleInput) => {
  const example = await tx.themeExample.findFirst({
    where: { id, theme: visibleThemes(viewer), contribution: visibleContributions(viewer) },
    select: { id: true, reviewId: true, themeId: true, from: true, theme: { select: { slug: true } } },
  });
  if (!example) throw notFound("example");
  const { reviewId, themeId, theme } = example;
  requireCan(viewer, "theme.exemplify", { reviewId });
  if (await endExample(tx, example)) {
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "theme.remove-example",
      subjectType: "theme",
      subjectId: themeId,
      detail: { exampleId: id },
    });
    await publish(tx, { kind: "codebook", reviewId, ids: [themeId] });
  }
  return { id, slug: theme.slug };
});
