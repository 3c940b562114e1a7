import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { notFound } from "@/lib/platform/errors";
import { codesOfThemes, type ThemeOfCode } from "../exchange/theme-codes";
import { listThemes } from "../queries";

/** The program that wrote a file, as the file says. */
export const ORIGIN = "NPQ review";

/** The codebook in use, as files carry it: each theme by its id, under the slug of the one above it. */
export async function listExchangeThemes(viewer: Viewer, reviewId: string): Promise<ThemeOfCode[]> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "codebook.read", { reviewId });
  const themes = await listThemes(viewer, reviewId);
  return themes.map(({ id, parentId, slug, axis, title, definition, includes, excludes, colour }) => ({
    ...{ guid: id, slug, axis, title, definition, includes, excludes, colour },
    parent: themes.find((other) => other.id === parentId)?.slug ?? null,
  }));
}

/** The same as codes, with a set for each axis. */
export async function exchangeCodes(viewer: Viewer, reviewId: string) {
  return codesOfThemes(await listExchangeThemes(viewer, reviewId));
}
