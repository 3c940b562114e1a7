import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import {
  OPEN_CONTRIBUTION,
  visibleContributions,
  visibleParticipants,
  visibleRoundtables,
} from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Roundtable, RoundtableProgress, RoundtableSummary, RoundtableTitle } from "../roundtable";
import { UNCLEARED, UNTAGGED } from "./contribution-where";

const SUMMARY = {
  id: true,
  slug: true,
  title: true,
  heldOn: true,
  place: true,
  online: true,
  host: true,
  confidentiality: true,
  state: true,
} as const;

/** Refuses a viewer who does not work in the review; for a stranger it does not exist. */
export function requireWork(viewer: Viewer, reviewId: string): void {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "review.work", { reviewId });
}

/**
 * The review's roundtables, newest first, with how many people were present and how many contributions there
 * are.
 */
export async function listRoundtables(viewer: Viewer, reviewId: string): Promise<RoundtableSummary[]> {
  requireWork(viewer, reviewId);
  const roundtables = await db().roundtable.findMany({
    where: { AND: [{ reviewId }, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "desc" }, { createdAt: "desc" }],
    select: {
      ...SUMMARY,
      _count: { select: { participants: { where: { present: true, host: false } } } },
    },
  });
  const contributions = await db().contribution.groupBy({
    by: ["roundtableId"],
    where: { AND: [{ reviewId }, OPEN_CONTRIBUTION, visibleContributions(viewer)] },
    _count: true,
  });
  const counts = new Map(contributions.map(({ roundtableId, _count }) => [roundtableId, _count]));
  return roundtables.map(({ _count, ...roundtable }) => ({
    ...roundtable,
    people: _count.participants,
    contributions: counts.get(roundtable.id) ?? 0,
  }));
}

/**
 * The closed roundtables of a review that have contributions without a theme or not cleared: both can still
 * be done.
 */
export async function listUnfinished(viewer: Viewer, reviewId: string): Promise<ReadonlySet<string>> {
  requireWork(viewer, reviewId);
  const closed = { AND: [{ reviewId, state: "closed" as const }, visibleRoundtables(viewer)] };
  const unfinished = {
    AND: [OPEN_CONTRIBUTION, { OR: [UNTAGGED, UNCLEARED] }, visibleContributions(viewer)],
  };
  const found = await db().roundtable.findMany({
    where: { ...closed, contributions: { some: unfinished } },
    select: { id: true },
  });
  return new Set(found.map(({ id }) => id));
}

/** The same without counts, which at a hundred thousand contributions take longer than the rest of a page. */
export async function listRoundtableTitles(viewer: Viewer, reviewId: string): Promise<RoundtableTitle[]> {
  requireWork(viewer, reviewId);
  return db().roundtable.findMany({
    where: { AND: [{ reviewId }, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "desc" }, { createdAt: "desc" }],
    select: { id: true, slug: true, title: true, heldOn: true },
  });
}

/** The roundtable with that slug, with its questions. Refuses with not-found what the viewer may not see. */
export function getRoundtable(viewer: Viewer, reviewId: string, slug: string): Promise<Roundtable> {
  return findOne(viewer, reviewId, { slug });
}

export function getRoundtableById(viewer: Viewer, reviewId: string, id: string): Promise<Roundtable> {
  return findOne(viewer, reviewId, { id });
}

async function findOne(
  viewer: Viewer,
  reviewId: string,
  which: { slug: string } | { id: string },
): Promise<Roundtable> {
  requireWork(viewer, reviewId);
  const found = await db().roundtable.findFirst({
    where: { AND: [{ reviewId, ...which }, visibleRoundtables(viewer)] },
    select: {
      ...SUMMARY,
      reviewId: true,
      revision: true,
      closedAt: true,
      recordHash: true,
      questions: { orderBy: { position: "asc" }, select: { id: true, position: true, text: true } },
    },
  });
  if (!found) throw notFound("roundtable");
  const recordHash = found.recordHash && Buffer.from(found.recordHash).toString("hex");
  return { ...found, recordHash };
}

/** What is still to do with a roundtable's contributions. */
export async function getProgress(viewer: Viewer, roundtableId: string): Promise<RoundtableProgress> {
  const [progress] = await listProgress(viewer, [roundtableId]);
  if (!progress) throw new Error("One roundtable has one progress.");
  return progress;
}

/** The same of several roundtables, in their order, in as many statements as of one. */
export async function listProgress(
  viewer: Viewer,
  roundtableIds: readonly string[],
): Promise<RoundtableProgress[]> {
  const roundtableId = { in: [...roundtableIds] };
  const within = { AND: [{ roundtableId }, OPEN_CONTRIBUTION, visibleContributions(viewer)] };
  const people = { AND: [{ roundtableId, host: false }, visibleParticipants(viewer)] };
  const participants = (where: Prisma.ParticipantWhereInput) =>
    db().participant.groupBy({ by: ["roundtableId"], where, _count: true });
  const said = (where: Prisma.ContributionWhereInput) =>
    db().contribution.groupBy({ by: ["roundtableId"], where, _count: true });
  const counted = await Promise.all([
    participants(people),
    participants({ ...people, present: true }),
    participants({ ...people, present: true, contributions: { some: within } }),
    said(within),
    said({ AND: [within, UNTAGGED] }),
    said({ AND: [within, UNCLEARED] }),
  ]);
  return roundtableIds.map((id) => {
    const [registered = 0, present = 0, heard = 0, contributions = 0, untagged = 0, uncleared = 0] =
      counted.map((rows) => rows.find((row) => row.roundtableId === id)?._count ?? 0);
    return { registered, people: present, heard, contributions, untagged, uncleared };
  });
}

/** For the page of the form: refuses before it is filled in. */
export async function requireToPlan(viewer: Viewer, reviewId: string): Promise<void> {
  requireWork(viewer, reviewId);
  requireCan(viewer, "roundtable.plan", { reviewId });
}
