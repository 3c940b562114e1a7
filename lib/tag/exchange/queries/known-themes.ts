import type { Viewer } from "@/lib/access/policy";
import { visibleThemes } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { codebookOrder } from "@/lib/tag/codebook/theme";
import type { KnownTheme } from "../codebook-plan";

/** The whole codebook in order, including retired themes; also within a transaction. */
export async function readKnownThemes(client: Tx, viewer: Viewer, reviewId: string): Promise<KnownTheme[]> {
  const rows = await client.theme.findMany({
    where: { AND: [{ reviewId }, visibleThemes(viewer)] },
    select: {
      id: true,
      slug: true,
      axis: true,
      title: true,
      definition: true,
      includes: true,
      excludes: true,
      signalWords: true,
      colour: true,
      revision: true,
      meaningSince: true,
      retiredAt: true,
      placements: { where: { until: null }, select: { parentId: true, position: true } },
    },
  });
  const themes = rows.map(({ placements: [place], retiredAt, ...theme }) => ({
    ...theme,
    retired: retiredAt !== null,
    parentId: place?.parentId ?? null,
    position: place?.position ?? null,
  }));
  return codebookOrder(themes);
}
