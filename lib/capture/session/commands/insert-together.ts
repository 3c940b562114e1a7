import { randomUUID } from "node:crypto";
import { notAhead } from "@/lib/capture/contribution/said-at";
import { insertFrom, rowOf, sentRows } from "@/lib/capture/contribution/commands/insert-contributions";
import { detailDigest, ENTRY_FORMAT } from "@/lib/platform/audit/chain-hash";
import { db } from "@/lib/platform/db";
import { LIVE_CHANNEL } from "@/lib/platform/events";
import { Prisma } from "@/lib/platform/generated/client";
import { PREPARED } from "@/lib/platform/database/prepared";
import type { OperationOf } from "../operation";

/** What one sender sent of one roundtable, and the reviews in which they may record. */
export type Sent = {
  roundtableId: string;
  userId: string;
  reviewIds: readonly string[];
  contributions: readonly OperationOf<"record">[];
};

type Stored = { ids: string[] };

/**
 * Logs contributions of several senders in a single statement, which is its own transaction: they, their audit entries and
 * the notices in one round trip and one commit. Returns the ids that are stored of each. It locks the roundtables against
 * closing and the speakers against erasure, as recordContribution does. Of an id that two of them send only the first is
 * looked at.
 */
export async function insertTogether(all: readonly Sent[]): Promise<ReadonlySet<string>[]> {
  const sent = withoutRepeats(all);
  const stored = await db().$queryRaw<Stored[]>`${PREPARED}
    WITH sent AS MATERIALIZED (
      SELECT * FROM ${sentRows(rowsOf(sent))}
    ), place AS MATERIALIZED (
      SELECT r.id, r.review_id, a.sender, a.user_id
      FROM jsonb_to_recordset(${sendersOf(sent)}::jsonb)
        AS a (sender int, user_id uuid, roundtable_id uuid, review_ids uuid[])
      JOIN roundtable r ON r.id = a.roundtable_id AND r.review_id = ANY (a.review_ids)
        AND r.state IN ('in_session', 'read_back')
      FOR SHARE OF r
    ), speaker AS MATERIALIZED (
      SELECT p.id, p.roundtable_id, p.host, o.left_at FROM participant p JOIN person o ON o.id = p.person_id
      WHERE p.id IN (SELECT s.participant_id FROM sent s) AND o.erased_at IS NULL
      FOR KEY SHARE OF o
    ), made AS (
      ${insertFrom({ roundtable: Prisma.sql`r.id`, recordedBy: Prisma.sql`r.user_id` }, LAWFUL)}
      RETURNING id, review_id, roundtable_id, recorded_by_id
    ), noted AS (
      INSERT INTO audit_entry (id, review_id, actor_id, action, subject_type, subject_id, detail, salt, digest, format)
      SELECT a.id, m.review_id, m.recorded_by_id, 'contribution.record', 'contribution', m.id,
        a.detail, decode(a.salt, 'hex'), decode(a.digest, 'hex'), ${ENTRY_FORMAT}::int
      FROM made m
      JOIN jsonb_to_recordset(${auditEntries(sent)}::jsonb)
        AS a (contribution_id uuid, id uuid, detail jsonb, salt text, digest text) ON a.contribution_id = m.id
    ), told AS (
      SELECT json_agg(m.id) AS ids, m.review_id, m.roundtable_id FROM made m GROUP BY m.review_id, m.roundtable_id
    )
    SELECT t.ids, pg_notify(${LIVE_CHANNEL}, json_build_object('kind', 'contribution.recorded',
      'reviewId', t.review_id, 'roundtableId', t.roundtable_id, 'ids', t.ids)::text)::text
    FROM told t`;
  const ids = new Set(stored.flatMap(({ ids: some }) => some));
  return sent.map(
    ({ contributions }) => new Set(contributions.flatMap(({ id }) => (ids.has(id) ? [id] : []))),
  );
}

/** What was sent and may be stored: its speaker, question, table and go-round belong to the roundtable. */
const LAWFUL = Prisma.sql`sent s JOIN place r ON r.sender = s.sender
      LEFT JOIN speaker p ON p.id = s.participant_id AND p.roundtable_id = r.id
      WHERE (s.participant_id IS NULL
          OR p.host = (s.source = 'host') AND (p.left_at IS NULL OR s.said_at < p.left_at))
        AND (s.question_id IS NULL OR EXISTS (
          SELECT FROM question q WHERE q.id = s.question_id AND q.roundtable_id = r.id))
        AND (s.table_id IS NULL OR EXISTS (
          SELECT FROM breakout_table t WHERE t.id = s.table_id AND t.roundtable_id = r.id))
        AND (s.go_round_id IS NULL OR EXISTS (
          SELECT FROM go_round o WHERE o.id = s.go_round_id AND o.roundtable_id = r.id))`;

/** An id that was sent twice at once is stored once; whoever sent it later is answered as where it is stored already. */
function withoutRepeats(all: readonly Sent[]): Sent[] {
  const seen = new Set<string>();
  return all.map((sent) => {
    const contributions = sent.contributions.filter(({ id }) => !seen.has(id));
    for (const { id } of contributions) seen.add(id);
    return { ...sent, contributions };
  });
}

/** Numbered for each writer at each roundtable in the order in which they arrived. */
function rowsOf(all: readonly Sent[]): string {
  const next = new Map<string, number>();
  const rows = all.flatMap(({ roundtableId, userId, contributions }, sender) =>
    contributions.map((contribution) => {
      const key = `${roundtableId} ${userId}`;
      const index = next.get(key) ?? 0;
      next.set(key, index + 1);
      return { ...rowOf({ ...contribution, saidAt: notAhead(contribution.saidAt) }, index), sender };
    }),
  );
  return JSON.stringify(rows);
}

function sendersOf(all: readonly Sent[]): string {
  return JSON.stringify(
    all.map(({ roundtableId, userId, reviewIds }, sender) => ({
      sender,
      user_id: userId,
      roundtable_id: roundtableId,
      review_ids: reviewIds,
    })),
  );
}

function auditEntries(all: readonly Sent[]): string {
  return JSON.stringify(
    all.flatMap(({ contributions }) =>
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
    ),
  );
}
