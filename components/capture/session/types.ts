import type { OwnLate } from "@/lib/capture/session/late-state";
import type { PermissionLevel } from "@/lib/capture/people/permission-choices";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { RoundtableState } from "@/lib/capture/roundtable/states";

/** Somebody at the roundtable, by label. */
export type Attendee = {
  id: string;
  label: string;
  description: string;
  host: boolean;
  present: boolean;
  erased: boolean;
  /** Their permission; null where none is recorded, and for hosts. */
  permission: PermissionLevel | null;
  seat: string | null;
  tableId: string | null;
  /** How many contributions were on the server when the page was read, without those that the page shows. */
  contributions: number;
};

export type AgendaQuestion = {
  id: string;
  position: number;
  text: string;
  minutes: number | null;
  openings: Opening[];
};
/** When a question was opened, and when another one was: null while it is open. */
export type Opening = { tableId: string | null; openedAt: string; until: string | null };
export type GoRoundOf = {
  id: string;
  tableId: string | null;
  text: string;
  startedAt: string;
  endedAt: string | null;
  /** Participants who passed. */
  passed: string[];
  /** Participants who have a contribution in it on the server, without those that the page shows. */
  spoke: string[];
};
export type Table = { id: string; name: string; facilitatorId: string | null };
/** `area`: one of DfE's own areas, a separate axis from the themes. */
export type Theme = { id: string; title: string; colour: string; area: boolean };
type Colleague = { userId: string; name: string };

/** What the page knows of the room; pseudonymous, so that it may be kept for a reload without network. */
export type SessionState = {
  roundtableId: string;
  reviewId: string;
  /** The roundtable's day, as midnight UTC in ISO 8601. */
  heldOn: string;
  state: RoundtableState;
  participants: Attendee[];
  questions: AgendaQuestion[];
  goRounds: GoRoundOf[];
  tables: Table[];
  themes: Theme[];
  colleagues: Colleague[];
  /** What this person sent after the roundtable was closed. */
  late: OwnLate[];
};

/** The room, and the end of the record; `total` is how many contributions stand in all of it, where `earlier` ones are missing. */
export type Start = {
  session: SessionState;
  contributions: ShownContribution[];
  earlier: boolean;
  total: number;
};

/** Names by participant, while they are shown; never stored. */
export type Names = ReadonlyMap<string, { name: string; organisation: string | null }>;
