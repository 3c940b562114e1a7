import type { Viewer } from "@/lib/access/policy";
import { noteReading } from "@/lib/access/reading";
import { visibleReleaseEvidence } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { EVIDENCE_PAGE, type ReleasedContribution } from "@/lib/aggregate/figures/evidence";
import { isSharedByEnough } from "@/lib/aggregate/figures/small-number";
import { requireOpenRelease } from "./releases";

export type ReleasedEvidenceFilter = {
  reviewId: string;
  releaseNumber: number;
  themeId: string;
  /** The list of one finding; null: the list of the theme. */
  findingId?: string | null;
  stance?: Stance;
  page?: number;
  /** How many of a page; for quotations, the first few. */
  limit?: number;
};

/**
 * Contributions of a release, for the review as a whole, that are cleared and permitted at this moment. They are ordered by their salted
 * digests, which reveals nothing of when they were said; only words and stances are given.
 */
export async function listReleasedEvidence(
  viewer: Viewer,
  filter: ReleasedEvidenceFilter,
): Promise<{ contributions: ReleasedContribution[]; total: number }> {
  const {
    reviewId,
    releaseNumber,
    themeId,
    findingId = null,
    stance,
    page = 1,
    limit = EVIDENCE_PAGE,
  } = filter;
  const release = await requireOpenRelease(viewer, reviewId, releaseNumber);
  const listed = (more: Prisma.ReleaseEvidenceWhereInput): Prisma.ReleaseEvidenceWhereInput => ({
    AND: [
      { release: { reviewId, number: releaseNumber }, themeId, findingId },
      more,
      visibleReleaseEvidence(viewer),
    ],
  });
  const where = { released: { some: listed(stance ? { stance } : {}) } };
  const total = await db().contribution.count({ where });
  const rows = await db().contribution.findMany({
    where,
    orderBy: [{ digest: "asc" }, { id: "asc" }],
    skip: (page - 1) * limit,
    take: limit,
    select: {
      roundtableId: true,
      roundtable: { select: { confidentiality: true } },
      clearances: { where: { until: null }, select: { text: true } },
      released: { where: listed({}), select: { stance: true } },
      participant: {
        select: { attributes: { where: { attribute: "role", until: null }, select: { value: true } } },
      },
    },
  });
  if (rows.length > 0)
    await noteReading(viewer, {
      reviewId,
      action: "evidence.read",
      subjectType: "release",
      subjectId: release.id,
    });
  const common = await commonRoles(reviewId, [...new Set(rows.map((row) => row.roundtableId))]);
  const contributions = rows.flatMap(({ clearances, released, roundtable, participant, ...row }) => {
    const [clearance] = clearances;
    if (!clearance) return [];
    const role = participant?.attributes[0]?.value ?? null;
    const told =
      role !== null &&
      roundtable.confidentiality !== "chatham_house" &&
      common.has(`${row.roundtableId} ${role}`);
    const stances = STANCE_ORDER.filter((one) => released.some((row) => row.stance === one));
    return [{ text: clearance.text, stances, role: told ? role : null }];
  });
  return { contributions, total };
}

/** "roundtable role" for each role that enough of those present there share. */
async function commonRoles(reviewId: string, roundtables: readonly string[]): Promise<Set<string>> {
  if (roundtables.length === 0) return new Set();
  const rows = await db().$queryRaw<
    { roundtable: string; role: string; people: number; smallNumber: number }[]
  >`
    SELECT p.roundtable_id AS roundtable, a.value AS role, count(DISTINCT p.person_id)::int AS people,
      v.small_number AS "smallNumber"
    FROM participant p
    JOIN participant_attribute a ON a.participant_id = p.id AND a.attribute = 'role' AND a.until_at IS NULL
    JOIN review v ON v.id = p.review_id
    WHERE p.review_id = ${reviewId}::uuid AND p.roundtable_id = ANY(${roundtables}::uuid[])
      AND p.present AND NOT p.host
    GROUP BY p.roundtable_id, a.value, v.small_number`;
  const common = rows.filter(({ people, smallNumber }) => isSharedByEnough(people, smallNumber));
  return new Set(common.map(({ roundtable, role }) => `${roundtable} ${role}`));
}
