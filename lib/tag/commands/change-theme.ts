import { type Viewer } from "@/lib/access/policy";
import { visibleThemes } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ThemeChangeInput } from "../theme";
import { openCodebook, refuseTakenTitle } from "./add-theme";

const STALE =
  "Somebody changed this theme while you were writing. Nothing you typed is lost: it is in the form, and what the theme says now stands above it. Make one text of the two, then save again.";

/** Changes what a theme says and keeps what it said. Its address, and the lines under it, stay. */
export const changeTheme = command(async (tx, viewer: Viewer, input: ThemeChangeInput) => {
  const { id, revision, title, definition, includes, excludes } = input;
  const before = await findTheme(tx, viewer, id);
  await openCodebook(tx, viewer, before.reviewId);
  const others = await tx.theme.findMany({
    where: { reviewId: before.reviewId, id: { not: id } },
    select: { title: true },
  });
  refuseTakenTitle(title, others);
  const said = { title, definition, includes, excludes };
  if (sameTexts(before, said)) return { id, slug: before.slug };

  const { count } = await tx.theme.updateMany({
    where: { id, revision },
    data: { ...said, revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("stale", STALE);
  await tx.themeRevision.create({
    data: {
      themeId: id,
      revision,
      title: before.title,
      definition: before.definition,
      includes: before.includes,
      excludes: before.excludes,
      endedById: viewer.userId,
    },
  });
  await audit(tx, {
    reviewId: before.reviewId,
    actorId: viewer.userId,
    action: "theme.change",
    subjectType: "theme",
    subjectId: id,
    detail: { revision: revision + 1 },
  });
  await publish(tx, { kind: "codebook", reviewId: before.reviewId, ids: [id] });
  return { id, slug: before.slug };
});

/** The theme, retired or not, if the viewer may see it. */
export async function findTheme(tx: Tx, viewer: Viewer, id: string) {
  const theme = await tx.theme.findFirst({
    where: { AND: [{ id }, visibleThemes(viewer)] },
    select: {
      id: true,
      reviewId: true,
      slug: true,
      title: true,
      definition: true,
      includes: true,
      excludes: true,
    },
  });
  if (!theme) throw notFound("theme");
  return theme;
}

type Texts = Pick<ThemeChangeInput, "title" | "definition" | "includes" | "excludes">;

function sameTexts(a: Texts, b: Texts): boolean {
  return (
    a.title === b.title &&
    a.definition === b.definition &&
    a.includes === b.includes &&
    a.excludes === b.excludes
  );
}
