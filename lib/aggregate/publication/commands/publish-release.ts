import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { SEGMENT_ORDER, type ThemeFigures, type ThemeTable } from "@/lib/aggregate/figures/figures";
import { figuresToRelease } from "../queries/release-figures";
import type { ReleaseInput } from "../release";
import { readableStances } from "../suppression";

/**
 * Releases the figures of all closed roundtables, suppressed as a whole, with the contributions behind the
 * figures that are shown. Reviewers see it from now on, and it never changes.
 */
export const releaseFigures = command(async (tx, viewer: Viewer, { reviewId }: ReleaseInput) => {
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { smallNumber: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "figures.release", { reviewId });
  // A lock: two leads who release at the same time make two releases, one after the other.
  await tx.$queryRaw`SELECT id FROM review WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`;
  const tables = await figuresToRelease(tx, reviewId, review.smallNumber);
  if (tables.length === 0)
    throw invalid("No roundtable is closed yet, so there is nothing to release. Close a roundtable first.");
  const last = await tx.release.findFirst({
    where: { reviewId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const number = (last?.number ?? 0) + 1;
  const release = await tx.release.create({
    data: {
      reviewId,
      number,
      createdById: viewer.userId,
      tables: {
        create: tables.map((figures) => ({ roundtableId: figures.scope.roundtable?.id ?? null, figures })),
      },
    },
    select: { id: true },
  });
  const covered = tables.flatMap(({ scope }) => scope.roundtable?.id ?? []);
  await keepEvidence(tx, release.id, tables, covered);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "figures.release",
    subjectType: "release",
    subjectId: release.id,
    detail: { number, roundtables: covered },
  });
  await publish(tx, { kind: "figures.released", reviewId });
  return { number };
});

/**
 * A row for each contribution behind a shown figure of a table. Both its speaker's segment and the segment of
 * its own stance must be shown there, so that contributions of a withheld figure are not listed under
 * another.
 */
async function keepEvidence(tx: Tx, releaseId: string, tables: readonly ThemeTable[], covered: string[]) {
  const segments = cellsOf(tables, (theme) =>
    SEGMENT_ORDER.filter((name) => theme.segments[name].people.value !== null),
  );
  const stances = cellsOf(tables, readableStances);
  await tx.$executeRaw`
    WITH said AS (
      SELECT DISTINCT t.theme_id, l.person_id, l.roundtable_id, l.contribution_id, t.stance::text AS stance
      FROM counted_contribution l JOIN settled_tagging t ON t.contribution_id = l.contribution_id
      WHERE l.roundtable_id = ANY(${covered}::uuid[])
    ), placed AS (
      SELECT roundtable_id::text AS place, theme_id, person_id, contribution_id, stance FROM said
      UNION ALL SELECT ${REVIEW}, theme_id, person_id, contribution_id, stance FROM said
    ), person AS (
      SELECT place, theme_id, person_id,
        CASE WHEN min(stance) = max(stance) THEN min(stance) ELSE 'mixed' END AS segment
      FROM placed GROUP BY place, theme_id, person_id
    ), segment AS (
      SELECT * FROM unnest(${segments.places}::text[], ${segments.themes}::uuid[], ${segments.names}::text[])
        AS s(place, theme_id, name)
    ), readable AS (
      SELECT * FROM unnest(${stances.places}::text[], ${stances.themes}::uuid[], ${stances.names}::text[])
        AS s(place, theme_id, name)
    )
    INSERT INTO release_evidence (id, release_id, roundtable_id, theme_id, contribution_id, stance)
    SELECT gen_random_uuid(), ${releaseId}::uuid, nullif(s.place, ${REVIEW})::uuid, s.theme_id, s.contribution_id,
      s.stance::stance
    FROM placed s
    JOIN person p ON p.place = s.place AND p.theme_id = s.theme_id AND p.person_id = s.person_id
    JOIN segment g ON g.place = s.place AND g.theme_id = s.theme_id AND g.name = p.segment
    JOIN readable r ON r.place = s.place AND r.theme_id = s.theme_id AND r.name = s.stance`;
}

/** The key of the review's own table, where the others have their roundtable's id. */
const REVIEW = "";

/** Table, theme and name, as columns, of each cell that `pick` names in a theme whose people are shown. */
function cellsOf(tables: readonly ThemeTable[], pick: (theme: ThemeFigures) => readonly string[]) {
  const cells = tables.flatMap(({ scope, themes }) =>
    themes
      .filter(({ people }) => people.value !== null && people.value > 0)
      .flatMap((theme) =>
        pick(theme).map((name) => ({ place: scope.roundtable?.id ?? REVIEW, theme: theme.id, name })),
      ),
  );
  return {
    places: cells.map(({ place }) => place),
    themes: cells.map(({ theme }) => theme),
    names: cells.map(({ name }) => name),
  };
}
