import type { RoomState } from "@/components/capture/session/types";
import { listMembers } from "@/lib/review/member/queries/members";
import type { Viewer } from "@/lib/access/policy";
import { listOwnLate } from "@/lib/capture/session/queries/late";
import { getRoom } from "@/lib/capture/session/queries/room";
import { listThemes } from "@/lib/tag/codebook/queries/themes";

/** The room as a browser may keep it for when there is no network: no name of anybody who takes part. */
export async function roomState(viewer: Viewer, roundtableId: string): Promise<RoomState> {
  const room = await getRoom(viewer, roundtableId);
  const { id, reviewId, state, participants, questions, rounds, tables } = room;
  const [themes, members, late] = await Promise.all([
    listThemes(viewer, reviewId),
    listMembers(viewer, reviewId),
    listOwnLate(viewer, roundtableId),
  ]);
  return {
    roundtableId: id,
    reviewId,
    heldOn: room.heldOn.toISOString(),
    state,
    participants,
    questions: questions.map(({ openings, ...question }) => ({
      ...question,
      openings: openings.map(({ tableId, openedAt, until }) => ({
        tableId,
        openedAt: openedAt.toISOString(),
        until: until?.toISOString() ?? null,
      })),
    })),
    rounds: rounds.map(({ startedAt, endedAt, ...round }) => ({
      ...round,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
    tables: tables
      .filter(({ endedAt }) => endedAt === null)
      .map(({ id: tableId, name, facilitatorId }) => ({ id: tableId, name, facilitatorId })),
    themes: themes.map(({ id: themeId, title, colour, axis }) => ({
      id: themeId,
      title,
      colour,
      area: axis === "area",
    })),
    late,
    colleagues: members
      .filter(({ role }) => role === "lead" || role === "facilitator")
      .map(({ userId, name }) => ({ userId, name })),
  };
}
