import { randomUUID } from "node:crypto";
import { reviewsWhere, type Viewer } from "@/lib/access/policy";
import { notAhead } from "@/lib/capture/contribution/said-at";
import { db, isUniqueViolation } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { LIVE_CHANNEL } from "@/lib/platform/events";
import type { OperationOf } from "../operation";

/**
 * Browsers of one person that send at the same instant get the same numbers; all but one of them try again.
 */
const TRIES = 4;

/** As below; none of them where other requests of the same person keep coming between. */
export async function recordContributions(
  viewer: Viewer,
  roundtableId: string,
  contributions: readonly OperationOf<"record">[],
): Promise<ReadonlySet<string>> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      return await insertInOrder(viewer, roundtableId, contributions);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  return new Set();
}

/**
 * Logs contributions of one roundtable in a single statement, which is its own transaction: they, their audit
 * entries and the notice in one round trip and one commit. Returns the ids of those that are stored. A
 * contribution that is missing was refused or is stored already; recordContribution tells which.
 * It locks the roundtable against closing and the speakers against erasure, as recordContribution does.
 */
async function insertInOrder(
  viewer: Viewer,
  roundtableId: string,
  contributions: readonly OperationOf<"record">[],
): Promise<ReadonlySet<string>> {
  const sent = JSON.stringify(contributions.map(rowOf));
  const rows = await db().$queryRaw<{ ids: string[] | null }[]>`
    WITH sent AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${sent}::jsonb) AS contribution (id uuid, source source, wording wording, text text,
        participant_id uuid, question_id uuid, table_id uuid, go_round_id uuid, stance stance, hands_raised int,
        hands_asked int, agreement_seen boolean, npqs text[], said_at timestamptz, index int, salt text,
        digest text, audit_id uuid, audit_detail jsonb, audit_salt text, audit_digest text)
    ), place AS MATERIALIZED (
      SELECT r.id, r.review_id FROM roundtable r
      WHERE r.id = ${roundtableId}::uuid AND r.review_id = ANY (${reviewsWhere(viewer, "contribution.record")}::uuid[])
        AND r.state IN ('in_session', 'read_back')
      FOR SHARE
    ), speaker AS MATERIALIZED (
      SELECT p.id, p.host, o.left_at FROM participant p JOIN person o ON o.id = p.person_id
      WHERE p.id IN (SELECT s.participant_id FROM sent s) AND p.roundtable_id = ${roundtableId}::uuid
        AND o.erased_at IS NULL
      FOR KEY SHARE OF o
    ), last AS MATERIALIZED (
      SELECT coalesce(max(c.sequence), 0) AS sequence FROM contribution c
      WHERE c.roundtable_id = ${roundtableId}::uuid AND c.recorded_by_id = ${viewer.userId}::uuid
    ), made AS (
      INSERT INTO contribution (id, review_id, roundtable_id, recorded_by_id, source, wording, text, participant_id,
        question_id, table_id, go_round_id, stance, hands_raised, hands_asked, agreement_seen, npqs, said_at,
        sequence, salt, digest)
      SELECT s.id, r.review_id, r.id, ${viewer.userId}::uuid, s.source, s.wording, s.text, s.participant_id,
        s.question_id, s.table_id, s.go_round_id, s.stance, s.hands_raised, s.hands_asked, s.agreement_seen, s.npqs,
        s.said_at, last.sequence + s.index, decode(s.salt, 'hex'), decode(s.digest, 'hex')
      FROM sent s CROSS JOIN place r CROSS JOIN last LEFT JOIN speaker p ON p.id = s.participant_id
      WHERE (s.participant_id IS NULL
          OR p.host = (s.source = 'host') AND (p.left_at IS NULL OR s.said_at < p.left_at))
        AND (s.question_id IS NULL OR EXISTS (
          SELECT FROM question q WHERE q.id = s.question_id AND q.roundtable_id = r.id))
        AND (s.table_id IS NULL OR EXISTS (
          SELECT FROM breakout_table t WHERE t.id = s.table_id AND t.roundtable_id = r.id))
        AND (s.go_round_id IS NULL OR EXISTS (
          SELECT FROM go_round o WHERE o.id = s.go_round_id AND o.roundtable_id = r.id))
      ON CONFLICT (id) DO NOTHING
      RETURNING id, review_id
    ), noted AS (
      INSERT INTO audit_entry (id, review_id, actor_id, action, subject_type, subject_id, detail, salt, digest)
      SELECT s.audit_id, m.review_id, ${viewer.userId}::uuid, 'contribution.record', 'contribution', m.id,
        s.audit_detail, decode(s.audit_salt, 'hex'), decode(s.audit_digest, 'hex')
      FROM made m JOIN sent s ON s.id = m.id
    ), told AS (
      SELECT json_agg(m.id) AS ids, min(m.review_id::text) AS review_id FROM made m
    )
    SELECT t.ids, pg_notify(${LIVE_CHANNEL}, json_build_object('kind', 'contribution.recorded',
      'reviewId', t.review_id, 'roundtableId', ${roundtableId}::text, 'ids', t.ids)::text)::text
    FROM told t WHERE t.ids IS NOT NULL`;
  return new Set(rows[0]?.ids ?? []);
}

function rowOf(contribution: OperationOf<"record">, index: number) {
  const detail = JSON.stringify({
    roundtableId: contribution.roundtableId,
    source: contribution.source,
    wording: contribution.wording,
  });
  const audit = hex(saltedDigest(detail));
  return {
    id: contribution.id,
    source: contribution.source,
    wording: contribution.wording,
    text: contribution.text,
    participant_id: contribution.participantId ?? null,
    question_id: contribution.questionId ?? null,
    table_id: contribution.tableId ?? null,
    go_round_id: contribution.goRoundId ?? null,
    stance: contribution.stance ?? null,
    hands_raised: contribution.hands?.raised ?? null,
    hands_asked: contribution.hands?.asked ?? null,
    agreement_seen: contribution.agreementSeen ?? false,
    npqs: contribution.npqs ?? [],
    said_at: notAhead(contribution.saidAt).toISOString(),
    index: index + 1,
    ...hex(saltedDigest(contribution.text)),
    audit_id: randomUUID(),
    audit_detail: JSON.parse(detail) as unknown,
    audit_salt: audit.salt,
    audit_digest: audit.digest,
  };
}

function hex({ salt, digest }: { salt: Uint8Array; digest: Uint8Array }) {
  return { salt: Buffer.from(salt).toString("hex"), digest: Buffer.from(digest).toString("hex") };
}
