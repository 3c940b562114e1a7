import type { Tx } from "@/lib/platform/db";
import { seal } from "@/lib/platform/digest";
import type { StagedLine } from "../staged-line";

/** What takes time is done before the transaction: sealing and writing the lines down. */
export function sealed(lines: readonly StagedLine[]): string {
  return JSON.stringify(
    lines.map((line, index) => {
      const { salt, digest } = seal(line.text);
      return {
        ...{ id: line.id, source: line.source, kind: line.kind, text: line.text, stance: line.stance, index },
        ...{ participant_id: line.participantId, question_id: line.questionId },
        ...{ hands_raised: line.hands?.raised ?? null, hands_asked: line.hands?.asked ?? null },
        ...{ agreement_seen: line.agreementSeen ?? false, npqs: line.npqs ?? [] },
        ...{ said_at: line.saidAt.toISOString(), time_known: line.timeKnown },
        salt: Buffer.from(salt).toString("hex"),
        digest: Buffer.from(digest).toString("hex"),
      };
    }),
  );
}

type Place = { reviewId: string; roundtableId: string; importId: string; recordedById: string };

/**
 * Stores lines in their order, numbered from `first`. They go to the database as JSON, one value a statement:
 * bound one by one, two thousand lines are forty thousand values and take ten times as long.
 */
export async function insertLines(tx: Tx, place: Place, first: number, lines: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO contribution (id, review_id, roundtable_id, import_id, recorded_by_id, question_id, participant_id,
      source, kind, text, stance, hands_raised, hands_asked, agreement_seen, npqs, said_at, time_known, sequence,
      salt, digest)
    SELECT id, ${place.reviewId}::uuid, ${place.roundtableId}::uuid, ${place.importId}::uuid,
      ${place.recordedById}::uuid, question_id, participant_id, source, kind, text, stance, hands_raised, hands_asked,
      agreement_seen, ARRAY(SELECT jsonb_array_elements_text(npqs)), said_at, time_known,
      ${first}::int + index,
      decode(salt, 'hex'), decode(digest, 'hex')
    FROM jsonb_to_recordset(${lines}::jsonb) AS line (id uuid, question_id uuid, participant_id uuid, source source,
      kind kind, text text, stance stance, hands_raised int, hands_asked int, agreement_seen boolean, npqs jsonb,
      said_at timestamptz, time_known boolean, index int, salt text, digest text)
    ON CONFLICT (id) DO NOTHING`;
}
