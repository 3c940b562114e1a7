import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { NewThemeInput, themeSlug, type Theme } from "../theme";
import { addTheme } from "./add-theme";

type Added = Pick<Theme, "slug" | "axis" | "title" | "definition" | "includes" | "excludes" | "colour">;

/** Adds a theme of a file by the rules of any other; it keeps its colour, and its address where that is one, and free. */
export async function addFileTheme(
  tx: Tx,
  viewer: Viewer,
  reviewId: string,
  { slug, colour, ...said }: Added,
  keepSlug: boolean,
): Promise<string> {
  const { id } = await addTheme.within(tx, viewer, NewThemeInput.parse({ ...said, reviewId }));
  const others = await tx.theme.findMany({ where: { reviewId, id: { not: id } }, select: { slug: true } });
  const free =
    keepSlug &&
    slug ===
      themeSlug(
        slug,
        others.map((other) => other.slug),
      );
  await tx.theme.update({
    where: { id },
    data: { colour, ...(free ? { slug } : {}) },
    select: { id: true },
  });
  return id;
}
