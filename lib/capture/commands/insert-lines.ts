import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { seal } from "@/lib/platform/digest";
import type { ImportRow } from "../import-row";
import type { Speaker } from "./match-speakers";
import { nextSequence } from "./record-contribution";

type Place = { id: string; reviewId: string; heldOn: Date };

/** A few megabytes a statement at most. */
const CHUNK = 2_000;

/**
 * Stores an import's rows in the file's order; gives how many. They go to the database as JSON, one value a
 * statement: bound one by one, two thousand lines are forty thousand values and take ten times as long.
 */
export async function insertLines(
  tx: Tx,
  viewer: Viewer,
  roundtable: Place,
  importId: string,
  rows: readonly ImportRow[],
  speakers: ReadonlyMap<string, Speaker>,
): Promise<number> {
  const first = await nextSequence(tx, { roundtableId: roundtable.id, recordedById: viewer.userId });
  for (let at = 0; at < rows.length; at += CHUNK) {
    const lines = rows.slice(at, at + CHUNK).map((row, index) => ({
      ...lineOf(row, roundtable, speakers),
      sequence: first + at + index,
    }));
    await tx.$executeRaw`
      INSERT INTO contribution (id, review_id, roundtable_id, import_id, recorded_by_id, question_id, participant_id,
        source, kind, text, stance, npqs, said_at, sequence, salt, digest)
      SELECT id, ${roundtable.reviewId}::uuid, ${roundtable.id}::uuid, ${importId}::uuid, ${viewer.userId}::uuid,
        question_id, participant_id, source, kind, text, stance, '{}', said_at, sequence,
        decode(salt, 'hex'), decode(digest, 'hex')
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS line (id uuid, question_id uuid,
        participant_id uuid, source source, kind kind, text text, stance stance, said_at timestamptz,
        sequence int, salt text, digest text)`;
  }
  return rows.length;
}

function lineOf(row: ImportRow, { heldOn }: Place, speakers: ReadonlyMap<string, Speaker>) {
  const { salt, digest } = seal(row.text);
  const { source, participantId } = speakerOf(row, speakers);
  return {
    id: randomUUID(),
    question_id: row.questionId,
    participant_id: participantId,
    source,
    kind: row.kind,
    text: row.text,
    stance: row.stance,
    said_at: (row.saidAt ?? noonOf(heldOn)).toISOString(),
    salt: Buffer.from(salt).toString("hex"),
    digest: Buffer.from(digest).toString("hex"),
  };
}

/** A line without a time is put on the roundtable's day; its number keeps it in the file's order. */
function noonOf(day: Date): Date {
  return new Date(day.getTime() + 12 * 3_600_000);
}

function speakerOf({ source, speaker }: ImportRow, speakers: ReadonlyMap<string, Speaker>) {
  const found = speaker === null ? undefined : speakers.get(speaker);
  if (source !== "identified")
    return { source, participantId: source === "host" ? (found?.id ?? null) : null };
  if (!found) return { source: "unidentified" as const, participantId: null };
  return { source: found.host ? ("host" as const) : source, participantId: found.id };
}
