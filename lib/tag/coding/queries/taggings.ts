import { type Viewer } from "@/lib/access/policy";
import { OUTSIDE_BLIND_ROUNDS, outsideOwnBlindRounds, visibleContributions } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { isStale } from "@/lib/tag/codebook/theme";
import type { ContributionTagging } from "../tagging";

const TAGGING = {
  id: true,
  themeId: true,
  stance: true,
  explicit: true,
  spanStart: true,
  spanEnd: true,
  themeRevision: true,
  theme: { select: { meaningSince: true } },
  codingRound: { select: { number: true } },
  coder: { select: { userId: true, user: { select: { name: true, email: true } } } },
} satisfies Prisma.TaggingSelect;

/**
 * What people have set now on a contribution that the viewer may see, the earliest first, without what a blind round
 * hides.
 */
export function presentTaggings(viewer: Viewer) {
  return {
    where: {
      ...OUTSIDE_BLIND_ROUNDS,
      contribution: outsideOwnBlindRounds(viewer),
      until: null,
      coder: { userId: { not: null } },
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: TAGGING,
  } satisfies Prisma.Contribution$taggingsArgs;
}

export function toTagging(
  { userId }: Viewer,
  row: Prisma.TaggingGetPayload<{ select: typeof TAGGING }>,
): ContributionTagging {
  const { coder, theme, themeRevision, codingRound, ...tagging } = row;
  const name = coder.user?.name ?? coder.user?.email ?? "";
  const stale = isStale({ themeRevision }, theme);
  return {
    ...tagging,
    round: codingRound?.number ?? null,
    stale,
    coder: name,
    mine: coder.userId === userId,
  };
}

/** Contribution to its present themes, the earliest first; contributions without any are left out. */
export async function listTaggings(
  viewer: Viewer,
  contributionIds: readonly string[],
): Promise<Map<string, ContributionTagging[]>> {
  const rows = await db().contribution.findMany({
    where: {
      AND: [{ id: { in: [...contributionIds] } }, visibleContributions(viewer)],
      taggings: { some: { until: null } },
    },
    select: { id: true, taggings: presentTaggings(viewer) },
  });
  const coded = rows.filter(({ taggings }) => taggings.length > 0);
  return new Map(coded.map(({ id, taggings }) => [id, taggings.map((one) => toTagging(viewer, one))]));
}
