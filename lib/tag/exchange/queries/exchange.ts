import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { notFound } from "@/lib/platform/errors";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import type { Theme } from "@/lib/tag/codebook/theme";
import { codesOfThemes, type ThemeOfCode, type WrittenTheme } from "../file/theme-codes";

/** The codebook in use, as files contain it: each theme by id, with the slug of its parent. */
export async function listExchangeThemes(viewer: Viewer, reviewId: string): Promise<ThemeOfCode[]> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "codebook.read", { reviewId });
  const themes = await listThemes(viewer, reviewId);
  return themes.map((theme) => written(theme, themes));
}

/** The same, followed by the retired themes. */
export async function listAllThemes(viewer: Viewer, reviewId: string): Promise<WrittenTheme[]> {
  const inUse = await listExchangeThemes(viewer, reviewId);
  const themes = await listThemes(viewer, reviewId, { retired: true });
  const retired = themes.filter((theme) => theme.retired);
  return [...inUse, ...retired.map((theme) => ({ ...written(theme, []), retired: true }))];
}

function written(theme: Theme, among: readonly Theme[]): ThemeOfCode {
  const { id: guid, parentId, slug, axis, title, definition, includes, excludes } = theme;
  const { signalWords, colour } = theme;
  const parent = among.find(({ id }) => id === parentId)?.slug ?? null;
  return { guid, slug, axis, title, definition, includes, excludes, signalWords, colour, parent };
}

/** The same as codes, with a set for each axis. */
export async function exchangeCodes(viewer: Viewer, reviewId: string) {
  return codesOfThemes(await listExchangeThemes(viewer, reviewId));
}
