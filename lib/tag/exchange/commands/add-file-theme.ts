import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import type { Theme } from "@/lib/tag/codebook/theme";
import { NewThemeInput } from "@/lib/tag/codebook/theme-input";
import { insertTheme } from "@/lib/tag/codebook/commands/add-theme";

type Texts = Pick<
  Theme,
  "slug" | "axis" | "title" | "definition" | "includes" | "excludes" | "signalWords" | "colour"
>;

/**
 * Adds a theme of a file by the same rules as any other. It keeps its colour, its identifier, by which it is
 * recognised when the file is imported again, and its slug where the file gives one.
 */
export async function addFileTheme(
  tx: Tx,
  viewer: Viewer,
  reviewId: string,
  { guid, slug, colour, ...said }: Texts & { guid: string | null },
): Promise<string> {
  const input = NewThemeInput.parse({ ...said, reviewId });
  // A table has slugs and no identifiers, a file of codes the other way round.
  const brought = guid === null ? { slug, colour } : { id: guid, colour };
  return (await insertTheme(tx, viewer, input, brought)).id;
}
