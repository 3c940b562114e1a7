import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import type { ImportInput } from "../import";
import type { ImportRow } from "../import-row";
import { labeller } from "../participant";

export type Speaker = { id: string; host: boolean };

type Matched = {
  /** By the speaker's words as the file spells them. */
  speakers: Map<string, Speaker>;
  created: number;
  /** Lines whose speaker nobody is called, and who was not made a participant. */
  unnamed: number;
};

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

/**
 * A new participant for each, with the name in the table apart and no permission recorded. They go to the
 * database as JSON for the reason that lines do (insert-lines.ts).
 */
async function makeParticipants(
  tx: Tx,
  viewer: Viewer,
  { id: roundtableId, reviewId }: Place,
  strangers: readonly { name: string; host: boolean }[],
  taken: readonly string[],
): Promise<Map<string, Speaker>> {
  const nextLabel = labeller(taken);
  const rows = strangers.map(({ name, host }) => ({
    ...{ name, host, label: nextLabel(host) },
    ...{ id: randomUUID(), person_id: randomUUID() },
  }));
  const made = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO person (id, review_id) SELECT person_id, ${reviewId}::uuid
    FROM jsonb_to_recordset(${made}::jsonb) AS made (person_id uuid)`;
  await tx.$executeRaw`
    INSERT INTO identity (person_id, name) SELECT person_id, name
    FROM jsonb_to_recordset(${made}::jsonb) AS made (person_id uuid, name text)`;
  await tx.$executeRaw`
    INSERT INTO participant (id, review_id, roundtable_id, person_id, label, host, created_by_id)
    SELECT id, ${reviewId}::uuid, ${roundtableId}::uuid, person_id, label, host, ${viewer.userId}::uuid
    FROM jsonb_to_recordset(${made}::jsonb) AS made (id uuid, person_id uuid, label text, host boolean)`;
  return new Map(rows.map(({ name, id, host }) => [key(name), { id, host }]));
}
