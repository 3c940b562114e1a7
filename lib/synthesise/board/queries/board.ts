import type { Viewer } from "@/lib/access/policy";
import {
  OPEN_CONTRIBUTION,
  outsideOwnBlindRounds,
  OUTSIDE_BLIND_ROUNDS,
  visibleContributions,
  visibleFindings,
} from "@/lib/access/scope";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { CONTRIBUTION_SELECT, toContributions } from "@/lib/capture/contribution/queries/contribution-select";
import { PARTICIPANTS_SAID } from "@/lib/capture/roundtable/source";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { LastChange } from "../finding-change";
import { UNPLACED_PAGE } from "../unplaced-page";

/** More would be too slow to group. */
const MAX_UNPLACED = 200;

type Unplaced = { contributions: Contribution[]; total: number; page: number };
export type OfTheme = { reviewId: string; themeId: string };

/** The contributions under the theme that could bear on a finding. */
export function underTheme(viewer: Viewer, { reviewId, themeId }: OfTheme): Prisma.ContributionWhereInput {
  return {
    AND: [
      { reviewId, source: { in: [...PARTICIPANTS_SAID] } },
      OPEN_CONTRIBUTION,
      visibleContributions(viewer),
      { OR: [{ participantId: null }, { participant: { host: false } }] },
      { taggings: { some: { themeId, until: null, ...OUTSIDE_BLIND_ROUNDS } } },
      // The viewer must not yet see whether such a contribution has themes.
      outsideOwnBlindRounds(viewer),
    ],
  };
}

/**
 * Those of them that are in none of that theme's findings yet, in the order in which they were said: one page of them, the
 * last where there are fewer, or as many as can be grouped.
 */
export async function listUnplaced(
  viewer: Viewer,
  of: OfTheme,
  { page: wanted }: { page?: number } = {},
): Promise<Unplaced> {
  const { themeId } = of;
  const where: Prisma.ContributionWhereInput = {
    AND: [
      underTheme(viewer, of),
      { evidence: { none: { until: null, finding: { AND: [{ themeId }, visibleFindings(viewer)] } } } },
    ],
  };
  const total = await db().contribution.count({ where });
  const page = Math.min(wanted ?? 1, Math.max(1, Math.ceil(total / UNPLACED_PAGE)));
  const rows = await db().contribution.findMany({
    where,
    orderBy: [
      { roundtable: { heldOn: "asc" } },
      { roundtableId: "asc" },
      { saidAt: "asc" },
      { sequence: "asc" },
      { id: "asc" },
    ],
    take: wanted === undefined ? MAX_UNPLACED : UNPLACED_PAGE,
    skip: wanted === undefined ? 0 : (page - 1) * UNPLACED_PAGE,
    select: CONTRIBUTION_SELECT,
  });
  return { contributions: await toContributions(viewer, rows), total, page };
}

/** After this time what was done on the board is undone on the findings' own pages. */
const UNDONE_WITHIN_MS = 12 * 3_600_000;

/** What the viewer last did on the board of the theme and has not undone. */
export async function lastChange(viewer: Viewer, themeId: string): Promise<LastChange | null> {
  const row = await db().findingChange.findFirst({
    where: {
      byId: viewer.userId,
      undoneAt: null,
      at: { gt: new Date(Date.now() - UNDONE_WITHIN_MS) },
      finding: { AND: [{ themeId }, visibleFindings(viewer)] },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: {
      id: true,
      kind: true,
      finding: { select: { text: true } },
      _count: { select: { opened: true } },
    },
  });
  return row && { id: row.id, kind: row.kind, text: row.finding.text, contributions: row._count.opened };
}
