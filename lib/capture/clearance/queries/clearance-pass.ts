import { can, type Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, visibleContributions, visibleIdentities } from "@/lib/access/scope";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { standingContribution } from "@/lib/capture/contribution/queries/amendments";
import { CONTRIBUTION_SELECT, toContributions } from "@/lib/capture/contribution/queries/contribution-select";
import { UNCLEARED } from "@/lib/capture/roundtable/queries/contribution-where";
import { requireWork } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { schoolCandidates, suggestMasks, type Suggestion } from "../mask-suggestions";

/** One contribution of the pass, where it stands in it, and the waiting contributions on both sides. */
type ClearancePass = {
  /** Its words as they are to be cleared: of its newest amendment, where it has one. */
  contribution: Contribution | null;
  /** From 1. */
  position: number;
  /** Contributions that wait. */
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

/** Where the pass goes on: at a contribution, or past one that is left for later. */
type PassPlace = { at?: string; past?: string };

/**
 * The contribution of a roundtable that is to be cleared next: the one at `at` where it still waits, else the
 * first that waits after it. `contribution` is null at the end of the pass.
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
  const [contribution] = row ? await toContributions([row]) : [];
  // At the end of the pass, going back leads to the last contribution that waits.
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

/**
 * What in the words may give somebody away. Names are matched here and stay here: only places in the words
 * leave this function, which whoever reads the contribution sees anyway. Whoever may not see names gets none
 * matched.
 */
export async function suggestFor(viewer: Viewer, reviewId: string, text: string): Promise<Suggestion[]> {
  requireWork(viewer, reviewId);
  const identities = can(viewer, "identity.read", { reviewId })
    ? await db().identity.findMany({
        where: { AND: [{ person: { reviewId } }, visibleIdentities(viewer)] },
        select: { name: true, organisation: true },
      })
    : [];
  const candidates = schoolCandidates(text);
  const schools = candidates.length
    ? await db().school.findMany({
        where: { sought: { in: [...candidates, ...candidates.map((name) => `${name} school`)] } },
        select: { name: true },
        take: 200,
      })
    : [];
  const names = schools.map(({ name }) => name);
  return suggestMasks(text, {
    people: identities.map(({ name }) => name),
    organisations: identities.flatMap(({ organisation }) => organisation ?? []),
    // "Hill Top Primary" is how people say Hill Top Primary School.
    schools: [...names, ...names.map((name) => name.replace(/ School$/, ""))],
  });
}
