import type { Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleFindings } from "@/lib/access/scope";
import { peopleBehindEach } from "@/lib/aggregate/figures/queries/people-behind";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Behind, CitedContribution } from "@/lib/report/claim/claim";
import { readCitedContributions } from "@/lib/report/claim/queries/claims";

/** The whole review, or one roundtable. */
export type Scope = {
  reviewId: string;
  roundtableId: string | null;
  /** Of the whole review, these roundtables alone: those that a release covers. */
  covered?: readonly string[];
};

export function inScope({ reviewId, roundtableId, covered }: Scope) {
  if (roundtableId !== null) return { reviewId, roundtableId };
  return covered ? { reviewId, roundtableId: { in: [...covered] } } : { reviewId };
}

export type FindingEvidence = {
  id: string;
  themeId: string;
  text: string;
  /** What those say who contradict it; empty where nobody wrote it. */
  counterView: string;
  stance: Stance;
  /** The finding's contributions within the scope that still count, by bearing, and who is behind them. */
  supports: CitedContribution[];
  contradicts: CitedContribution[];
  pro: Behind;
  contra: Behind;
};

const FINDING = {
  id: true,
  themeId: true,
  text: true,
  counterView: true,
  stance: true,
  evidence: {
    where: { until: null },
    // In one order whatever way the database takes: of the same words those that were attached first are quoted.
    orderBy: [{ from: "asc" }, { contributionId: "asc" }],
    select: { bearing: true, contributionId: true },
  },
} as const satisfies Prisma.FindingSelect;

/** The findings of the review, in order, each with its evidence within the scope. */
export async function readFindingEvidence(viewer: Viewer, scope: Scope): Promise<FindingEvidence[]> {
  const contributions = await readCitedContributions(db(), {
    AND: [inScope(scope), { evidence: { some: { until: null } } }, visibleContributions(viewer)],
  });
  const rows = await db().finding.findMany({
    where: { AND: [{ reviewId: scope.reviewId }, visibleFindings(viewer)] },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: FINDING,
  });
  const cited = rows.map(({ evidence, ...finding }) => {
    const bearing = (which: "supports" | "contradicts") =>
      evidence
        .filter((one) => one.bearing === which)
        .flatMap(({ contributionId }) => contributions.get(contributionId) ?? [])
        .filter(({ stands, participants }) => stands && participants);
    return { ...finding, supports: bearing("supports"), contradicts: bearing("contradicts") };
  });
  const idsOf = (those: readonly CitedContribution[]) => those.map(({ id }) => id);
  const counts = await peopleBehindEach(
    db(),
    cited.flatMap(({ supports, contradicts }) => [idsOf(supports), idsOf(contradicts)]),
    scope,
  );
  return cited.flatMap((finding, index) => {
    const [pro, contra] = [counts[index * 2], counts[index * 2 + 1]];
    return pro && contra ? [{ ...finding, pro, contra }] : [];
  });
}
