import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { Refusal } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import type { NewContribution } from "../contribution";

/** Where contributions are stored, and under whose name. */
export type Place = { roundtableId: string; recordedById: string; importId?: string };

/**
 * Contributions as the statement below takes them, numbered in their order. Digesting them and writing them down
 * takes time, so it is done before the transaction. They go to the database as JSON, one value a statement:
 * bound one by one, two thousand contributions are forty thousand values and take ten times as long.
 */
export function rowsOf(contributions: readonly NewContribution[]): string {
  return JSON.stringify(contributions.map(rowOf));
}

/** What is empty is left out, which the database reads as null: a file's rows are mostly empty. */
function rowOf(contribution: NewContribution, index: number) {
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

/** The rows as a relation `s`. */
export function sentRows(rows: string): Prisma.Sql {
  return Prisma.sql`jsonb_to_recordset(${rows}::jsonb) AS s (id uuid, source source, wording wording, text text,
    participant_id uuid, question_id uuid, table_id uuid, go_round_id uuid, split_from_id uuid, stance stance,
    hands_raised int, hands_asked int, agreement_seen boolean, npqs text[], said_at timestamptz,
    time_known boolean, late_at timestamptz, index int, salt text, digest text)`;
}

/**
 * The one statement that stores contributions; ids that are stored already are left as they are. `from` gives
 * rows `s` (see sentRows) and their roundtable's row `r`, and may narrow either.
 *
 * A facilitator's contributions of a roundtable are numbered here, in the order in which they arrive, which is
 * the order in which they were typed: a browser sends one behind the other. Two tabs of one person would hand
 * out the same numbers. The last number is asked for in a way that the index answers: the largest of all would
 * be looked for among every contribution there is, at every piece of a file.
 */
export function insertFrom({ roundtableId, recordedById, importId }: Place, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO contribution (id, review_id, roundtable_id, recorded_by_id, import_id, source, wording, text,
      participant_id, question_id, table_id, go_round_id, split_from_id, stance, hands_raised, hands_asked,
      agreement_seen, npqs, said_at, time_known, late_at, sequence, salt, digest)
    SELECT s.id, r.review_id, r.id, ${recordedById}::uuid, ${importId ?? null}::uuid, s.source, s.wording, s.text,
      s.participant_id, s.question_id, s.table_id, s.go_round_id, s.split_from_id, s.stance, s.hands_raised,
      s.hands_asked, s.agreement_seen, s.npqs, s.said_at, s.time_known, s.late_at,
      coalesce((
        SELECT c.sequence FROM contribution c
        WHERE c.roundtable_id = ${roundtableId}::uuid AND c.recorded_by_id = ${recordedById}::uuid
        ORDER BY c.sequence DESC LIMIT 1
      ), 0) + 1 + s.index,
      decode(s.salt, 'hex'), decode(s.digest, 'hex')
    FROM ${from}
    ON CONFLICT (id) DO NOTHING`;
}

/** Stores rows (see rowsOf) of a roundtable whose row is locked; gives how many were not stored already. */
export function insertContributions(tx: Tx, place: Place, rows: string): Promise<number> {
  const from = Prisma.sql`${sentRows(rows)}
    JOIN roundtable r ON r.id = ${place.roundtableId}::uuid`;
  return tx.$executeRaw(insertFrom(place, from));
}

/** Stores one contribution of a roundtable whose row is locked, and refuses an id that is another's. */
export async function insertContribution(tx: Tx, place: Place, contribution: NewContribution): Promise<void> {
  if ((await insertContributions(tx, place, rowsOf([contribution]))) === 0) throw idTaken();
}

export function idTaken(): Refusal {
  return new Refusal(
    "stale",
    "This contribution could not be logged under its number. Your words are still below: load the page again to log them.",
  );
}
