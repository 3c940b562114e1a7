import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import type { ImportInput } from "../import";
import type { ImportRow } from "../import-row";
import { nextLabel } from "../participant";

export type Speaker = { id: string; host: boolean };

type Matched = {
  /** By the speaker's words as the file spells them. */
  speakers: Map<string, Speaker>;
  created: number;
  /** Lines whose speaker nobody is called, and who was not made a participant. */
  unnamed: number;
};

const CHUNK = 1000;

type Place = { id: string; reviewId: string };

const key = (name: string) => name.normalize("NFC").trim().toLowerCase();

/** Finds the file's speakers among the participants, by label or by name; the rest become what was asked. */
export async function matchSpeakers(
  tx: Tx,
  viewer: Viewer,
  roundtable: Place,
  rows: readonly ImportRow[],
  unknown: ImportInput["unknownSpeakers"],
): Promise<Matched> {
  const known = await knownSpeakers(tx, roundtable.id);
  const speakers = new Map<string, Speaker>();
  const strangers = new Map<string, { name: string; host: boolean }>();
  for (const { speaker: name, source, line } of rows) {
    if (name === null) continue;
    const there = known.byKey.get(key(name));
    if (there === "several")
      throw invalid(
        `Line ${line}: several participants are called “${name}”. Give their labels in the file instead.`,
        "file",
      );
    if (there) speakers.set(name, there);
    else if (!strangers.has(key(name))) strangers.set(key(name), { name, host: source === "host" });
  }
  const isStranger = (name: string | null) => name !== null && strangers.has(key(name));
  if (unknown === "unidentified")
    return { speakers, created: 0, unnamed: rows.filter(({ speaker }) => isStranger(speaker)).length };
  const made = await makeParticipants(tx, viewer, roundtable, [...strangers.values()], known.labels);
  for (const { speaker: name } of rows) {
    const participant = name === null ? undefined : made.get(key(name));
    if (name !== null && participant) speakers.set(name, participant);
  }
  return { speakers, created: made.size, unnamed: 0 };
}

async function knownSpeakers(tx: Tx, roundtableId: string) {
  const participants = await tx.participant.findMany({
    where: { roundtableId, person: { erasedAt: null } },
    select: {
      id: true,
      label: true,
      host: true,
      person: { select: { identity: { select: { name: true } } } },
    },
  });
  const byKey = new Map<string, Speaker | "several">();
  for (const { id, host, person } of participants) {
    if (!person.identity) continue;
    const name = key(person.identity.name);
    byKey.set(name, byKey.has(name) ? "several" : { id, host });
  }
  // A label wins over a name that reads the same.
  for (const { id, host, label } of participants) byKey.set(key(label), { id, host });
  const labels = await tx.participant.findMany({ where: { roundtableId }, select: { label: true } });
  return { byKey, labels: labels.map(({ label }) => label) };
}

/** A new participant for each, with the name in the table apart and no permission recorded. */
async function makeParticipants(
  tx: Tx,
  viewer: Viewer,
  { id: roundtableId, reviewId }: Place,
  strangers: readonly { name: string; host: boolean }[],
  taken: readonly string[],
): Promise<Map<string, Speaker>> {
  const labels = [...taken];
  const rows = strangers.map(({ name, host }) => {
    const label = nextLabel(labels, host);
    labels.push(label);
    return { name, host, label, id: randomUUID(), personId: randomUUID() };
  });
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK);
    await tx.person.createMany({ data: chunk.map(({ personId }) => ({ id: personId, reviewId })) });
    await tx.identity.createMany({ data: chunk.map(({ personId, name }) => ({ personId, name })) });
    await tx.participant.createMany({
      data: chunk.map(({ id, personId, label, host }) => ({
        ...{ id, personId, label, host, reviewId, roundtableId },
        createdById: viewer.userId,
      })),
    });
  }
  return new Map(rows.map(({ name, id, host }) => [key(name), { id, host }]));
}
