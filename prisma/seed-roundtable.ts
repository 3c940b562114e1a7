import type { Viewer } from "@/lib/access/policy";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import { clearWords } from "@/lib/capture/clearance/commands/clear-contribution";
import { planRoundtable } from "@/lib/capture/roundtable/commands/plan-roundtable";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import type { RoundtableState } from "@/lib/capture/roundtable/states";
import type { Tx } from "@/lib/platform/db";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import type { DemoContribution, DemoPerson, DemoRoundtable } from "./demonstration/types";

/** What the parts of the demonstration need to refer to one another. */
export type Known = {
  reviewId: string;
  lead: Viewer;
  facilitator: Viewer;
  people: Map<string, DemoPerson>;
  /** Demonstration key to the person's id, from their first roundtable on. */
  personIds: Map<string, string>;
  /** Slug to id. */
  themes: Map<string, string>;
};

const STATES: readonly RoundtableState[] = ["planned", "in_session", "read_back", "closed"];

/** Makes a roundtable through the application's own commands, from its plan to its final state. */
export async function seedRoundtable(tx: Tx, known: Known, demo: DemoRoundtable): Promise<string> {
  const { lead, reviewId } = known;
  const { slug, title, place, online, host, confidentiality, questions } = demo;
  const heldOn = new Date(demo.date);
  const plan = { reviewId, slug, title, heldOn, place, online, host, confidentiality, questions };
  const { id } = await planRoundtable.within(tx, lead, plan);
  const participants = await seedParticipants(tx, known, id, demo);
  await moveTo(tx, lead, id, "in_session");
  const positions = await tx.question.findMany({
    where: { roundtableId: id },
    select: { id: true, position: true },
  });
  const questionIds = new Map(positions.map((question) => [question.position, question.id]));
  for (const contribution of demo.contributions) {
    await recordContribution.within(tx, known.facilitator, {
      id: contribution.id,
      roundtableId: id,
      source: contribution.source,
      wording: contribution.wording,
      text: contribution.text,
      participantId: contribution.speaker ? need(participants, contribution.speaker) : null,
      questionId: need(questionIds, contribution.question),
      stance: contribution.stance ?? null,
      agreementSeen: contribution.agreementSeen ?? false,
      npqs: contribution.npqs ?? [],
      saidAt: instantInLondon(demo.date, demo.start, contribution.minute),
      ...(contribution.hands ? { hands: contribution.hands } : {}),
    });
    await seedCoding(tx, known, contribution);
  }
  await moveTo(tx, lead, id, demo.state);
  return id;
}

async function seedParticipants(
  tx: Tx,
  known: Known,
  roundtableId: string,
  { participants }: DemoRoundtable,
) {
  const ids = new Map<string, string>();
  for (const one of participants) {
    const { name, organisation } = need(known.people, one.person);
    const { id, personId } = await registerParticipant.within(tx, known.facilitator, {
      roundtableId,
      personId: known.personIds.get(one.person) ?? null,
      name,
      organisation,
      label: one.label,
      host: one.host ?? false,
      absent: !one.present,
      role: one.role,
      phase: one.phase ?? null,
      setting: one.setting ?? null,
      region: one.region ?? null,
      npqsTaken: one.npqsTaken ?? [],
      permission: one.permission,
      means: "paper",
    });
    known.personIds.set(one.person, personId);
    ids.set(one.label, id);
  }
  return ids;
}

async function seedCoding(tx: Tx, known: Known, contribution: DemoContribution) {
  for (const { theme, stance } of contribution.tags) {
    await setTagging.within(tx, known.facilitator, {
      contributionId: contribution.id,
      themeId: need(known.themes, theme),
      stance,
    });
  }
  for (const area of contribution.areas ?? []) {
    await setTagging.within(tx, known.facilitator, {
      contributionId: contribution.id,
      themeId: need(known.themes, area),
    });
  }
  if (contribution.cleared) {
    await clearWords.within(tx, known.facilitator, {
      id: contribution.id,
      revision: 1,
      asked: contribution.masks ?? [],
    });
  }
}

/** One step at a time, as the table of legal transitions requires. */
async function moveTo(tx: Tx, lead: Viewer, id: string, to: RoundtableState) {
  for (;;) {
    const { state, revision } = await tx.roundtable.findUniqueOrThrow({
      where: { id },
      select: { state: true, revision: true },
    });
    const next = STATES[STATES.indexOf(state) + 1];
    if (state === to || next === undefined) return;
    await changeRoundtableState.within(tx, lead, { id, revision, to: next });
  }
}

/** An instant that is some minutes after a start in London time. */
export function instantInLondon(date: string, start: string, minutes: number): Date {
  const asUtc = new Date(`${date}T${start}:00Z`);
  const shown = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London",
    hour: "2-digit",
    hourCycle: "h23",
  }).format(asUtc);
  const offset = (Number(shown) - asUtc.getUTCHours()) * 3_600_000;
  return new Date(asUtc.getTime() - offset + minutes * 60_000);
}

export function need<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demonstration names ${String(key)}, which it does not have.`);
  return value;
}
