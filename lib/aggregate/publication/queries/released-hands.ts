import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import type { Viewer } from "@/lib/access/policy";
import { noteReading } from "@/lib/access/reading";
import { db } from "@/lib/platform/db";
import type { NamedHands } from "../words/named-hands";
import { requireOpenRelease } from "./releases";

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
      array(SELECT DISTINCT t.theme_id::text FROM settled_tagging t WHERE t.contribution_id = c.id) AS "themeIds",
      array(SELECT DISTINCT e.finding_id::text FROM finding_evidence e
        WHERE e.contribution_id = c.id AND e.bearing = 'supports' AND e.until_at IS NULL) AS "findingIds"
    FROM release v
    JOIN release_roundtable b ON b.release_id = v.id
    JOIN roundtable r ON r.id = b.roundtable_id
    JOIN contribution c ON c.roundtable_id = r.id
    JOIN clearance k ON k.contribution_id = c.id AND k.until_at IS NULL
    LEFT JOIN release_table o ON o.release_id = v.id AND o.roundtable_id = r.id
    WHERE v.id = ${releaseId}::uuid AND c.source = 'group' AND c.hands_raised IS NOT NULL
      AND c.hands_asked >= v.threshold AND ${standing()}
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
