import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { NewThemeInput, type Theme } from "../theme";
import { addTheme } from "./add-theme";

type Added = Pick<Theme, "slug" | "axis" | "title" | "definition" | "includes" | "excludes" | "colour">;

/** Adds a theme of a file by the rules of any other; it keeps its colour, and its address where that is free. */
export async function addFileTheme(
  tx: Tx,
  viewer: Viewer,
  reviewId: string,
  { slug, colour, ...said }: Added,
  keepSlug: boolean,
): Promise<string> {
  const { id } = await addTheme.within(tx, viewer, NewThemeInput.parse({ ...said, reviewId }));
  const taken =
    !keepSlug || (await tx.theme.findFirst({ where: { reviewId, slug }, select: { id: true } })) !== null;
  await tx.theme.update({
    where: { id },
    data: { colour, ...(taken ? {} : { slug }) },
    select: { id: true },
  });
  return id;
}
