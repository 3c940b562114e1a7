import type { Viewer } from "@/lib/access/policy";
import { visibleCodingRounds } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { codebookOrder, type Theme } from "@/lib/tag/codebook/theme";

const TEXTS = {
  revision: true,
  title: true,
  definition: true,
  includes: true,
  excludes: true,
  signalWords: true,
} as const;

/** The themes of the round in the order of the codebook, each with its text when the round was planned. */
export async function listRoundThemes(viewer: Viewer, roundId: string): Promise<Theme[]> {
  const rows = await db().codingRoundTheme.findMany({
    where: { codingRoundId: roundId, codingRound: visibleCodingRounds(viewer) },
    select: {
      themeRevision: true,
      theme: {
        select: {
          id: true,
          slug: true,
          axis: true,
          colour: true,
          meaningSince: true,
          retiredAt: true,
          ...TEXTS,
          placements: { where: { until: null }, select: { position: true, parentId: true } },
          revisions: { select: TEXTS },
        },
      },
    },
  });
  const themes = rows.map(({ themeRevision, theme: { placements, revisions, retiredAt, ...theme } }) => ({
    ...theme,
    ...revisions.find(({ revision }) => revision === themeRevision),
    parentId: placements[0]?.parentId ?? null,
    position: placements[0]?.position ?? null,
    retired: retiredAt !== null,
  }));
  return codebookOrder(themes);
}

/**
 * A round that is not settled and uses one of these themes, so that none of them may be merged, split or
 * retired.
 */
export async function findRoundUsing(
  viewer: Viewer,
  themeIds: readonly string[],
): Promise<{ title: string; number: number } | null> {
  return db().codingRound.findFirst({
    where: {
      AND: [visibleCodingRounds(viewer)],
      state: { in: ["open", "adjudicating"] },
      themes: { some: { themeId: { in: [...themeIds] } } },
    },
    orderBy: { number: "asc" },
    select: { title: true, number: true },
  });
}
