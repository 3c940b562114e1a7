import type { Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import { describe } from "@/lib/capture/people/participant";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { handsOf, type Contribution } from "../contribution";
import { Masks } from "../mask-input";

/** What says who somebody is without saying their name. */
export const SPEAKER_SELECT = {
  id: true,
  label: true,
  host: true,
  person: { select: { erasedAt: true } },
  attributes: {
    where: { until: null, attribute: { in: ["role", "phase", "setting", "region"] } },
    select: { attribute: true, value: true },
  },
} satisfies Prisma.ParticipantSelect;

const SPEAKER = {
  ...SPEAKER_SELECT,
  permissions: { where: { until: null }, select: { level: true } },
} satisfies Prisma.ParticipantSelect;

/** The columns that every reader of a contribution needs: what was said, when, and whether it still stands. */
export const SAID_SELECT = {
  id: true,
  source: true,
  wording: true,
  text: true,
  stance: true,
  handsRaised: true,
  handsAsked: true,
  agreementSeen: true,
  saidAt: true,
  timeKnown: true,
  sequence: true,
  revision: true,
  struckAt: true,
  erasedAt: true,
  recordedById: true,
} satisfies Prisma.ContributionSelect;

export const CONTRIBUTION_SELECT = {
  ...SAID_SELECT,
  reviewId: true,
  roundtableId: true,
  npqs: true,
  question: { select: { id: true, position: true, text: true } },
  participant: { select: SPEAKER },
  clearances: { where: { until: null }, select: { text: true, masks: true } },
} satisfies Prisma.ContributionSelect;

type ContributionRow = Prisma.ContributionGetPayload<{ select: typeof CONTRIBUTION_SELECT }>;

/**
 * The rows as contributions, in their order, with the names of the people who recorded them. It records that the
 * viewer read them.
 */
export async function toContributions(
  viewer: Viewer,
  rows: readonly ContributionRow[],
): Promise<Contribution[]> {
  await noteContributions(viewer, rows);
  const names = await namesOf(rows.map((row) => row.recordedById));
  return rows.map((row) => toContribution(row, names.get(row.recordedById) ?? ""));
}

/** Names of account holders, by account id. */
export async function namesOf(userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const users = await db().user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, name: true, email: true },
  });
  return new Map(users.map(({ id, name, email }) => [id, name ?? email]));
}

function toContribution(row: ContributionRow, recordedBy: string): Contribution {
  const { participant, clearances } = row;
  const clearance = clearances[0];
  return {
    id: row.id,
    roundtableId: row.roundtableId,
    source: row.source,
    wording: row.wording,
    text: row.text,
    stance: row.stance,
    hands: handsOf(row),
    agreementSeen: row.agreementSeen,
    npqs: row.npqs,
    saidAt: row.saidAt,
    timeKnown: row.timeKnown,
    revision: row.revision,
    struckAt: row.struckAt,
    erasedAt: row.erasedAt,
    question: row.question,
    speaker: participant && toSpeaker(participant),
    permission: participant?.permissions[0]?.level ?? null,
    clearance: clearance ? { text: clearance.text, masks: Masks.parse(clearance.masks) } : null,
    recordedBy,
  };
}

type SpeakerRow = Prisma.ParticipantGetPayload<{ select: typeof SPEAKER_SELECT }>;

export function toSpeaker({ id, label, host, person, attributes }: SpeakerRow) {
  const value = (name: string) => attributes.find(({ attribute }) => attribute === name)?.value ?? null;
  const description = describe({
    role: value("role"),
    phase: value("phase"),
    setting: value("setting"),
    region: value("region"),
  });
  return { participantId: id, label, host, description, erased: person.erasedAt !== null };
}
