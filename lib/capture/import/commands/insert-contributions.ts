import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import type { StagedContribution } from "../staged-contribution";

/** Digests and the JSON are computed before the transaction, because they take time. */
export function withDigests(contributions: readonly StagedContribution[]): string {
  return JSON.stringify(
    contributions.map((contribution, index) => {
      const { salt, digest } = saltedDigest(contribution.text);
      return {
        id: contribution.id,
        source: contribution.source,
        wording: contribution.wording,
        text: contribution.text,
        stance: contribution.stance,
        index,
        participant_id: contribution.participantId,
        question_id: contribution.questionId,
        hands_raised: contribution.hands?.raised ?? null,
        hands_asked: contribution.hands?.asked ?? null,
        agreement_seen: contribution.agreementSeen ?? false,
        npqs: contribution.npqs ?? [],
        said_at: contribution.saidAt.toISOString(),
        time_known: contribution.timeKnown,
        salt: Buffer.from(salt).toString("hex"),
        digest: Buffer.from(digest).toString("hex"),
      };
    }),
  );
}

type Place = { reviewId: string; roundtableId: string; importId: string; recordedById: string };

/**
 * Stores contributions in their order, numbered from `first`. They are sent to the database as JSON, one
 * parameter for each statement: two thousand contributions with a parameter for each value would be forty
 * thousand parameters and take ten times as long.
 */
export async function insertContributions(
  tx: Tx,
  place: Place,
  first: number,
  contributions: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO contribution (id, review_id, roundtable_id, import_id, recorded_by_id, question_id, participant_id,
      source, wording, text, stance, hands_raised, hands_asked, agreement_seen, npqs, said_at, time_known, sequence,
      salt, digest)
    SELECT id, ${place.reviewId}::uuid, ${place.roundtableId}::uuid, ${place.importId}::uuid,
      ${place.recordedById}::uuid, question_id, participant_id, source, wording, text, stance, hands_raised, hands_asked,
      agreement_seen, ARRAY(SELECT jsonb_array_elements_text(npqs)), said_at, time_known,
      ${first}::int + index,
      decode(salt, 'hex'), decode(digest, 'hex')
    FROM jsonb_to_recordset(${contributions}::jsonb) AS contribution (id uuid, question_id uuid, participant_id uuid, source source,
      wording wording, text text, stance stance, hands_raised int, hands_asked int, agreement_seen boolean, npqs jsonb,
      said_at timestamptz, time_known boolean, index int, salt text, digest text)
    ON CONFLICT (id) DO NOTHING`;
}
