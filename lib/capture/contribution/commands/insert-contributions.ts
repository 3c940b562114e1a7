import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { Refusal } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import type { NewContribution } from "../contribution";

/** Where contributions are stored, and under whose name. */
export type Place = { roundtableId: string; recordedById: string; importId?: string };

/**
 * The contributions as JSON for the statement below, numbered in their order. Digests take time, so call this
 * before the transaction. JSON is one value for each statement; bound one by one, two thousand contributions are
 * forty thousand values and take ten times as long.
 */
export function rowsOf(contributions: readonly NewContribution[]): string {
  return JSON.stringify(contributions.map(rowOf));
}

/**
 * A contribution as a row of the statement below, `index` after the last of its writer. Empty values are left out, and the
 * database reads them as null: most values of a file's rows are empty.
 */
export function rowOf(contribution: NewContribution, index: number) {
  const { salt, digest } = saltedDigest(contribution.text);
  return {
    id: contribution.id,
    source: contribution.source,
    wording: contribution.wording,
    text: contribution.text,
    participant_id: contribution.participantId ?? undefined,
    question_id: contribution.questionId ?? undefined,
    table_id: contribution.tableId ?? undefined,
    go_round_id: contribution.goRoundId ?? undefined,
    split_from_id: contribution.splitFromId ?? undefined,
    stance: contribution.stance ?? undefined,
    hands_raised: contribution.hands?.raised,
    hands_asked: contribution.hands?.asked,
    agreement_seen: contribution.agreementSeen ?? false,
    npqs: contribution.npqs ?? [],
    said_at: contribution.saidAt.toISOString(),
    time_known: contribution.timeKnown ?? true,
    late_at: contribution.lateAt?.toISOString(),
    index,
    salt: Buffer.from(salt).toString("hex"),
    digest: Buffer.from(digest).toString("hex"),
  };
}

/** The same as SQL, where they are those of a row of its `from`. */
type Values = { roundtable: Prisma.Sql; recordedBy: Prisma.Sql; importId?: string };

/** The rows as a relation `s`; those of several senders bear also which of them sent each. */
export function sentRows(rows: string): Prisma.Sql {
  return Prisma.sql`jsonb_to_recordset(${rows}::jsonb) AS s (sender int, id uuid, source source, wording wording, text text,
    participant_id uuid, question_id uuid, table_id uuid, go_round_id uuid, split_from_id uuid, stance stance,
    hands_raised int, hands_asked int, agreement_seen boolean, npqs text[], said_at timestamptz,
    time_known boolean, late_at timestamptz, index int, salt text, digest text)`;
}

/**
 * The one statement that stores contributions. An id that is already stored is left as it is. `from` gives rows
 * `s` (see sentRows) and the row `r` of their roundtable, and may narrow both.
 *
 * It numbers a facilitator's contributions at a roundtable in the order in which they arrive. That is the order
 * in which they were typed, because a browser sends its queue in order. Browsers do not number them, because two
 * tabs would use the same numbers. The last number is read by an index; `max` would read every contribution for
 * each piece of a file.
 */
export function insertFrom({ roundtable, recordedBy, importId }: Values, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO contribution (id, review_id, roundtable_id, recorded_by_id, import_id, source, wording, text,
      participant_id, question_id, table_id, go_round_id, split_from_id, stance, hands_raised, hands_asked,
      agreement_seen, npqs, said_at, time_known, late_at, sequence, salt, digest)
    SELECT s.id, r.review_id, r.id, ${recordedBy}, ${importId ?? null}::uuid, s.source, s.wording, s.text,
      s.participant_id, s.question_id, s.table_id, s.go_round_id, s.split_from_id, s.stance, s.hands_raised,
      s.hands_asked, s.agreement_seen, s.npqs, s.said_at, s.time_known, s.late_at,
      coalesce((
        SELECT c.sequence FROM contribution c
        WHERE c.roundtable_id = ${roundtable} AND c.recorded_by_id = ${recordedBy}
        ORDER BY c.sequence DESC LIMIT 1
      ), 0) + 1 + s.index,
      decode(s.salt, 'hex'), decode(s.digest, 'hex')
    FROM ${from}
    ON CONFLICT (id) DO NOTHING`;
}

/** Stores rows (see rowsOf) of a roundtable whose row is locked. Returns how many of them were new. */
export function insertContributions(tx: Tx, place: Place, rows: string): Promise<number> {
  const from = Prisma.sql`${sentRows(rows)}
    JOIN roundtable r ON r.id = ${place.roundtableId}::uuid`;
  const { roundtableId, recordedById, ...others } = place;
  const roundtable = Prisma.sql`${roundtableId}::uuid`;
  const recordedBy = Prisma.sql`${recordedById}::uuid`;
  return tx.$executeRaw(insertFrom({ roundtable, recordedBy, ...others }, from));
}

/** Stores one contribution of a roundtable whose row is locked. Refuses an id that is already in use. */
export async function insertContribution(tx: Tx, place: Place, contribution: NewContribution): Promise<void> {
  if ((await insertContributions(tx, place, rowsOf([contribution]))) === 0) throw idTaken();
}

export function idTaken(): Refusal {
  return new Refusal(
    "stale",
    "This contribution could not be logged. Your words are still below. Load the page again to log them.",
  );
}
