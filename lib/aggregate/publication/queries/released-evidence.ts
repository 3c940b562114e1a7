import type { Viewer } from "@/lib/access/policy";
import { noteReading } from "@/lib/access/reading";
import { visibleReleaseEvidence } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { EVIDENCE_PAGE, type ReleasedContribution } from "@/lib/aggregate/figures/released-contribution";
import { chooseQuotations, type QuotationCandidate } from "../quotations";
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
};

/**
 * Contributions of a release, for the review as a whole, that are cleared and permitted at this moment. They are ordered by their salted
 * digests, which reveals nothing of when they were said; only words and stances are given.
 */
export async function listReleasedEvidence(
  viewer: Viewer,
  filter: ReleasedEvidenceFilter,
): Promise<{ contributions: ReleasedContribution[]; total: number }> {
  const { reviewId, releaseNumber, themeId, findingId = null, stance, page = 1 } = filter;
  const release = await requireOpenRelease(viewer, reviewId, releaseNumber);
  const listed = (more: Prisma.ReleaseEvidenceWhereInput): Prisma.ReleaseEvidenceWhereInput => ({
    AND: [
      { release: { reviewId, number: releaseNumber }, themeId, findingId, bearing: "supports" },
      more,
      visibleReleaseEvidence(viewer),
    ],
  });
  const where = { released: { some: listed(stance ? { stance } : {}) } };
  const total = await db().contribution.count({ where });
  const rows = await db().contribution.findMany({
    where,
    orderBy: [{ digest: "asc" }, { id: "asc" }],
    skip: (page - 1) * EVIDENCE_PAGE,
    take: EVIDENCE_PAGE,
    select: { ...READ, released: { where: listed({}), select: { stance: true } } },
  });
  const shown = await asRead(viewer, { reviewId, releaseId: release.id }, rows);
  return { contributions: rows.flatMap(({ id }) => shown.get(id) ?? []), total };
}

/** Of the contributions under a finding, quotations are chosen from so many. */
const CANDIDATES = 60;

/**
 * Quotations for one side of these findings of a release, at most `perFinding` for each, by the ids of the findings. Those that
 * contradict a finding bear no stance: it is the finding's.
 */
export async function listQuotations(
  viewer: Viewer,
  {
    reviewId,
    releaseNumber,
    findingIds,
    bearing = "supports",
  }: {
    reviewId: string;
    releaseNumber: number;
    findingIds: readonly string[];
    bearing?: "supports" | "contradicts";
  },
  perFinding: number,
): Promise<Map<string, ReleasedContribution[]>> {
  const release = await requireOpenRelease(viewer, reviewId, releaseNumber);
  if (findingIds.length === 0) return new Map();
  const listed = {
    AND: [
      { releaseId: release.id, findingId: { in: [...findingIds] }, bearing },
      visibleReleaseEvidence(viewer),
    ],
  };
  const rows = await db().contribution.findMany({
    where: { released: { some: listed } },
    orderBy: [{ digest: "asc" }, { id: "asc" }],
    take: CANDIDATES * findingIds.length,
    select: {
      ...READ,
      participant: { select: { ...READ.participant.select, personId: true } },
      released: { where: listed, select: { stance: true, findingId: true } },
    },
  });
  const candidates = rows.flatMap(({ id, clearances, participant, released }) =>
    released.flatMap(({ findingId }): QuotationCandidate[] => {
      const text = clearances[0]?.text;
      return findingId && text ? [{ id, findingId, speaker: participant?.personId ?? id, text }] : [];
    }),
  );
  const chosen = chooseQuotations(candidates, perFinding);
  const quoted = new Set(chosen.map(({ id }) => id));
  const shown = await asRead(
    viewer,
    { reviewId, releaseId: release.id },
    rows.filter(({ id }) => quoted.has(id)),
  );
  const stancesOf = (id: string, findingId: string) =>
    rows.flatMap((row) => (row.id === id ? row.released : [])).filter((one) => one.findingId === findingId);
  const byFinding = new Map<string, ReleasedContribution[]>();
  for (const { id, findingId } of chosen) {
    const quotation = shown.get(id);
    if (!quotation) continue;
    const stances = bearing === "supports" ? stancesOf(id, findingId).map(({ stance }) => stance) : [];
    byFinding.set(findingId, [...(byFinding.get(findingId) ?? []), { ...quotation, stances }]);
  }
  return byFinding;
}

/** What is read of a contribution for people other than facilitators. */
const READ = {
  id: true,
  wording: true,
  roundtableId: true,
  roundtable: { select: { confidentiality: true } },
  clearances: { where: { until: null }, select: { text: true } },
  participant: {
    select: { attributes: { where: { attribute: "role", until: null }, select: { value: true } } },
  },
} as const satisfies Prisma.ContributionSelect;

type Row = Prisma.ContributionGetPayload<{ select: typeof READ }> & {
  released: readonly { stance: Stance }[];
};

/** The contributions as the viewer reads them, by their ids; that somebody read them is recorded. */
async function asRead(
  viewer: Viewer,
  { reviewId, releaseId }: { reviewId: string; releaseId: string },
  rows: readonly Row[],
): Promise<Map<string, ReleasedContribution>> {
  if (rows.length === 0) return new Map();
  await noteReading(viewer, {
    reviewId,
    action: "evidence.read",
    subjectType: "release",
    subjectId: releaseId,
  });
  const common = await commonRoles(reviewId, [...new Set(rows.map((row) => row.roundtableId))]);
  return new Map(
    rows.flatMap(({ id, wording, clearances, released, roundtable, participant, roundtableId }) => {
      const [clearance] = clearances;
      if (!clearance) return [];
      const role = participant?.attributes[0]?.value ?? null;
      const told =
        role !== null &&
        roundtable.confidentiality !== "chatham_house" &&
        common.has(`${roundtableId} ${role}`);
      const stances = STANCE_ORDER.filter((one) => released.some((row) => row.stance === one));
      const verbatim = wording === "verbatim";
      return [[id, { text: clearance.text, stances, verbatim, role: told ? role : null }]];
    }),
  );
}

/** "roundtable role" for each role that enough of those present there share. */
async function commonRoles(reviewId: string, roundtables: readonly string[]): Promise<Set<string>> {
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
