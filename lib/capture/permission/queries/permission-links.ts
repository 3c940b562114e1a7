import { requireCan, type Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, IMPORT_VISIBLE, visibleParticipants } from "@/lib/access/scope";
import { type Consequence } from "@/lib/capture/people/consequence";
import type { PermissionLevel } from "@/lib/capture/people/permission-choices";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { PermissionToken, type PermissionPage } from "../permission";
import { permissionNarrowing } from "../permission-events";

/** The link with this secret, while its participant may choose: not after they were erased or left. */
export function linkThatOpens(token: string): Prisma.PermissionLinkWhereInput {
  return {
    tokenHash: sha256(token),
    endedAt: null,
    expiresAt: { gt: new Date() },
    participant: { host: false, person: { erasedAt: null, leftAt: null } },
  };
}

/**
 * What the page of the link with this secret shows; null for a link that never existed, has expired or was
 * ended.
 */
export async function findPermissionPage(token: string): Promise<PermissionPage | null> {
  if (!PermissionToken.safeParse(token).success) return null;
  const link = await db().permissionLink.findFirst({
    where: linkThatOpens(token),
    select: {
      expiresAt: true,
      participant: {
        select: {
          id: true,
          label: true,
          roundtable: { select: { title: true, heldOn: true, host: true, confidentiality: true } },
          review: {
            select: { title: true, wordings: { orderBy: { version: "desc" }, take: 1 } },
          },
          permissions: {
            where: { until: null },
            select: { level: true, from: true, wording: { select: { version: true } } },
          },
        },
      },
    },
  });
  const wording = link?.participant.review.wordings[0];
  if (!link || !wording) return null;
  const { id, label, roundtable, review, permissions } = link.participant;
  const { title, ...held } = roundtable;
  const [open] = permissions;
  return {
    participantId: id,
    label,
    review: review.title,
    roundtable: title,
    ...held,
    expiresAt: link.expiresAt,
    wording: { version: wording.version, text: wording.text },
    chosen: open ? { level: open.level, from: open.from, wording: open.wording.version } : null,
  };
}

/** When the participant's link expires; null where none is valid. */
export async function getLinkExpiry(viewer: Viewer, participantId: string): Promise<Date | null> {
  const link = await db().permissionLink.findFirst({
    where: { participantId, endedAt: null, participant: visibleParticipants(viewer) },
    select: { expiresAt: true },
  });
  return link && link.expiresAt > new Date() ? link.expiresAt : null;
}

type Step = { participantId: string; from: PermissionLevel | null; to: PermissionLevel };

/** What narrowing to `to` would change, for a facilitator who is about to record it. */
export async function previewNarrowing(
  viewer: Viewer,
  participantId: string,
  to: PermissionLevel,
): Promise<Consequence[]> {
  const found = await db().participant.findFirst({
    where: { AND: [{ id: participantId }, visibleParticipants(viewer)] },
    select: { reviewId: true, permissions: { where: { until: null }, select: { level: true } } },
  });
  if (!found) throw notFound("participant");
  requireCan(viewer, "participant.register", found);
  return consequencesOf({ participantId, from: found.permissions[0]?.level ?? null, to });
}

/** The same for the participant, whose secret opened the page. */
export function previewOwnNarrowing(page: PermissionPage, to: PermissionLevel): Promise<Consequence[]> {
  return consequencesOf({ participantId: page.participantId, from: page.chosen?.level ?? null, to });
}

function consequencesOf(step: Step): Promise<Consequence[]> {
  return transaction((tx) => consequencesWithin(tx, step));
}

/** What the change affects, inside a transaction that is already open. */
export async function consequencesWithin(tx: Tx, step: Step): Promise<Consequence[]> {
  const later = await permissionNarrowing.run(tx, step);
  return [...(await ownConsequences(tx, step)), ...later.flat()].filter(({ count }) => count > 0);
}

/** Contributions that officials can read today and could not read afterwards. */
async function ownConsequences(tx: Tx, { participantId, from }: Step): Promise<Consequence[]> {
  if (from !== "verbatim") return [];
  const count = await tx.contribution.count({
    where: {
      AND: [{ participantId, clearances: { some: { until: null } } }, IMPORT_VISIBLE, OPEN_CONTRIBUTION],
    },
  });
  return [{ what: "cleared contributions that only facilitators can read after this", count, undone: true }];
}
