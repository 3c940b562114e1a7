import type { Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { openingsOf } from "@/lib/capture/roundtable/elapsed";
import { listParticipants } from "@/lib/capture/people/queries/participants";
import { getRoundtableState } from "@/lib/capture/roundtable/queries/roundtable-state";

/**
 * The room as those who capture see it: who is there, by label and seat; the tables, the agenda and when each
 * question was open; the go-rounds and who has spoken in them. No name of a participant.
 */
export async function getSessionState(viewer: Viewer, roundtableId: string) {
  const roundtable = await getRoundtableState(viewer, roundtableId);
  const [participants, seats, questions, openings, goRounds, tables] = await Promise.all([
    listParticipants(viewer, roundtableId),
    listSeats(viewer, roundtableId),
    db().question.findMany({
      where: { roundtableId },
      orderBy: { position: "asc" },
      select: { id: true, position: true, text: true, minutes: true },
    }),
    db().questionOpening.findMany({
      where: { roundtableId },
      orderBy: [{ openedAt: "asc" }, { id: "asc" }],
      select: { questionId: true, tableId: true, openedAt: true },
    }),
    listGoRounds(roundtableId),
    db().breakoutTable.findMany({
      where: { roundtableId },
      orderBy: { position: "asc" },
      select: { id: true, position: true, name: true, facilitatorId: true, endedAt: true },
    }),
  ]);
  const opened = openingsOf(openings, roundtable.closedAt);
  return {
    ...roundtable,
    participants: participants.map((one) => ({
      id: one.id,
      label: one.label,
      description: one.description,
      host: one.host,
      present: one.present,
      erased: one.erased,
      permission: one.permission,
      contributions: one.contributions,
      seat: seats.get(one.id)?.seat ?? null,
      tableId: seats.get(one.id)?.tableId ?? null,
    })),
    questions: questions.map((question) => ({
      ...question,
      openings: opened.filter(({ questionId }) => questionId === question.id),
    })),
    goRounds,
    tables,
  };
}

async function listSeats(viewer: Viewer, roundtableId: string) {
  const rows = await db().participant.findMany({
    where: { AND: [{ roundtableId }, visibleParticipants(viewer)] },
    select: { id: true, seat: true, tableId: true },
  });
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

async function listGoRounds(roundtableId: string) {
  const goRounds = await db().goRound.findMany({
    where: { roundtableId },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      text: true,
      tableId: true,
      startedAt: true,
      endedAt: true,
      passes: { select: { participantId: true } },
      contributions: {
        where: { struckAt: null, participantId: { not: null } },
        distinct: ["participantId"],
        select: { participantId: true },
      },
    },
  });
  return goRounds.map(({ passes, contributions, ...round }) => ({
    ...round,
    spoke: contributions.flatMap(({ participantId }) => participantId ?? []),
    passed: passes.map(({ participantId }) => participantId),
  }));
}
