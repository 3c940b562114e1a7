import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleIdentities, visibleParticipants } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit";
import { db, transaction } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { describe, type IdentityOf, type Participant, type PastPermission } from "../participant";
import { OPEN_LINE } from "./line-where";

const SELECT = {
  id: true,
  reviewId: true,
  personId: true,
  label: true,
  host: true,
  present: true,
  person: { select: { erasedAt: true } },
  attributes: { where: { until: null }, orderBy: { value: "asc" }, select: { attribute: true, value: true } },
  permissions: { where: { until: null }, select: { level: true } },
  _count: { select: { contributions: { where: OPEN_LINE } } },
} satisfies Prisma.ParticipantSelect;

type Row = Prisma.ParticipantGetPayload<{ select: typeof SELECT }>;

function toParticipant(row: Row): Participant {
  const all = (name: string) =>
    row.attributes.filter(({ attribute }) => attribute === name).map(({ value }) => value);
  const one = (name: string) => all(name)[0] ?? null;
  const attributes = {
    role: one("role"),
    phase: one("phase"),
    setting: one("setting"),
    region: one("region"),
  };
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
    permission: row.permissions[0]?.level ?? null,
    lines: row._count.contributions,
  };
}

const BY_LABEL = new Intl.Collator("en-GB", { numeric: true });

/** Everybody registered at the roundtable, hosts last; labels alone, no names. */
export async function listParticipants(viewer: Viewer, roundtableId: string): Promise<Participant[]> {
  const rows = await db().participant.findMany({
    where: { AND: [{ roundtableId }, visibleParticipants(viewer)] },
    select: SELECT,
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
  const row = await db().participant.findFirst({ where, select: SELECT });
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
      wording: { select: { version: true } },
    },
  });
  return {
    ...toParticipant(row),
    permissions: permissions.map(({ wording, ...permission }) => ({
      ...permission,
      wording: wording.version,
    })),
  };
}

/** Names and organisations by participant. That they were read, and by whom, is kept. */
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
        person: { select: { participants: { where: { roundtableId }, select: { id: true } } } },
      },
    });
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "identity.read",
      subjectType: "roundtable",
      subjectId: roundtableId,
    });
    return new Map(
      found.flatMap(({ name, organisation, person }) =>
        person.participants.map(({ id }) => [id, { name, organisation }] as const),
      ),
    );
  });
}

/** People the review knows who are not at this roundtable yet, by what they were elsewhere; no names. */
export async function listOtherPeople(viewer: Viewer, reviewId: string, roundtableId: string) {
  const rows = await db().participant.findMany({
    where: {
      AND: [
        {
          reviewId,
          host: false,
          person: { erasedAt: null, participants: { none: { roundtableId } } },
        },
        visibleParticipants(viewer),
      ],
    },
    distinct: ["personId"],
    orderBy: [{ personId: "asc" }, { createdAt: "desc" }],
    select: { ...SELECT, roundtable: { select: { title: true } } },
  });
  return rows.map((row) => {
    const { personId, label, description } = toParticipant(row);
    return { personId, label, description, roundtable: row.roundtable.title };
  });
}
