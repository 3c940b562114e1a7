import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import type { Viewer } from "@/lib/access/policy";
import { noteReading } from "@/lib/access/reading";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { tableOf } from "../release-contents";
import { handsOfTheme, type NamedHands } from "../words/named-hands";
import { getRelease, requireOpenRelease } from "./releases";

/** The shows of hands `c` of a release that may be named, each with its cleared words `k`. */
const nameable = (releaseId: string) => Prisma.sql`
  FROM release v
  JOIN release_roundtable b ON b.release_id = v.id
  JOIN roundtable r ON r.id = b.roundtable_id
  JOIN contribution c ON c.roundtable_id = r.id
  JOIN clearance k ON k.contribution_id = c.id AND k.until_at IS NULL
  LEFT JOIN release_table o ON o.release_id = v.id AND o.roundtable_id = r.id
  WHERE v.id = ${releaseId}::uuid AND c.source = 'group' AND c.hands_raised IS NOT NULL
    AND c.hands_asked >= v.threshold AND ${standing()}`;

const THEME_IDS = Prisma.sql`array(
  SELECT DISTINCT t.theme_id::text FROM settled_tagging t WHERE t.contribution_id = c.id) AS "themeIds"`;

type Row = Omit<NamedHands, "place"> & { title: string | null; heldOn: Date };

/**
 * What the shows of hands of a release were about, in cleared words: hands were public in the room, and bear no speaker. Fewer
 * people asked than the release's threshold are left out, as the release leaves them out. A roundtable is named only where the
 * release shows it alone.
 */
export async function listReleasedHands(
  viewer: Viewer,
  { reviewId, releaseNumber }: { reviewId: string; releaseNumber: number },
): Promise<NamedHands[]> {
  const { id: releaseId } = await requireOpenRelease(viewer, reviewId, releaseNumber);
  const rows = await db().$queryRaw<Row[]>`
    SELECT c.id, c.hands_raised AS raised, c.hands_asked AS asked, k.text, c.roundtable_id AS "roundtableId",
      r.held_on AS "heldOn", CASE WHEN o.id IS NOT NULL THEN r.title END AS title,
      ${THEME_IDS},
      array(SELECT DISTINCT e.finding_id::text FROM finding_evidence e
        WHERE e.contribution_id = c.id AND e.bearing = 'supports' AND e.until_at IS NULL) AS "findingIds"
    ${nameable(releaseId)}
    ORDER BY r.held_on, c.hands_raised DESC, c.id`;
  if (rows.length === 0) return [];
  await noteReading(viewer, {
    reviewId,
    action: "evidence.read",
    subjectType: "release",
    subjectId: releaseId,
  });
  return rows.map(({ title, heldOn, ...row }) => ({
    ...row,
    place: title === null ? null : { title, heldOn },
  }));
}

/** A show of hands that the pages of a release name, and the themes under which they do; without its words. */
export type PlacedHands = { id: string; themes: { id: string; slug: string }[] };

/** Those that the pages of a release name, so that a search can find them and no others. */
export async function listPlacedHands(
  viewer: Viewer,
  { reviewId, releaseNumber }: { reviewId: string; releaseNumber: number },
): Promise<PlacedHands[]> {
  const table = tableOf(await getRelease(viewer, reviewId, releaseNumber, { roundtable: null }), null);
  if (!table?.themes.some(({ hands }) => hands.length > 0)) return [];
  const { id: releaseId } = await requireOpenRelease(viewer, reviewId, releaseNumber);
  const rows = await db().$queryRaw<
    Pick<NamedHands, "id" | "raised" | "asked" | "roundtableId" | "themeIds">[]
  >`
    SELECT c.id, c.hands_raised AS raised, c.hands_asked AS asked, c.roundtable_id AS "roundtableId", ${THEME_IDS}
    ${nameable(releaseId)}
    ORDER BY r.held_on, c.hands_raised DESC, c.id`;
  const under = table.themes.flatMap((theme) =>
    handsOfTheme(theme, table, rows).flatMap(({ named }) => (named ? [{ id: named.id, theme }] : [])),
  );
  return rows.flatMap(({ id }) => {
    const themes = under
      .filter((one) => one.id === id)
      .map(({ theme }) => ({ id: theme.id, slug: theme.slug }));
    return themes.length > 0 ? [{ id, themes }] : [];
  });
}
