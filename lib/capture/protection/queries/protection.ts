import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants, visibleReviews, visibleRoundtables } from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { deletedOn, dueOn, type Retained } from "../retention";
import { heldPeople } from "./holds";

/** Somebody as this page names them: by their labels, never by a name. */
export type Labelled = { personId: string; label: string };

export type ShownHold = {
  id: string;
  /** null: the whole review. */
  person: Labelled | null;
  reason: string;
  from: Date;
  by: string;
  until: Date | null;
};

export type ShownRequest = {
  id: string;
  person: Labelled;
  requestedAt: Date;
  by: string;
  decidedAt: Date | null;
  erased: boolean | null;
  reason: string | null;
};

async function requireProtection(viewer: Viewer, reviewId: string) {
  const review = await db().review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { retentionMonths: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "hold.set", { reviewId });
  return review;
}

/** Everybody of the review who is not erased, as "P07 of Fellows' roundtable". */
export async function listLabelled(viewer: Viewer, reviewId: string): Promise<Labelled[]> {
  await requireProtection(viewer, reviewId);
  const rows = await db().participant.findMany({
    where: { AND: [{ reviewId, person: { erasedAt: null } }, visibleParticipants(viewer)] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { personId: true, label: true, roundtable: { select: { title: true } } },
  });
  const labels = new Map<string, string[]>();
  for (const { personId, label, roundtable } of rows)
    labels.set(personId, [...(labels.get(personId) ?? []), `${label} of ${roundtable.title}`]);
  return [...labels].map(([personId, names]) => ({ personId, label: names.join(", ") }));
}

/** Holds, current ones first. */
export async function listHolds(viewer: Viewer, reviewId: string): Promise<ShownHold[]> {
  await requireProtection(viewer, reviewId);
  const holds = await db().hold.findMany({
    where: { reviewId },
    orderBy: [{ until: { sort: "desc", nulls: "first" } }, { from: "desc" }],
    select: { id: true, personId: true, reason: true, from: true, byId: true, until: true },
  });
  const labels = await labelsOf(holds.flatMap(({ personId }) => personId ?? []));
  const names = await namesOf(holds.map(({ byId }) => byId));
  return holds.map(({ personId, byId, ...hold }) => ({
    ...hold,
    person: personId === null ? null : { personId, label: labels.get(personId) ?? "" },
    by: names.get(byId) ?? "",
  }));
}

/** Erasures that a hold stopped, undecided ones first. */
export async function listErasureRequests(viewer: Viewer, reviewId: string): Promise<ShownRequest[]> {
  await requireProtection(viewer, reviewId);
  const requests = await db().erasureRequest.findMany({
    where: { reviewId },
    orderBy: [{ decidedAt: { sort: "desc", nulls: "first" } }, { requestedAt: "asc" }],
    select: {
      id: true,
      personId: true,
      requestedAt: true,
      byId: true,
      decidedAt: true,
      erased: true,
      reason: true,
    },
  });
  const labels = await labelsOf(requests.map(({ personId }) => personId));
  const names = await namesOf(requests.map(({ byId }) => byId));
  return requests.map(({ personId, byId, ...request }) => ({
    ...request,
    person: { personId, label: labels.get(personId) ?? "" },
    by: names.get(byId) ?? "",
  }));
}

async function labelsOf(personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().participant.findMany({
    where: { personId: { in: [...personIds] } },
    select: { personId: true, label: true, roundtable: { select: { title: true } } },
  });
  const labels = new Map<string, string>();
  for (const { personId, label, roundtable } of rows)
    labels.set(
      personId,
      [labels.get(personId), `${label} of ${roundtable.title}`].filter(Boolean).join(", "),
    );
  return labels;
}

/**
 * When the personal data of each roundtable falls due, the next first, and what would be deleted; `months`
 * previews another period than the review's.
 */
export async function previewRetention(
  viewer: Viewer,
  reviewId: string,
  months?: number,
): Promise<{ months: number; roundtables: Retained[] }> {
  const { retentionMonths } = await requireProtection(viewer, reviewId);
  const kept = months ?? retentionMonths;
  const rows = await db().roundtable.findMany({
    where: { AND: [{ reviewId }, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, title: true, heldOn: true, notices: true },
  });
  const contributions = await db().contribution.groupBy({
    by: ["roundtableId"],
    where: { reviewId, erasedAt: null },
    _count: true,
  });
  const words = new Map(contributions.map(({ roundtableId, _count }) => [roundtableId, _count]));
  const described = await countByRoundtable(reviewId, {
    OR: [{ attributes: { some: {} } }, { person: { identity: { isNot: null } } }],
  });
  const heldIds = await heldPeople(db(), reviewId);
  const held = heldIds && (await countByRoundtable(reviewId, { personId: { in: heldIds } }));
  const roundtables = rows.map(({ id, notices: [notice], ...row }) => {
    const due = dueOn(row.heldOn, kept);
    return {
      ...row,
      roundtableId: id,
      dueOn: due,
      noticedAt: notice?.noticedAt ?? null,
      deletedOn: notice ? deletedOn(due, notice.noticedAt) : null,
      deletedAt: notice?.deletedAt ?? null,
      contributions: words.get(id) ?? 0,
      people: described.get(id) ?? 0,
      held: held === null ? ("everybody" as const) : (held.get(id) ?? 0),
    };
  });
  return { months: kept, roundtables };
}

/** Roundtable to how many of its participants match, in one statement for the review. */
async function countByRoundtable(reviewId: string, which: Prisma.ParticipantWhereInput) {
  const where = { AND: [{ reviewId }, which] };
  const counts = await db().participant.groupBy({ by: ["roundtableId"], where, _count: true });
  return new Map(counts.map(({ roundtableId, _count }) => [roundtableId, _count]));
}

/** For the lead's home page: roundtables that fall due, and erasures that wait for a decision. */
export async function countProtectionTasks(
  viewer: Viewer,
  reviewId: string,
): Promise<{ due: number; requests: number }> {
  await requireProtection(viewer, reviewId);
  const [due, requests] = await Promise.all([
    db().retentionNotice.count({ where: { deletedAt: null, roundtable: { reviewId } } }),
    db().erasureRequest.count({ where: { reviewId, decidedAt: null } }),
  ]);
  return { due, requests };
}
