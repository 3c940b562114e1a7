import type { AgendaQuestion, Attendee, SessionState, Theme } from "../types";

/** What of a speaker stands in a row. */
export type RowSpeaker = Pick<Attendee, "label" | "host" | "description" | "erased" | "permission">;

/** What rows of the record show of the session, by ids: no more than that, so that nothing else makes them again. */
export type RowSession = {
  heldOn: string;
  speakers: Readonly<Record<string, RowSpeaker>>;
  themes: readonly Theme[];
  questions: readonly AgendaQuestion[];
  tables: Readonly<Record<string, string>>;
  colleagues: Readonly<Record<string, string>>;
};

export function rowSessionOf({
  heldOn,
  participants,
  themes,
  questions,
  tables,
  colleagues,
}: SessionState): RowSession {
  return {
    heldOn,
    speakers: Object.fromEntries(
      participants.map(({ id, label, host, description, erased, permission }) => [
        id,
        { label, host, description, erased, permission },
      ]),
    ),
    themes,
    questions,
    tables: Object.fromEntries(tables.map(({ id, name }) => [id, name])),
    colleagues: Object.fromEntries(colleagues.map(({ userId, name }) => [userId, name])),
  };
}
