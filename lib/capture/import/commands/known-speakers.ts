import { randomUUID } from "node:crypto";
import { labeller } from "@/lib/capture/people/participant";
import type { Tx } from "@/lib/platform/db";
import { speakerKey } from "../plan";

/**
 * Finds participants by label or by name. A label takes precedence; a name that several people have matches
 * nobody.
 */
export async function knownSpeakers(tx: Tx, roundtableId: string) {
  const participants = await tx.participant.findMany({
    where: { roundtableId, person: { erasedAt: null } },
    select: { id: true, label: true, person: { select: { identity: { select: { name: true } } } } },
  });
  const byKey = new Map<string, string | null>();
  for (const { id, person } of participants) {
    if (!person.identity) continue;
    const name = speakerKey(person.identity.name);
    byKey.set(name, byKey.has(name) ? null : id);
  }
  for (const { id, label } of participants) byKey.set(speakerKey(label), id);
  return { find: (name: string) => byKey.get(speakerKey(name)) ?? null };
}

type Place = { roundtableId: string; reviewId: string; byId: string };

/**
 * Makes a participant for each, with the name in the separate table and no permission recorded; returns their
 * ids in the same order. They are sent to the database as JSON, for the same reason as contributions
 * (insert-contributions.ts).
 */
export async function makeParticipants(
  tx: Tx,
  { roundtableId, reviewId, byId }: Place,
  strangers: readonly { name: string; host: boolean }[],
): Promise<string[]> {
  if (strangers.length === 0) return [];
  const labels = await tx.participant.findMany({ where: { roundtableId }, select: { label: true } });
  const nextLabel = labeller(labels.map(({ label }) => label));
  const rows = strangers.map(({ name, host }) => ({
    name,
    host,
    label: nextLabel(host),
    id: randomUUID(),
    person_id: randomUUID(),
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
    SELECT id, ${reviewId}::uuid, ${roundtableId}::uuid, person_id, label, host, ${byId}::uuid
    FROM jsonb_to_recordset(${made}::jsonb) AS made (id uuid, person_id uuid, label text, host boolean)`;
  return rows.map(({ id }) => id);
}
