import type { Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import { outsideOwnBlindRounds, OUTSIDE_BLIND_ROUNDS, visibleContributions } from "@/lib/access/scope";
import { handsOf } from "@/lib/capture/contribution/contribution";
import { SAID_SELECT } from "@/lib/capture/contribution/queries/contribution-select";
import { getRoundtableState } from "@/lib/capture/roundtable/queries/roundtable-state";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { ShownContribution } from "../record-view";

/** What coders have set on a contribution, without what a blind round still hides. */
export const shownTaggings = (viewer: Viewer) =>
  ({
    where: { until: null, ...OUTSIDE_BLIND_ROUNDS, contribution: outsideOwnBlindRounds(viewer) },
    select: { themeId: true },
  }) satisfies Prisma.Contribution$taggingsArgs;

const selectFor = (viewer: Viewer) =>
  ({
    ...SAID_SELECT,
    npqs: true,
    questionId: true,
    participantId: true,
    tableId: true,
    goRoundId: true,
    splitFromId: true,
    mergedIntoId: true,
    taggings: shownTaggings(viewer),
  }) satisfies Prisma.ContributionSelect;

type Row = Prisma.ContributionGetPayload<{ select: ReturnType<typeof selectFor> }>;

function asShown(row: Row): ShownContribution & { splitFromId: string | null } {
  const { handsRaised, handsAsked, saidAt, struckAt, erasedAt, taggings, ...contribution } = row;
  return {
    ...contribution,
    hands: handsOf({ handsRaised, handsAsked }),
    saidAt: saidAt.toISOString(),
    struck: struckAt !== null,
    erased: erasedAt !== null,
    themeIds: [...new Set(taggings.map(({ themeId }) => themeId))],
  };
}

/** More contributions than anybody logs by hand at a roundtable; of an imported record, only the end. */
const MOST = 6_000;

/** As many as fill a tall screen: a page comes with these, and reads the others once it runs. */
const LATEST = 20;

export type Which = { ids: readonly string[] } | "all" | "latest";

/**
 * Contributions of a roundtable's record in its order, including those struck out and erased: the ones asked
 * for, or the end of the record, and whether more come before it. Refuses with not-found what the viewer may not see.
 */
export async function listShownContributions(viewer: Viewer, roundtableId: string, which: Which) {
  const { reviewId } = await getRoundtableState(viewer, roundtableId);
  const most = which === "latest" ? LATEST : MOST;
  const rows = await db().contribution.findMany({
    where: { AND: [{ roundtableId }, asked(which), visibleContributions(viewer)] },
    orderBy: [{ saidAt: "desc" }, { sequence: "desc" }, { id: "desc" }],
    take: most + 1,
    select: selectFor(viewer),
  });
  await noteContributions(viewer, rows.length > 0 ? [{ reviewId, roundtableId }] : []);
  return { contributions: rows.slice(0, most).reverse().map(asShown), earlier: rows.length > most };
}

/** How many contributions stand in the roundtable's record. */
export function countStanding(viewer: Viewer, roundtableId: string): Promise<number> {
  return db().contribution.count({
    where: { AND: [{ roundtableId, struckAt: null }, visibleContributions(viewer)] },
  });
}

/** The contribution as it is now; null where the viewer may not see it. */
export async function getShownContribution(viewer: Viewer, id: string): Promise<ShownContribution | null> {
  const row = await db().contribution.findFirst({
    where: { AND: [{ id }, visibleContributions(viewer)] },
    select: { ...selectFor(viewer), reviewId: true, roundtableId: true },
  });
  if (!row) return null;
  const { reviewId, roundtableId, ...shown } = row;
  await noteContributions(viewer, [{ reviewId, roundtableId }]);
  return asShown(shown);
}

function asked(which: Which): Prisma.ContributionWhereInput {
  return typeof which === "string" ? {} : { id: { in: [...which.ids] } };
}
