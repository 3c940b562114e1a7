import { isTooFew } from "@/lib/aggregate/figures/small-number";
import type { Tx } from "@/lib/platform/db";
import type { FindingCounts } from "../release-source";

export type FindingsToRelease = {
  findings: FindingCounts[];
  /** Views of a few people, none of whose contributions is cleared and permitted. They cannot be told. */
  notPermitted: { id: string; text: string }[];
};

/**
 * Findings that somebody at these roundtables supports, each with the distinct people for it and against it. A view of
 * fewer people than the threshold is told only where one of its contributions is cleared, and its speaker permits words
 * to be used.
 */
export async function countFindings(
  client: Tx,
  reviewId: string,
  { roundtables, threshold }: { roundtables: readonly string[]; threshold: number },
): Promise<FindingsToRelease> {
  const behind = await client.$queryRaw<
    { id: string; people: number; contradicting: number; permitted: boolean }[]
  >`
    SELECT e.finding_id AS id,
      (count(DISTINCT l.person_id) FILTER (WHERE e.bearing = 'supports'))::int AS people,
      (count(DISTINCT l.person_id) FILTER (WHERE e.bearing = 'contradicts'))::int AS contradicting,
      coalesce(bool_or(e.bearing = 'supports' AND k.id IS NOT NULL AND m.id IS NOT NULL), false) AS permitted
    FROM finding_evidence e JOIN counted_contribution l ON l.contribution_id = e.contribution_id
    LEFT JOIN clearance k ON k.contribution_id = l.contribution_id AND k.until_at IS NULL
    LEFT JOIN permission m ON m.participant_id = l.participant_id AND m.until_at IS NULL
      AND m.level IN ('verbatim', 'paraphrase')
    WHERE e.review_id = ${reviewId}::uuid AND e.until_at IS NULL AND l.roundtable_id = ANY(${roundtables}::uuid[])
    GROUP BY e.finding_id`;
  const counts = new Map(behind.map((row) => [row.id, row]));
  const findings = await client.finding.findMany({
    where: { reviewId, withdrawnAt: null, id: { in: behind.map(({ id }) => id) } },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true, themeId: true, stance: true, text: true, counterView: true },
  });
  const told: FindingsToRelease = { findings: [], notPermitted: [] };
  for (const finding of findings) {
    const { people = 0, contradicting = 0, permitted = false } = counts.get(finding.id) ?? {};
    if (people === 0) continue;
    if (isTooFew(people, threshold) && !permitted)
      told.notPermitted.push({ id: finding.id, text: finding.text });
    else told.findings.push({ ...finding, people, contradictingPeople: contradicting });
  }
  return told;
}
