import type { SessionState } from "@/components/capture/session/types";
import { listMembers } from "@/lib/review/member/queries/members";
import type { Viewer } from "@/lib/access/policy";
import { listOwnLate } from "@/lib/capture/session/queries/late-entries";
import { getSessionState } from "@/lib/capture/session/queries/session-state";
import { listThemes } from "@/lib/tag/codebook/queries/themes";

/** The room as a browser may keep it for when there is no network: no name of anybody who takes part. */
export async function readSessionState(viewer: Viewer, roundtableId: string): Promise<SessionState> {
  const session = await getSessionState(viewer, roundtableId);
  const { id, reviewId, state, participants, questions, goRounds, tables } = session;
  const [themes, members, late] = await Promise.all([
    listThemes(viewer, reviewId),
    listMembers(viewer, reviewId),
    listOwnLate(viewer, roundtableId),
  ]);
  return {
    roundtableId: id,
    reviewId,
    heldOn: session.heldOn.toISOString(),
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
    goRounds: goRounds.map(({ startedAt, endedAt, ...round }) => ({
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
