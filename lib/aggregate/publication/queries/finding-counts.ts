import type { Tx } from "@/lib/platform/db";
import type { FindingCounts } from "../plan-release";

/** Findings that somebody at these roundtables supports, each with the distinct people for it and against it. */
export async function countFindings(
  client: Tx,
  reviewId: string,
  roundtables: readonly string[],
): Promise<FindingCounts[]> {
  const behind = await client.$queryRaw<{ id: string; people: number; contradicting: number }[]>`
    SELECT e.finding_id AS id,
      (count(DISTINCT l.person_id) FILTER (WHERE e.bearing = 'supports'))::int AS people,
      (count(DISTINCT l.person_id) FILTER (WHERE e.bearing = 'contradicts'))::int AS contradicting
    FROM finding_evidence e JOIN counted_contribution l ON l.contribution_id = e.contribution_id
    WHERE e.review_id = ${reviewId}::uuid AND e.until_at IS NULL AND l.roundtable_id = ANY(${roundtables}::uuid[])
    GROUP BY e.finding_id`;
  const counts = new Map(behind.map((row) => [row.id, row]));
  const findings = await client.finding.findMany({
    where: { reviewId, withdrawnAt: null, id: { in: behind.map(({ id }) => id) } },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true, themeId: true, stance: true, text: true, counterView: true },
  });
  return findings.flatMap((finding) => {
    const { people = 0, contradicting = 0 } = counts.get(finding.id) ?? {};
    return people > 0 ? [{ ...finding, people, contradictingPeople: contradicting }] : [];
  });
}
