import type { Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { endAfter } from "@/lib/platform/text/dates";
import type { Bearing } from "../bearing";

export type Wanted = { contributionId: string; bearing: Bearing };
type Into = { id: string; reviewId: string };

const ATTACHED_MEANWHILE = "A colleague has just attached one of these contributions. Check the list again.";

/**
 * Lets contributions bear on a finding, all of them or none. A contribution has one bearing on a finding: where
 * it had another, that row is closed. Returns those that bear on it in a new way.
 */
export async function openEvidence(
  tx: Tx,
  viewer: Viewer,
  finding: Into,
  { wanted, changeId = null }: { wanted: readonly Wanted[]; changeId?: string | null },
): Promise<Wanted[]> {
  const ids = wanted.map(({ contributionId }) => contributionId);
  await requireUsable(tx, viewer, finding.reviewId, ids);
  const where = { findingId: finding.id, contributionId: { in: ids }, until: null };
  const select = { id: true, contributionId: true, bearing: true, from: true } as const;
  const open = await tx.findingEvidence.findMany({ where, select });
  const fresh = wanted.filter(
    (one) => !open.some((row) => row.contributionId === one.contributionId && row.bearing === one.bearing),
  );
  if (fresh.length === 0) return [];
  const other = open.filter((row) =>
    fresh.some(({ contributionId }) => contributionId === row.contributionId),
  );
  await closeEvidence(tx, other, changeId);
  const { count } = await tx.findingEvidence.createMany({
    data: fresh.map((one) => ({
      ...one,
      reviewId: finding.reviewId,
      findingId: finding.id,
      byId: viewer.userId,
      openedInId: changeId,
    })),
    skipDuplicates: true,
  });
  if (count === fresh.length) return fresh;
  // Somebody else attached some of them between the two statements.
  const now = await tx.findingEvidence.findMany({ where, select });
  const same = ({ contributionId, bearing }: Wanted) =>
    now.some((row) => row.contributionId === contributionId && row.bearing === bearing);
  if (!fresh.every(same)) throw new Refusal("stale", ATTACHED_MEANWHILE);
  return [];
}

/** Closes the rows that are still open; returns how many were. */
export async function closeEvidence(
  tx: Tx,
  rows: readonly { id: string; from: Date }[],
  changeId: string | null = null,
): Promise<number> {
  if (rows.length === 0) return 0;
  const { count } = await tx.findingEvidence.updateMany({
    where: { id: { in: rows.map(({ id }) => id) }, until: null },
    data: { until: endAfter(...rows.map(({ from }) => from)), endedInId: changeId },
  });
  return count;
}

/**
 * Contributions of the same review that participants said and that still count: only these bear on a finding.
 */
async function requireUsable(tx: Tx, viewer: Viewer, reviewId: string, ids: readonly string[]) {
  const contributions = await tx.contribution.findMany({
    where: { AND: [{ id: { in: [...ids] }, reviewId }, visibleContributions(viewer)] },
    select: {
      source: true,
      struckAt: true,
      erasedAt: true,
      participant: { select: { host: true } },
    },
  });
  if (contributions.length < new Set(ids).size) throw notFound("contribution");
  for (const { source, struckAt, erasedAt, participant } of contributions) {
    if (erasedAt)
      throw invalid("The words of this contribution were removed, so it cannot support a finding.");
    if (struckAt)
      throw invalid("This contribution is struck out. Restore it before you attach it to a finding.");
    if (source === "note")
      throw invalid("A facilitator's own note is not a contribution, so it cannot support a finding.");
    if (source === "host" || participant?.host)
      throw invalid(
        "Hosts and officials are not asked for their views, so their contributions cannot support a finding.",
      );
  }
}
