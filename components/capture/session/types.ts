import type { OwnLate } from "@/lib/capture/session/late";
import type { PermissionLevel } from "@/lib/capture/people/participant";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { RoundtableState } from "@/lib/capture/roundtable/roundtable";

/** Somebody at the roundtable, by label. */
export type Attendee = {
  id: string;
  label: string;
  description: string;
  host: boolean;
  present: boolean;
  erased: boolean;
  /** What becomes of their words; null where nothing is recorded, and for hosts. */
  permission: PermissionLevel | null;
  seat: string | null;
  tableId: string | null;
  /** Contributions on the server when the page was read, for those that the page does not show. */
  contributions: number;
};

export type AgendaQuestion = {
  id: string;
  position: number;
  text: string;
  minutes: number | null;
  openings: Opening[];
};
/** When talk turned to a question, and to another one: null while it lasts. */
export type Opening = { tableId: string | null; openedAt: string; until: string | null };
export type GoRoundOf = {
  id: string;
  tableId: string | null;
  text: string;
  startedAt: string;
  endedAt: string | null;
  /** Participants who passed. */
  passed: string[];
  /** Participants with a contribution in it on the server, for those that the page does not show. */
  spoke: string[];
};
export type Table = { id: string; name: string; facilitatorId: string | null };
/** `area`: of the DfE's own areas, which are an axis apart from the themes. */
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

export type Start = { session: SessionState; contributions: ShownContribution[]; earlier: boolean };

/** Names by participant, while they are shown; never kept. */
export type Names = ReadonlyMap<string, { name: string; organisation: string | null }>;
