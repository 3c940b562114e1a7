import { requireCan, type Viewer } from "@/lib/access/policy";
import { outsideOwnBlindRounds, visibleCodingRounds, visibleReviews } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Approach, RoundState } from "../coding-round";
import { Sampling } from "../round-sample";
import { readDifferences, type Difference } from "./differences";
import { STANDS } from "./round-readings";

/** A person who codes in a round, and their progress, without what they set. */
export type RoundCoder = {
  coderId: string;
  userId: string | null;
  name: string;
  mine: boolean;
  read: number;
  finishedAt: Date | null;
};

export type RoundSummary = {
  id: string;
  number: number;
  title: string;
  state: RoundState;
  blind: boolean;
  createdAt: Date;
  codedAt: Date | null;
  settledAt: Date | null;
  /** Contributions that were drawn and still count. */
  contributions: number;
  coders: RoundCoder[];
};

export type Round = RoundSummary & {
  reviewId: string;
  seed: number;
  sampling: Sampling;
  createdBy: string;
  /** Contributions that were drawn and have been struck out or erased since. */
  lost: number;
};

const COUNT = { contributions: { where: { contribution: STANDS } } } as const;

const SUMMARY = {
  id: true,
  number: true,
  title: true,
  state: true,
  blind: true,
  createdAt: true,
  codedAt: true,
  settledAt: true,
  _count: { select: COUNT },
  coders: {
    orderBy: { coderId: "asc" },
    select: {
      coderId: true,
      finishedAt: true,
      coder: { select: { userId: true, user: { select: { name: true, email: true } } } },
    },
  },
} as const satisfies Prisma.CodingRoundSelect;

type SummaryRow = Prisma.CodingRoundGetPayload<{ select: typeof SUMMARY }>;

/** The review's rounds, latest first. */
export async function listRounds(viewer: Viewer, reviewId: string): Promise<RoundSummary[]> {
  requireCan(viewer, "review.work", { reviewId });
  const rows = await db().codingRound.findMany({
    where: { AND: [{ reviewId }, visibleCodingRounds(viewer)] },
    orderBy: { number: "desc" },
    select: SUMMARY,
  });
  const read = await countRead(rows.map(({ id }) => id));
  return rows.map((row) => asSummary(viewer, row, read));
}

/** The round with that number. Refuses with not-found what the viewer may not see. */
export async function getRound(viewer: Viewer, reviewId: string, number: number): Promise<Round> {
  const row = await db().codingRound.findFirst({
    where: { AND: [{ reviewId, number }, visibleCodingRounds(viewer)] },
    select: { ...SUMMARY, reviewId: true, seed: true, sampling: true, createdById: true },
  });
  if (!row) throw notFound("coding round");
  const summary = asSummary(viewer, row, await countRead([row.id]));
  const drawn = await db().codingRoundContribution.count({ where: { codingRoundId: row.id } });
  const by = await db().user.findUnique({
    where: { id: row.createdById },
    select: { name: true, email: true },
  });
  return {
    ...summary,
    reviewId: row.reviewId,
    seed: row.seed,
    sampling: Sampling.parse(row.sampling),
    createdBy: by?.name ?? by?.email ?? "",
    lost: drawn - summary.contributions,
  };
}

/** Where the coders of the round differ; empty until each of them has finished. */
export async function listDifferences(
  viewer: Viewer,
  { id, codedAt, reviewId }: Round,
): Promise<Difference[]> {
  requireCan(viewer, "round.adjudicate", { reviewId });
  if (codedAt === null) return [];
  const differences = await readDifferences(db(), id, codedAt);
  // A decision on a contribution must not influence people who code it blind in a later round.
  const shown = await db().contribution.findMany({
    where: {
      id: { in: differences.map(({ contributionId }) => contributionId) },
      ...outsideOwnBlindRounds(viewer),
    },
    select: { id: true },
  });
  const ids = new Set(shown.map((contribution) => contribution.id));
  return differences.filter(({ contributionId }) => ids.has(contributionId));
}

/** How the review shows that its coding is reliable. */
export async function getApproach(viewer: Viewer, reviewId: string): Promise<Approach> {
  const review = await db().review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { codingApproach: true },
  });
  if (!review) throw notFound("review");
  return review.codingApproach;
}

/** Round and coder to how many of the counting contributions that coder has read. */
async function countRead(roundIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db().codingJudgement.groupBy({
    by: ["codingRoundId", "coderId"],
    where: { codingRoundId: { in: [...roundIds] }, contribution: STANDS },
    _count: true,
  });
  return new Map(rows.map(({ codingRoundId, coderId, _count }) => [`${codingRoundId} ${coderId}`, _count]));
}

function asSummary(viewer: Viewer, row: SummaryRow, read: ReadonlyMap<string, number>): RoundSummary {
  const { _count, coders, ...round } = row;
  return {
    ...round,
    contributions: _count.contributions,
    coders: coders.map(({ coderId, finishedAt, coder }) => ({
      coderId,
      finishedAt,
      userId: coder.userId,
      name: coder.user?.name ?? coder.user?.email ?? "",
      mine: coder.userId === viewer.userId,
      read: read.get(`${row.id} ${coderId}`) ?? 0,
    })),
  };
}
