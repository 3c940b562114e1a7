import { can, type Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import {
  OPEN_CONTRIBUTION,
  outsideOwnBlindRounds,
  visibleContributions,
  visibleTaggings,
  visibleThemes,
} from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import {
  asShape,
  blockedBy,
  CHANGE_DETAIL,
  standsAfter,
  type PlaceChange,
  type ShapeChange,
} from "@/lib/tag/codebook/codebook-change";
import type { Theme } from "@/lib/tag/codebook/theme";
import { exampleWords, type Example } from "../example";

/**
 * Words that show what belongs under a theme and what does not, for viewers who may read their contributions,
 * and who are not to code those in an unfinished blind round.
 */
export async function listExamples(viewer: Viewer, themeId: string): Promise<Example[]> {
  const rows = await db().themeExample.findMany({
    where: {
      themeId,
      until: null,
      theme: visibleThemes(viewer),
      contribution: { AND: [OPEN_CONTRIBUTION, visibleContributions(viewer), outsideOwnBlindRounds(viewer)] },
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: {
      id: true,
      contributionId: true,
      belongs: true,
      spanStart: true,
      spanEnd: true,
      contribution: { select: { text: true, reviewId: true, roundtableId: true } },
    },
  });
  await noteContributions(
    viewer,
    rows.map(({ contribution }) => contribution),
  );
  return rows.map(({ id, contributionId, belongs, contribution, ...span }) => ({
    id,
    contributionId,
    belongs,
    text: exampleWords(contribution.text, span),
  }));
}

type Meaning = Pick<Theme, "id" | "meaningSince">;

/** How many taggings of a theme were set under its present meaning, and how many under an earlier one. */
export async function countTaggingsByMeaning(
  viewer: Viewer,
  theme: Meaning,
): Promise<{ fresh: number; stale: number }> {
  const fresh = await countTaggings(viewer, theme, { gte: theme.meaningSince });
  return { fresh, stale: await countStaleTaggings(viewer, theme) };
}

/** How many were set under an earlier meaning. Under the first one there is no earlier one. */
export async function countStaleTaggings(viewer: Viewer, theme: Meaning): Promise<number> {
  return theme.meaningSince > 1 ? countTaggings(viewer, theme, { lt: theme.meaningSince }) : 0;
}

const countTaggings = (
  viewer: Viewer,
  { id: themeId }: Meaning,
  themeRevision: { gte: number } | { lt: number },
) =>
  db().tagging.count({
    where: {
      AND: [
        { themeId, until: null, coder: { userId: { not: null } }, themeRevision },
        visibleTaggings(viewer),
      ],
    },
  });

/** The history of a theme's place: its moves, merges and splits, latest first. */
export async function listShapeChanges(
  viewer: Viewer,
  { id, reviewId }: { id: string; reviewId: string },
): Promise<ShapeChange[]> {
  const rows = await db().codingChange.findMany({
    where: { reviewId, theme: visibleThemes(viewer) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: {
      id: true,
      kind: true,
      themeId: true,
      detail: true,
      at: true,
      byId: true,
      undoneAt: true,
      undoneById: true,
    },
  });
  const all = rows.flatMap((row) => asShape(row) ?? []);
  const mine = all.filter(({ themeId, otherId }) => themeId === id || otherId === id);
  const standing = await placesOf(mine.flatMap(moves).map(({ themeId }) => themeId));
  const works = can(viewer, "review.work", { reviewId });
  const names = await namesOf(
    mine.flatMap(({ byId, undoneById }) => [byId, ...(undoneById ? [undoneById] : [])]),
  );
  const nameOf = (userId: string | null) => (works && userId ? (names.get(userId) ?? null) : null);
  return mine.map(({ byId, undoneById, detail, ...change }) => ({
    ...change,
    by: nameOf(byId),
    undoneBy: nameOf(undoneById),
    open:
      change.undoneAt === null &&
      !blockedBy(change, all) &&
      standsAfter(moves({ kind: change.kind, detail }), (themeId) => standing.get(themeId)),
  }));
}

/** What a move changed: where one of its themes has been moved since, it cannot be undone as a whole. */
function moves({ kind, detail }: { kind: ShapeChange["kind"]; detail: unknown }): PlaceChange[] {
  return kind === "move" ? CHANGE_DETAIL.move.parse(detail).places : [];
}

async function placesOf(themeIds: readonly string[]) {
  const places = await db().themePlacement.findMany({
    where: { themeId: { in: [...themeIds] }, until: null },
    select: { themeId: true, parentId: true, position: true },
  });
  return new Map(places.map(({ themeId, ...place }) => [themeId, place]));
}
