import type { Tx } from "@/lib/platform/db";
import type { ReleasePlan } from "../release-source";
import { isReadable } from "../may-be-listed";
import { tableOf } from "../release-contents";

/**
 * A row for each contribution that may be listed: under a theme, and under each side of a finding, that enough people raised,
 * for the review as a whole. Whether its words may be read is decided whenever somebody reads.
 */
export async function keepEvidence(
  tx: Tx,
  release: { id: string; covered: readonly string[] },
  { tables, findings }: Pick<ReleasePlan, "tables" | "findings">,
): Promise<void> {
  const themes = tableOf({ tables }, null)?.themes.filter(({ people }) => isReadable(people)) ?? [];
  const sides = [
    ["supports", findings.filter(({ supports }) => isReadable(supports))],
    ["contradicts", findings.filter(({ contradicts }) => isReadable(contradicts))],
  ] as const;
  await tx.$executeRaw`
    INSERT INTO release_evidence (id, release_id, theme_id, finding_id, contribution_id, stance)
    SELECT gen_random_uuid(), ${release.id}::uuid, s.theme_id, NULL, s.contribution_id, s.stance
    FROM (
      SELECT DISTINCT t.theme_id, l.contribution_id, t.stance
      FROM counted_contribution l JOIN settled_tagging t ON t.contribution_id = l.contribution_id
      WHERE l.roundtable_id = ANY(${release.covered}::uuid[])
        AND t.theme_id = ANY(${themes.map(({ id }) => id)}::uuid[])
    ) s`;
  for (const [bearing, told] of sides)
    await tx.$executeRaw`
      INSERT INTO release_evidence (id, release_id, theme_id, finding_id, contribution_id, stance, bearing)
      SELECT gen_random_uuid(), ${release.id}::uuid, f.theme_id, f.id, s.contribution_id, f.stance, ${bearing}::bearing
      FROM (
        SELECT DISTINCT e.finding_id, l.contribution_id
        FROM finding_evidence e JOIN counted_contribution l ON l.contribution_id = e.contribution_id
        WHERE e.until_at IS NULL AND e.bearing = ${bearing}::bearing
          AND l.roundtable_id = ANY(${release.covered}::uuid[])
          AND e.finding_id = ANY(${told.map(({ id }) => id)}::uuid[])
      ) s JOIN finding f ON f.id = s.finding_id`;
}
