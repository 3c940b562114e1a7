import { type Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import {
  OPEN_CONTRIBUTION,
  outsideOwnBlindRounds,
  OUTSIDE_BLIND_ROUNDS,
  visibleContributions,
  visibleRoundtables,
} from "@/lib/access/scope";
import { UNCLEARED, UNTAGGED } from "@/lib/capture/roundtable/queries/contribution-where";
import { requireWork } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Contribution, PastContribution } from "../contribution";
import { CONTRIBUTION_SELECT, namesOf, toContributions } from "./contribution-select";
import { countContributions } from "./counted";

export type ContributionFilter = {
  reviewId: string;
  roundtableId?: string;
  questionId?: string;
  participantId?: string;
  themeId?: string;
  untagged?: boolean;
  uncleared?: boolean;
  ids?: readonly string[];
  /** Words that the text contains, ignoring case. */
  words?: string;
  /** The record as it was taken down, including contributions struck out or erased since. */
  whole?: boolean;
  /** The id of the contribution after which the page begins. */
  after?: string;
  take?: number;
};

const PAGE = 30;

/**
 * Contributions in the order of their roundtables' dates, then as they were said. `next` is the cursor of the
 * next page, `total` counts all that match.
 */
export async function listContributions(
  viewer: Viewer,
  filter: ContributionFilter,
): Promise<{ contributions: Contribution[]; next: string | null; total: number }> {
  requireWork(viewer, filter.reviewId);
  const where = { AND: [matching(viewer, filter), visibleContributions(viewer)] };
  const take = filter.take ?? PAGE;
  const [rows, total] = await Promise.all([
    findRows(viewer, filter, where, take + 1),
    isWholeReview(filter)
      ? countContributions(viewer, filter.reviewId).then(({ contributions }) => contributions)
      : db().contribution.count({ where }),
  ]);
  const page = rows.slice(0, take);
  const next = rows.length > take ? (page.at(-1)?.id ?? null) : null;
  return { contributions: await toContributions(viewer, page), next, total };
}

/** Nothing is asked but the review and a page of it. */
const isWholeReview = (filter: ContributionFilter) =>
  Object.entries(filter).every(([name, asked]) => ["reviewId", "after", "take"].includes(name) || !asked);

/**
 * The end of a roundtable's record as it was taken down, in its order, including contributions struck out and
 * erased; `earlier` says whether there are contributions before.
 */
export async function listRecord(
  viewer: Viewer,
  roundtableId: string,
  take: number,
): Promise<{ contributions: Contribution[]; earlier: boolean }> {
  const rows = await db().contribution.findMany({
    where: { AND: [{ roundtableId }, visibleContributions(viewer)] },
    orderBy: [{ saidAt: "desc" }, { sequence: "desc" }, { id: "desc" }],
    take: take + 1,
    select: CONTRIBUTION_SELECT,
  });
  return {
    contributions: await toContributions(viewer, rows.slice(0, take).reverse()),
    earlier: rows.length > take,
  };
}

export async function getContribution(
  viewer: Viewer,
  id: string,
): Promise<Contribution & { reviewId: string }> {
  const row = await db().contribution.findFirst({
    where: { AND: [{ id }, visibleContributions(viewer)] },
    select: CONTRIBUTION_SELECT,
  });
  const [contribution] = row ? await toContributions(viewer, [row]) : [];
  if (!row || !contribution) throw notFound("contribution");
  return { ...contribution, reviewId: row.reviewId };
}

/** Earlier versions of the contribution, latest first. */
export async function listRevisions(viewer: Viewer, contributionId: string): Promise<PastContribution[]> {
  const rows = await db().contributionRevision.findMany({
    where: { contributionId, contribution: visibleContributions(viewer) },
    orderBy: { revision: "desc" },
    select: {
      revision: true,
      text: true,
      wording: true,
      source: true,
      endedAt: true,
      endedById: true,
      contribution: { select: { reviewId: true, roundtableId: true } },
    },
  });
  await noteContributions(
    viewer,
    rows.map(({ contribution }) => contribution),
  );
  const names = await namesOf(rows.map(({ endedById }) => endedById));
  return rows.map(({ revision, text, wording, source, endedAt, endedById }) => ({
    revision,
    text,
    wording,
    source,
    endedAt,
    endedBy: names.get(endedById) ?? "",
  }));
}

function matching(viewer: Viewer, filter: ContributionFilter): Prisma.ContributionWhereInput {
  const { reviewId, roundtableId, questionId, participantId, themeId, ids } = filter;
  const words = filter.words?.trim();
  return {
    AND: [
      { reviewId },
      ...(filter.whole ? [] : [OPEN_CONTRIBUTION]),
      ...(roundtableId ? [{ roundtableId }] : []),
      ...(questionId ? [{ questionId }] : []),
      ...(participantId ? [{ participantId }] : []),
      ...(themeId ? [{ taggings: { some: { themeId, until: null, ...OUTSIDE_BLIND_ROUNDS } } }] : []),
      ...(filter.untagged ? [UNTAGGED] : []),
      // The viewer must not yet see whether such a contribution has themes.
      ...(themeId || filter.untagged ? [outsideOwnBlindRounds(viewer)] : []),
      ...(filter.uncleared ? [UNCLEARED] : []),
      ...(ids ? [{ id: { in: [...ids] } }] : []),
      ...(words ? [{ text: { contains: escapeLike(words), mode: "insensitive" as const } }] : []),
    ],
  };
}

/** Escapes the percent sign and the underscore. */
function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, "\\$&");
}

const ORDER = [{ saidAt: "asc" }, { sequence: "asc" }, { id: "asc" }] as const;

/**
 * Reads the roundtables in order, and each of them along its index on time, so that the cost of a page
 * depends on its own rows and not on those before it.
 */
async function findRows(
  viewer: Viewer,
  { reviewId, roundtableId, after }: ContributionFilter,
  where: Prisma.ContributionWhereInput,
  take: number,
) {
  const cursor = after ? await findCursor(viewer, after) : null;
  const roundtables = await db().roundtable.findMany({
    where: { AND: [{ reviewId }, roundtableId ? { id: roundtableId } : {}, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const from = cursor ? roundtables.findIndex(({ id }) => id === cursor.roundtableId) : 0;
  const rows = [];
  for (const { id } of from < 0 ? [] : roundtables.slice(from)) {
    const position = cursor?.roundtableId === id ? [following(cursor)] : [];
    rows.push(
      ...(await db().contribution.findMany({
        where: { AND: [{ roundtableId: id }, ...position, where] },
        orderBy: [...ORDER],
        take: take - rows.length,
        select: CONTRIBUTION_SELECT,
      })),
    );
    if (rows.length >= take) break;
  }
  return rows;
}

type Cursor = { id: string; roundtableId: string; saidAt: Date; sequence: number };

function findCursor(viewer: Viewer, id: string): Promise<Cursor | null> {
  return db().contribution.findFirst({
    where: { AND: [{ id }, visibleContributions(viewer)] },
    select: { id: true, roundtableId: true, saidAt: true, sequence: true },
  });
}

/**
 * The bound on time lets the database use the index; the other conditions order contributions of the same
 * instant.
 */
function following({ id, saidAt, sequence }: Cursor): Prisma.ContributionWhereInput {
  return {
    saidAt: { gte: saidAt },
    OR: [{ saidAt: { gt: saidAt } }, { sequence: { gt: sequence } }, { sequence, id: { gt: id } }],
  };
}
