import { requireCan, type Viewer } from "@/lib/access/policy";
import { noteNames } from "@/lib/access/reading";
import {
  OPEN_CONTRIBUTION,
  IMPORT_VISIBLE,
  visibleIdentities,
  visibleParticipants,
  visibleRoundtables,
} from "@/lib/access/scope";
import { db, transaction } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { describe, type IdentityOf, type Participant, type PastPermission } from "../participant";
import type { PermissionLevel } from "../permission-choices";
import { registrableAt } from "./registrable";

export const PARTICIPANT_SELECT = {
  id: true,
  reviewId: true,
  personId: true,
  label: true,
  host: true,
  present: true,
  person: { select: { erasedAt: true } },
  attributes: { where: { until: null }, orderBy: { value: "asc" }, select: { attribute: true, value: true } },
  permissions: {
    where: { until: null },
    select: { level: true, means: true, wording: { select: { version: true } } },
  },
  seat: true,
  table: { select: { name: true } },
  review: {
    select: { wordings: { orderBy: { version: "desc" }, take: 1, select: { version: true } } },
  },
  _count: { select: { contributions: { where: { AND: [IMPORT_VISIBLE, OPEN_CONTRIBUTION] } } } },
} satisfies Prisma.ParticipantSelect;

type Row = Prisma.ParticipantGetPayload<{ select: typeof PARTICIPANT_SELECT }>;

export function toParticipant(row: Row): Participant {
  const all = (name: string) =>
    row.attributes.filter(({ attribute }) => attribute === name).map(({ value }) => value);
  const one = (name: string) => all(name)[0] ?? null;
  const attributes = {
    role: one("role"),
    phase: one("phase"),
    setting: one("setting"),
    region: one("region"),
  };
  const [open] = row.permissions;
  const latest = row.review.wordings[0]?.version ?? 1;
  return {
    id: row.id,
    personId: row.personId,
    label: row.label,
    host: row.host,
    present: row.present,
    erased: row.person.erasedAt !== null,
    ...attributes,
    npqsTaken: all("npq_taken"),
    npqsDelivered: all("npq_delivered"),
    description: describe(attributes),
    permission: open?.level ?? null,
    choice: open
      ? { means: open.means, wording: open.wording.version, older: open.wording.version < latest }
      : null,
    seat: row.seat,
    table: row.table?.name ?? null,
    contributions: row._count.contributions,
  };
}

const BY_LABEL = new Intl.Collator("en-GB", { numeric: true });

/** Everybody registered at the roundtable, hosts last; only labels, no names. */
export async function listParticipants(viewer: Viewer, roundtableId: string): Promise<Participant[]> {
  const rows = await db().participant.findMany({
    where: { AND: [{ roundtableId }, visibleParticipants(viewer)] },
    select: PARTICIPANT_SELECT,
  });
  // P9 before P10.
  return rows
    .map(toParticipant)
    .sort((a, b) => Number(a.host) - Number(b.host) || BY_LABEL.compare(a.label, b.label));
}

export async function getParticipant(
  viewer: Viewer,
  roundtableId: string,
  id: string,
): Promise<Participant & { permissions: PastPermission[] }> {
  const where = { AND: [{ id, roundtableId }, visibleParticipants(viewer)] };
  const row = await db().participant.findFirst({ where, select: PARTICIPANT_SELECT });
  if (!row) throw notFound("participant");
  const permissions = await db().permission.findMany({
    where: { participant: where },
    orderBy: { from: "desc" },
    select: {
      id: true,
      level: true,
      means: true,
      from: true,
      until: true,
      byId: true,
      wording: { select: { version: true } },
    },
  });
  const latest = row.review.wordings[0]?.version ?? 1;
  const names = await namesOf(permissions.flatMap(({ byId }) => byId ?? []));
  return {
    ...toParticipant(row),
    permissions: permissions.map(({ wording: { version }, byId, ...permission }) => ({
      ...permission,
      wording: version,
      older: version < latest,
      by: byId === null ? null : (names.get(byId) ?? null),
    })),
  };
}

/** What the participant permits today. */
export async function getPermission(viewer: Viewer, participantId: string): Promise<PermissionLevel | null> {
  const found = await db().participant.findFirst({
    where: { AND: [{ id: participantId }, visibleParticipants(viewer)] },
    select: { permissions: { where: { until: null }, select: { level: true } } },
  });
  if (!found) throw notFound("participant");
  return found.permissions[0]?.level ?? null;
}

/** The names of the members who recorded something. */
async function namesOf(userIds: string[]): Promise<Map<string, string>> {
  const users = await db().user.findMany({
    where: { id: { in: userIds } },
    select: { id: true, name: true, email: true },
  });
  return new Map(users.map(({ id, name, email }) => [id, name ?? email]));
}

/** Names and organisations by participant. An audit entry says who read them. */
export async function listIdentities(viewer: Viewer, roundtableId: string): Promise<Map<string, IdentityOf>> {
  const roundtable = await db().participant.findFirst({
    where: { AND: [{ roundtableId }, visibleParticipants(viewer)] },
    select: { reviewId: true },
  });
  if (!roundtable) return new Map();
  const { reviewId } = roundtable;
  requireCan(viewer, "identity.read", { reviewId });
  return transaction(async (tx) => {
    const found = await tx.identity.findMany({
      where: { AND: [{ person: { participants: { some: { roundtableId } } } }, visibleIdentities(viewer)] },
      select: {
        name: true,
        organisation: true,
        email: true,
        schoolUrn: true,
        person: { select: { participants: { where: { roundtableId }, select: { id: true } } } },
      },
    });
    await noteNames(viewer, { reviewId, subjectType: "roundtable", subjectId: roundtableId }, tx);
    return new Map(
      found.flatMap(({ person, ...identity }) =>
        person.participants.map(({ id }) => [id, identity] as const),
      ),
    );
  });
}

/** The break-out tables at which people sit now, in order. */
export async function listOpenTables(
  viewer: Viewer,
  roundtableId: string,
): Promise<{ id: string; name: string }[]> {
  return db().breakoutTable.findMany({
    where: { roundtableId, endedAt: null, roundtable: visibleRoundtables(viewer) },
    orderBy: { position: "asc" },
    select: { id: true, name: true },
  });
}

/**
 * People of the review who have not left and are not at this roundtable yet, described by what they were
 * elsewhere; no names.
 */
export async function listOtherPeople(viewer: Viewer, reviewId: string, roundtableId: string) {
  const rows = await db().participant.findMany({
    where: {
      AND: [{ host: false, person: registrableAt(reviewId, roundtableId) }, visibleParticipants(viewer)],
    },
    distinct: ["personId"],
    orderBy: [{ personId: "asc" }, { createdAt: "desc" }],
    select: {
      personId: true,
      label: true,
      attributes: PARTICIPANT_SELECT.attributes,
      roundtable: { select: { title: true } },
    },
  });
  return rows.map(({ personId, label, attributes, roundtable }) => {
    const one = (name: string) => attributes.find(({ attribute }) => attribute === name)?.value ?? null;
    const described = {
      role: one("role"),
      phase: one("phase"),
      setting: one("setting"),
      region: one("region"),
    };
    return { personId, label, description: describe(described), roundtable: roundtable.title };
  });
}
