import { requireCan, type Viewer } from "@/lib/access/policy";
import { noteNames } from "@/lib/access/reading";
import { visibleIdentities, visibleParticipants } from "@/lib/access/scope";
import type { IdentityOf, Participant } from "@/lib/capture/people/participant";
import { PARTICIPANT_SELECT, toParticipant } from "@/lib/capture/people/queries/participants";
import { registrableAt } from "@/lib/capture/people/queries/registrable";
import { transaction, type Tx } from "@/lib/platform/db";
import { cellsOf } from "../grid/grid-cells";
import type { GridCells } from "../grid/grid-columns";
import type { KnownPerson } from "../grid/grid-row";

/** A registered person, as a save of the grid compares and changes them. */
export type StoredPerson = {
  participant: Participant;
  identity: IdentityOf | null;
  cells: GridCells;
};

const IDENTITY = { name: true, organisation: true, email: true, schoolUrn: true } as const;

/** Everybody at the roundtable by id. */
export async function readStoredPeople(
  tx: Tx,
  viewer: Viewer,
  roundtableId: string,
): Promise<Map<string, StoredPerson>> {
  const rows = await tx.participant.findMany({
    where: { AND: [{ roundtableId }, visibleParticipants(viewer)] },
    select: {
      ...PARTICIPANT_SELECT,
      person: { select: { erasedAt: true, identity: { select: IDENTITY } } },
    },
  });
  return new Map(
    rows.map((row) => {
      const participant = toParticipant(row);
      const { identity } = row.person;
      return [row.id, { participant, identity, cells: cellsOf(participant, identity) }];
    }),
  );
}

/**
 * Named people of the review who have not left and are not at this roundtable. It shows names, which is
 * recorded.
 */
export async function listKnownPeople(
  viewer: Viewer,
  reviewId: string,
  roundtableId: string,
): Promise<KnownPerson[]> {
  requireCan(viewer, "identity.read", { reviewId });
  return transaction(async (tx) => {
    const found = await tx.identity.findMany({
      where: {
        AND: [{ person: registrableAt(reviewId, roundtableId) }, visibleIdentities(viewer)],
      },
      orderBy: { name: "asc" },
      select: {
        personId: true,
        name: true,
        organisation: true,
        email: true,
        person: {
          select: {
            participants: {
              orderBy: { createdAt: "desc" },
              take: 1,
              select: { ...PARTICIPANT_SELECT, roundtable: { select: { title: true } } },
            },
          },
        },
      },
    });
    if (found.length > 0)
      await noteNames(viewer, { reviewId, subjectType: "review", subjectId: reviewId }, tx);
    return found.flatMap(({ person: { participants }, ...identity }) =>
      participants.map((last) => {
        const participant = toParticipant(last);
        const { role, phase, setting, region, npqsTaken, npqsDelivered } = cellsOf(participant, undefined);
        const described = { role, phase, setting, region, npqsTaken, npqsDelivered };
        return { ...identity, where: `${participant.label} at ${last.roundtable.title}`, described };
      }),
    );
  });
}
