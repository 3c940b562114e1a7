import { randomUUID } from "node:crypto";
import { reviewsWhere, type Viewer } from "@/lib/access/policy";
import { notAhead } from "@/lib/capture/contribution/said-at";
import { insertFrom, rowsOf, sentRows } from "@/lib/capture/contribution/commands/insert-contributions";
import { detailDigest, ENTRY_FORMAT } from "@/lib/platform/audit/chain-hash";
import { db, isUniqueViolation } from "@/lib/platform/db";

import { LIVE_CHANNEL } from "@/lib/platform/events";
import { Prisma } from "@/lib/platform/generated/client";
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
  const rows = rowsOf(contributions.map((sent) => ({ ...sent, saidAt: notAhead(sent.saidAt) })));
  const place = { roundtableId, recordedById: viewer.userId };
  const stored = await db().$queryRaw<{ ids: string[] | null }[]>`
    WITH sent AS MATERIALIZED (
      SELECT * FROM ${sentRows(rows)}
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
    ), made AS (
      ${insertFrom(place, LAWFUL)}
      RETURNING id, review_id
    ), noted AS (
      INSERT INTO audit_entry (id, review_id, actor_id, action, subject_type, subject_id, detail, salt, digest, format)
      SELECT a.id, m.review_id, ${viewer.userId}::uuid, 'contribution.record', 'contribution', m.id,
        a.detail, decode(a.salt, 'hex'), decode(a.digest, 'hex'), ${ENTRY_FORMAT}::int
      FROM made m
      JOIN jsonb_to_recordset(${auditEntries(contributions)}::jsonb)
        AS a (contribution_id uuid, id uuid, detail jsonb, salt text, digest text) ON a.contribution_id = m.id
    ), told AS (
      SELECT json_agg(m.id) AS ids, min(m.review_id::text) AS review_id FROM made m
    )
    SELECT t.ids, pg_notify(${LIVE_CHANNEL}, json_build_object('kind', 'contribution.recorded',
      'reviewId', t.review_id, 'roundtableId', ${roundtableId}::text, 'ids', t.ids)::text)::text
    FROM told t WHERE t.ids IS NOT NULL`;
  return new Set(stored[0]?.ids ?? []);
}

/** What was sent and may be stored: its speaker, question, table and go-round belong to the roundtable. */
const LAWFUL = Prisma.sql`sent s CROSS JOIN place r LEFT JOIN speaker p ON p.id = s.participant_id
      WHERE (s.participant_id IS NULL
          OR p.host = (s.source = 'host') AND (p.left_at IS NULL OR s.said_at < p.left_at))
        AND (s.question_id IS NULL OR EXISTS (
          SELECT FROM question q WHERE q.id = s.question_id AND q.roundtable_id = r.id))
        AND (s.table_id IS NULL OR EXISTS (
          SELECT FROM breakout_table t WHERE t.id = s.table_id AND t.roundtable_id = r.id))
        AND (s.go_round_id IS NULL OR EXISTS (
          SELECT FROM go_round o WHERE o.id = s.go_round_id AND o.roundtable_id = r.id))`;

function auditEntries(contributions: readonly OperationOf<"record">[]): string {
  return JSON.stringify(
    contributions.map(({ id, roundtableId, source, wording }) => {
      const detail = { roundtableId, source, wording };
      const { salt, digest } = detailDigest(detail);
      return {
        contribution_id: id,
        id: randomUUID(),
        detail,
        salt: Buffer.from(salt).toString("hex"),
        digest: Buffer.from(digest).toString("hex"),
      };
    }),
  );
}
