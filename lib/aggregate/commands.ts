import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { SEGMENT_ORDER, type ThemeTable } from "./figures";
import { figuresToRelease } from "./queries/release-figures";
import type { ReleaseInput } from "./release";
import { readableStances } from "./suppression";

/**
 * Makes the figures of all closed roundtables, suppressed as a whole, and the lines behind those that are
 * shown, into a release: reviewers see it from now on, and it never changes.
 */
export const releaseFigures = command(async (tx, viewer: Viewer, { reviewId }: ReleaseInput) => {
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { smallNumber: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "figures.release", { reviewId });
  // Two leads who press at the same moment make two releases, one after the other.
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
  for (const table of tables) await keepEvidence(tx, release.id, table, covered);
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
 * A row for each line behind a shown figure of the table: its speaker's segment is shown, and so is that of
 * the line's own stance, for the lines of a withheld figure are not to be listed under any other.
 */
async function keepEvidence(tx: Tx, releaseId: string, { scope, themes }: ThemeTable, covered: string[]) {
  const shown = themes.filter(({ people }) => people.value !== null && people.value > 0);
  const themesOf = (pick: (theme: ThemeTable["themes"][number]) => readonly string[]) =>
    shown.flatMap((theme) => pick(theme).map((value) => ({ theme: theme.id, value })));
  const segments = themesOf((theme) =>
    SEGMENT_ORDER.filter((name) => theme.segments[name].people.value !== null),
  );
  const stances = themesOf(readableStances);
  const roundtables = scope.roundtable ? [scope.roundtable.id] : covered;
  await tx.$executeRaw`
    WITH said AS (
      SELECT DISTINCT t.theme_id, l.person_id, l.contribution_id, t.stance
      FROM counted_line l JOIN settled_tagging t ON t.contribution_id = l.contribution_id
      WHERE l.roundtable_id = ANY(${roundtables}::uuid[])
    ), person AS (
      SELECT theme_id, person_id, CASE WHEN count(DISTINCT stance) > 1 THEN 'mixed' ELSE min(stance::text) END AS segment
      FROM said GROUP BY theme_id, person_id
    ), segment AS (
      SELECT * FROM unnest(${segments.map(({ theme }) => theme)}::uuid[], ${segments.map(({ value }) => value)}::text[]) AS s(theme_id, name)
    ), readable AS (
      SELECT * FROM unnest(${stances.map(({ theme }) => theme)}::uuid[], ${stances.map(({ value }) => value)}::text[]) AS s(theme_id, name)
    )
    INSERT INTO release_evidence (id, release_id, roundtable_id, theme_id, contribution_id, stance)
    SELECT gen_random_uuid(), ${releaseId}::uuid, ${scope.roundtable?.id ?? null}::uuid, s.theme_id, s.contribution_id, s.stance
    FROM said s
    JOIN person p ON p.theme_id = s.theme_id AND p.person_id = s.person_id
    JOIN segment g ON g.theme_id = s.theme_id AND g.name = p.segment
    JOIN readable r ON r.theme_id = s.theme_id AND r.name = s.stance::text`;
}
