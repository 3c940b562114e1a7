import type { Viewer } from "@/lib/access/policy";
import { countTogether } from "@/lib/aggregate/figures/queries/counts";
import { planRelease } from "@/lib/aggregate/publication/plan-release";
import { countFindings } from "@/lib/aggregate/publication/queries/finding-counts";
import { db } from "@/lib/platform/db";

const THRESHOLD = 5;

/**
 * A release of the review's closed roundtables, shown together, with its findings: it is not checked against tables of
 * single roundtables, since there are none.
 */
export async function addRelease(lead: Viewer, reviewId: string): Promise<void> {
  const closed = await db().roundtable.findMany({
    where: { reviewId, state: "closed" },
    select: { id: true, slug: true, title: true },
  });
  if (closed.length === 0) return;
  const counts = await countTogether(db(), reviewId, closed);
  const roundtables = closed.map(({ id }) => id);
  const { findings } = await countFindings(db(), reviewId, { roundtables, threshold: THRESHOLD });
  const input = { number: 1, threshold: THRESHOLD, counts: [counts], breakdowns: [], findings };
  const plan = planRelease({ ...input, before: [], carried: null, tables: "together" });
  await db().release.create({
    data: {
      reviewId,
      number: 1,
      threshold: THRESHOLD,
      breakdowns: plan.breakdowns,
      checked: plan.checked,
      createdById: lead.userId,
      tables: { create: plan.tables.map((figures) => ({ figures })) },
      roundtables: { create: roundtables.map((roundtableId) => ({ roundtableId })) },
      findings: {
        create: plan.findings.map(({ id, ...finding }, position) => ({
          findingId: id,
          position,
          ...finding,
        })),
      },
    },
  });
}
