import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { placeTheme } from "@/lib/tag/codebook/commands/place-theme";
import { parentChoices } from "@/lib/tag/codebook/theme-place";
import type { CodeTheme } from "../code-themes";
import { readKnownThemes } from "../queries/known-themes";
import { addFileTheme } from "./add-file-theme";

/**
 * Makes themes from the codes that are none yet, under the theme of the code above where that may have
 * children. Returns code to theme.
 */
export async function addNewCodes(
  tx: Tx,
  viewer: Viewer,
  reviewId: string,
  codes: readonly CodeTheme[],
): Promise<Map<number, string>> {
  const added = new Map<number, string>();
  for (const [index, one] of codes.entries()) {
    if (one.is !== "new") continue;
    const id = await addFileTheme(tx, viewer, reviewId, one.code);
    added.set(index, id);
    const parentId = themeOf(one.parent, codes, added);
    if (parentId === null) continue;
    const themes = await readKnownThemes(tx, viewer, reviewId);
    const theme = themes.find((other) => other.id === id);
    if (theme && parentChoices(theme, themes).some((choice) => choice.id === parentId))
      await placeTheme.within(tx, viewer, { id, parentId, afterId: "last" });
  }
  return added;
}

function themeOf(
  code: CodeTheme | null,
  codes: readonly CodeTheme[],
  added: ReadonlyMap<number, string>,
): string | null {
  if (code?.is === "here") return code.themeId;
  if (code?.is === "same") return themeOf(codes[code.as] ?? null, codes, added);
  return code?.is === "new" ? (added.get(codes.indexOf(code)) ?? null) : null;
}
