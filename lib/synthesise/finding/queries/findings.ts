import { isOpen } from "@/lib/capture/contribution/counted-words";
import type { Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, visibleContributions, visibleFindings } from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { whoIsBehind, type EvidenceContribution } from "../evidence";
import type { Finding, FindingRevision } from "../finding";

const FINDING = {
  id: true,
  themeId: true,
  text: true,
  counterView: true,
  note: true,
  stance: true,
  revision: true,
} as const satisfies Prisma.FindingSelect;

type FindingRow = Prisma.FindingGetPayload<{ select: typeof FINDING }>;

/** The findings of a review, or of one of its themes, in the order in which they were written. */
export async function listFindings(
  viewer: Viewer,
  reviewId: string,
  { themeId }: { themeId?: string } = {},
): Promise<Finding[]> {
  const rows = await db().finding.findMany({
    where: { AND: [{ reviewId, ...(themeId ? { themeId } : {}) }, visibleFindings(viewer)] },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: FINDING,
  });
  return withEvidence(viewer, rows);
}

/** One finding. Refuses with not-found what the viewer may not see, and what was withdrawn. */
export async function getFinding(viewer: Viewer, reviewId: string, id: string): Promise<Finding> {
  const row = await db().finding.findFirst({
    where: { AND: [{ id, reviewId }, visibleFindings(viewer)] },
    select: FINDING,
  });
  const [finding] = row ? await withEvidence(viewer, [row]) : [];
  if (!finding) throw notFound("finding");
  return finding;
}

async function withEvidence(viewer: Viewer, rows: readonly FindingRow[]): Promise<Finding[]> {
  const evidence = await listEvidence(
    viewer,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, ...whoIsBehind(evidence.get(row.id) ?? []) }));
}

/** Finding to its open evidence; the person is the one that figures count, else null. */
async function listEvidence(
  viewer: Viewer,
  findingIds: string[],
): Promise<Map<string, EvidenceContribution[]>> {
  const rows = await db().findingEvidence.findMany({
    where: {
      findingId: { in: findingIds },
      until: null,
      finding: visibleFindings(viewer),
      contribution: visibleContributions(viewer),
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: {
      findingId: true,
      contributionId: true,
      bearing: true,
      contribution: { select: { roundtableId: true, struckAt: true, erasedAt: true } },
    },
  });
  const persons = await countedPersons(rows.map(({ contributionId }) => contributionId));
  const inferred = await inferredEvidence(rows);
  const byFinding = new Map<string, EvidenceContribution[]>();
  for (const { findingId, contribution, ...row } of rows) {
    const contributions = byFinding.get(findingId) ?? [];
    byFinding.set(findingId, contributions);
    contributions.push({
      ...row,
      roundtableId: contribution.roundtableId,
      personId: persons.get(row.contributionId) ?? null,
      inferred: inferred.has(`${findingId} ${row.contributionId}`),
      gone: !isOpen(contribution),
    });
  }
  return byFinding;
}

/**
 * Contribution to the person that figures count for it; contributions without a counted person are left out.
 */
async function countedPersons(contributionIds: string[]): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ contribution: string; person: string }[]>`
    SELECT contribution_id AS contribution, person_id AS person FROM counted_contribution
    WHERE contribution_id = ANY(${[...new Set(contributionIds)]}::uuid[])`;
  return new Map(rows.map(({ contribution, person }) => [contribution, person]));
}

/** Finding and contribution, where all that counts of its stance under the finding's theme was inferred by coders. */
async function inferredEvidence(
  evidence: readonly { findingId: string; contributionId: string }[],
): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ finding: string; contribution: string }[]>`
    SELECT f.id AS finding, t.contribution_id AS contribution
    FROM settled_tagging t JOIN finding f ON f.theme_id = t.theme_id
    WHERE t.contribution_id = ANY(${[...new Set(evidence.map(({ contributionId }) => contributionId))]}::uuid[])
      AND f.id = ANY(${[...new Set(evidence.map(({ findingId }) => findingId))]}::uuid[])
    GROUP BY f.id, t.contribution_id HAVING NOT bool_or(t.explicit)`;
  return new Set(rows.map(({ finding, contribution }) => `${finding} ${contribution}`));
}

/** Earlier versions of a finding, the latest first. */
export async function listFindingRevisions(viewer: Viewer, findingId: string): Promise<FindingRevision[]> {
  const rows = await db().findingRevision.findMany({
    where: { findingId, finding: visibleFindings(viewer) },
    orderBy: { revision: "desc" },
    select: {
      revision: true,
      text: true,
      counterView: true,
      note: true,
      stance: true,
      themeId: true,
      endedAt: true,
      endedById: true,
    },
  });
  const names = await namesOf(rows.map(({ endedById }) => endedById));
  return rows.map(({ endedById, ...revision }) => ({ ...revision, endedBy: names.get(endedById) ?? "" }));
}

/** How many findings have evidence from that roundtable, supporting or contradicting. */
export function countFindingsFrom(viewer: Viewer, roundtableId: string): Promise<number> {
  const contribution = {
    AND: [{ roundtableId }, OPEN_CONTRIBUTION, visibleContributions(viewer)],
  };
  return db().finding.count({
    where: { AND: [visibleFindings(viewer), { evidence: { some: { until: null, contribution } } }] },
  });
}
