import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { Attendee, SessionState, Start } from "./types";

/**
 * What the page begins with, as it is sent: each person and contribution is a list of values, without the names of its fields,
 * and an id that stands in the session is the place where it stands there.
 */
export type PackedStart = Omit<Start, "session" | "contributions"> & {
  session: Omit<SessionState, "participants">;
  participants: readonly PackedAttendee[];
  contributions: readonly PackedContribution[];
};

type PackedAttendee = readonly [
  id: string,
  label: string,
  description: string,
  permission: Attendee["permission"],
  contributions: number,
  flags: number,
  seat?: string | null,
  table?: Ref,
];

/** The place of an id from 0, the id itself where the session has it not, or null. */
type Ref = number | string | null;

type Rare = "hands" | "npqs" | "tableId" | "goRoundId" | "mergedIntoId";
type PackedContribution = readonly [
  id: string,
  source: ShownContribution["source"],
  wording: ShownContribution["wording"],
  text: string,
  stance: ShownContribution["stance"],
  /** In milliseconds. */
  saidAt: number,
  sequence: number,
  revision: number,
  flags: number,
  recordedBy: Ref,
  question: Ref,
  participant: Ref,
  themes: readonly Ref[],
  /** What few contributions have. */
  rare?: Partial<Pick<ShownContribution, Rare>>,
];

export function packStart({
  session: { participants, ...session },
  contributions,
  ...rest
}: Start): PackedStart {
  const places = placesOf(session, participants);
  return {
    ...rest,
    session,
    participants: participants.map((one) => packAttendee(one, places)),
    contributions: contributions.map((one) => packContribution(one, places)),
  };
}

export function unpackStart({ session, participants, contributions, ...rest }: PackedStart): Start {
  const ids: Ids = { ...sessionIds(session), participants: participants.map(([id]) => id) };
  return {
    ...rest,
    session: { ...session, participants: participants.map((one) => unpackAttendee(one, ids.tables)) },
    contributions: contributions.map((one) => unpackContribution(one, ids)),
  };
}

type Ids = Record<"questions" | "themes" | "colleagues" | "tables" | "participants", readonly string[]>;
type Places = Record<keyof Ids, ReadonlyMap<string, number>>;

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const sessionIds = ({ questions, themes, colleagues, tables }: PackedStart["session"]) => ({
  questions: idsOf(questions),
  themes: idsOf(themes),
  colleagues: colleagues.map(({ userId }) => userId),
  tables: idsOf(tables),
});

function placesOf(session: PackedStart["session"], participants: readonly Attendee[]): Places {
  const places = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]));
  const { questions, themes, colleagues, tables } = sessionIds(session);
  return {
    questions: places(questions),
    themes: places(themes),
    colleagues: places(colleagues),
    tables: places(tables),
    participants: places(idsOf(participants)),
  };
}

const refTo = (id: string | null, places: ReadonlyMap<string, number>): Ref =>
  id === null ? null : (places.get(id) ?? id);

function idAt(ref: Ref, ids: readonly string[]): string | null {
  return typeof ref === "number" ? (ids[ref] ?? null) : ref;
}

const bits = (...flags: readonly boolean[]) =>
  flags.reduce((sum, flag, bit) => sum + (flag ? 1 << bit : 0), 0);
const hasBit = (flags: number, bit: number) => (flags & (1 << bit)) !== 0;

function packAttendee(one: Attendee, { tables }: Places): PackedAttendee {
  const { id, label, description, permission, contributions, host, present, erased, seat, tableId } = one;
  const always = [id, label, description, permission, contributions, bits(host, present, erased)] as const;
  return seat === null && tableId === null ? always : [...always, seat, refTo(tableId, tables)];
}

function unpackAttendee(packed: PackedAttendee, tables: readonly string[]): Attendee {
  const [id, label, description, permission, contributions, flags, seat = null, table = null] = packed;
  return {
    id,
    label,
    description,
    host: hasBit(flags, 0),
    present: hasBit(flags, 1),
    erased: hasBit(flags, 2),
    permission,
    contributions,
    seat,
    tableId: idAt(table, tables),
  };
}

function packContribution(one: ShownContribution, places: Places): PackedContribution {
  const { id, source, wording, text, stance, sequence, revision } = one;
  const rare = rareOf(one);
  const always = [
    id,
    source,
    wording,
    text,
    stance,
    Date.parse(one.saidAt),
    sequence,
    revision,
    bits(one.agreementSeen, one.timeKnown, one.struck, one.erased),
    refTo(one.recordedById, places.colleagues),
    refTo(one.questionId, places.questions),
    refTo(one.participantId, places.participants),
    one.themeIds.map((theme) => refTo(theme, places.themes)),
  ] as const;
  return Object.keys(rare).length === 0 ? always : [...always, rare];
}

function rareOf({ hands, npqs = [], tableId, goRoundId, mergedIntoId }: ShownContribution) {
  return {
    ...(hands && { hands }),
    ...(npqs.length > 0 && { npqs }),
    ...(tableId !== null && { tableId }),
    ...(goRoundId !== null && { goRoundId }),
    ...(mergedIntoId !== null && { mergedIntoId }),
  };
}

function unpackContribution(packed: PackedContribution, ids: Ids): ShownContribution {
  const [id, source, wording, text, stance, saidAt, sequence, revision, flags, ...refs] = packed;
  const [recordedBy, question, participant, themes, rare] = refs;
  return {
    id,
    source,
    wording,
    text,
    stance,
    saidAt: new Date(saidAt).toISOString(),
    sequence,
    revision,
    agreementSeen: hasBit(flags, 0),
    timeKnown: hasBit(flags, 1),
    struck: hasBit(flags, 2),
    erased: hasBit(flags, 3),
    recordedById: idAt(recordedBy, ids.colleagues) ?? "",
    questionId: idAt(question, ids.questions),
    participantId: idAt(participant, ids.participants),
    themeIds: themes.flatMap((theme) => idAt(theme, ids.themes) ?? []),
    hands: null,
    npqs: [],
    tableId: null,
    goRoundId: null,
    mergedIntoId: null,
    ...rare,
  };
}
