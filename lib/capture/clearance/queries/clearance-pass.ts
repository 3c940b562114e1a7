import { type Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, visibleContributions } from "@/lib/access/scope";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { standingContribution } from "@/lib/capture/contribution/queries/amendments";
import { CONTRIBUTION_SELECT, toContributions } from "@/lib/capture/contribution/queries/contribution-select";
import { UNCLEARED } from "@/lib/capture/roundtable/queries/contribution-where";
import { requireWork } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

/** One contribution to clear, its position among those that wait, and the ones before and after it. */
type ClearancePass = {
  /** The words to be cleared: those of its newest amendment, where it has one. */
  contribution: Contribution | null;
  /** Its position, from 1. */
  position: number;
  /** Contributions that wait to be cleared. */
  total: number;
  previousId: string | null;
  nextId: string | null;
};

const FORWARD = [{ saidAt: "asc" }, { sequence: "asc" }, { id: "asc" }] as const;
const BACK = [{ saidAt: "desc" }, { sequence: "desc" }, { id: "desc" }] as const;
type Place = { id: string; saidAt: Date; sequence: number };

const after = ({ id, saidAt, sequence }: Place): Prisma.ContributionWhereInput => ({
  saidAt: { gte: saidAt },
  OR: [{ saidAt: { gt: saidAt } }, { sequence: { gt: sequence } }, { sequence, id: { gt: id } }],
});
const before = ({ id, saidAt, sequence }: Place): Prisma.ContributionWhereInput => ({
  saidAt: { lte: saidAt },
  OR: [{ saidAt: { lt: saidAt } }, { sequence: { lt: sequence } }, { sequence, id: { lt: id } }],
});

/** Where to continue: at a contribution, or after one that is left for later. */
type PassPlace = { at?: string; past?: string };

/**
 * The next contribution of a roundtable to be cleared: the one at `at` if it still waits, else the first one
 * after it that does. `contribution` is null at the end.
 */
export async function getClearancePass(
  viewer: Viewer,
  where: { reviewId: string; roundtableId: string },
  { at, past }: PassPlace,
): Promise<ClearancePass> {
  requireWork(viewer, where.reviewId);
  const waiting = (more: Prisma.ContributionWhereInput) => ({
    AND: [where, OPEN_CONTRIBUTION, UNCLEARED, visibleContributions(viewer), more],
  });
  const total = await db().contribution.count({ where: waiting({}) });
  const from = at ?? past;
  const place = from ? await findPlace(viewer, where.roundtableId, from) : null;
  const row = await db().contribution.findFirst({
    where: waiting(place ? { OR: [...(at ? [{ id: at }] : []), after(place)] } : {}),
    orderBy: [...FORWARD],
    select: CONTRIBUTION_SELECT,
  });
  const [contribution] = row ? await toContributions(viewer, [row]) : [];
  // At the end, the link back leads to the last contribution that waits.
  const previous = await db().contribution.findFirst({
    where: waiting(row ? before(row) : {}),
    orderBy: [...BACK],
    select: { id: true },
  });
  const next = row
    ? await db().contribution.findFirst({
        where: waiting(after(row)),
        orderBy: [...FORWARD],
        select: { id: true },
      })
    : null;
  return {
    contribution: contribution ? await standingContribution(contribution) : null,
    position: row ? 1 + (await db().contribution.count({ where: waiting(before(row)) })) : total,
    total,
    previousId: previous?.id ?? null,
    nextId: next?.id ?? null,
  };
}

function findPlace(viewer: Viewer, roundtableId: string, id: string): Promise<Place | null> {
  return db().contribution.findFirst({
    where: { AND: [{ id, roundtableId }, visibleContributions(viewer)] },
    select: { id: true, saidAt: true, sequence: true },
  });
}
