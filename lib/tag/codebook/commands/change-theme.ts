import { type Viewer } from "@/lib/access/policy";
import { visibleThemes } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { changesMeaning, sameTexts, type Theme } from "../theme";
import type { ThemeChangeInput } from "../theme-input";
import { openCodebook, refuseTakenTitle } from "./add-theme";

const STALE =
  "Somebody changed this theme while you were writing. What you typed is still in the form, and the current theme is shown above it. Combine the two, then save again.";

/**
 * Changes what a theme says and keeps the earlier text. Its slug and its contributions stay; where the
 * meaning changes, its taggings become stale.
 */
export const changeTheme = command(async (tx, viewer: Viewer, input: ThemeChangeInput) => {
  const { id, revision, title, definition, includes, excludes, signalWords, changes } = input;
  const before = await findTheme(tx, viewer, id);
  const { reviewId, slug } = before;
  await openCodebook(tx, viewer, reviewId);
  const others = await tx.theme.findMany({
    where: { reviewId, id: { not: id } },
    select: { title: true },
  });
  refuseTakenTitle(title, others);
  const said = { title, definition, includes, excludes, signalWords };
  if (sameTexts(before, said)) return { id, slug };

  const meaning = changesMeaning(before, { ...said, ...(changes ? { changes } : {}) });
  await reviseTheme(tx, viewer, { ...before, revision }, said, meaning ? revision + 1 : null);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "theme.change",
    subjectType: "theme",
    subjectId: id,
    detail: { revision: revision + 1, meaning },
  });
  await publish(tx, { kind: "codebook", reviewId, ids: [id] });
  return { id, slug };
});

/** The theme, retired or not, if the viewer may see it. */
export async function findTheme(tx: Tx, viewer: Viewer, id: string) {
  const theme = await tx.theme.findFirst({
    where: { AND: [{ id }, visibleThemes(viewer)] },
    select: {
      id: true,
      reviewId: true,
      axis: true,
      slug: true,
      title: true,
      definition: true,
      includes: true,
      excludes: true,
      signalWords: true,
      revision: true,
      meaningSince: true,
      retiredAt: true,
    },
  });
  if (!theme) throw notFound("theme");
  return theme;
}
export type FoundTheme = Awaited<ReturnType<typeof findTheme>>;

type Said = Pick<Theme, "title" | "definition" | "includes" | "excludes" | "signalWords">;

/** Gives the theme another text and keeps the earlier one; refuses where its revision has changed since. */
export async function reviseTheme(
  tx: Tx,
  viewer: Viewer,
  before: Said & Pick<Theme, "id" | "revision">,
  said: Partial<Said>,
  meaningSince: number | null,
): Promise<void> {
  const { id: themeId, revision, title, definition, includes, excludes, signalWords } = before;
  const { count } = await tx.theme.updateMany({
    where: { id: themeId, revision },
    data: { ...said, revision: { increment: 1 }, ...(meaningSince === null ? {} : { meaningSince }) },
  });
  if (count === 0) throw new Refusal("stale", STALE);
  await tx.themeRevision.create({
    data: {
      themeId,
      revision,
      title,
      definition,
      includes,
      excludes,
      signalWords,
      endedById: viewer.userId,
    },
    select: { id: true },
  });
}
