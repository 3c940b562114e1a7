import { randomUUID } from "node:crypto";
import { reviewsWhere, type Viewer } from "@/lib/access/policy";
import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { detailDigest, ENTRY_FORMAT } from "@/lib/platform/audit/chain-hash";
import { db } from "@/lib/platform/db";
import { LIVE_CHANNEL } from "@/lib/platform/events";
import { Prisma } from "@/lib/platform/generated/client";
import { PREPARED } from "@/lib/platform/database/prepared";
import { outsideBlindRoundsOf } from "../queries/blind-sql";
import type { TaggingChange } from "../tagging-input";
import { settleSql } from "./settle-sql";

type Setting = Extract<TaggingChange, { change: "set" }>;

/**
 * Sets a theme in a single statement, which is its own transaction: the tagging, its audit entry, what becomes of
 * suggestions, and the notice. It locks the theme against a merge or a split, as setTagging does. Returns whether it was
 * set. Where it was not, it was refused, is set already, or is the first one of a coder; setTagging tells which.
 */
export async function setAtOnce(setting: Setting, viewer: Viewer): Promise<boolean> {
  const { contributionId, themeId, stance, seen = [] } = setting;
  const taggingId = randomUUID();
  const detail = { contributionId, themeId, stance };
  const { salt, digest } = detailDigest(detail);
  const settled = { themeId, taggingId, byId: viewer.userId, seen };
  const set = await db().$queryRaw<unknown[]>`${PREPARED}
    WITH place AS MATERIALIZED (
      ${placeSql(viewer, setting)}
    ), opened AS (
      INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, theme_revision, span_start, span_end)
      SELECT ${taggingId}::uuid, p.review_id, p.contribution_id, p.theme_id, p.coder_id, ${stance}::stance, p.revision,
        CASE WHEN p.marked THEN p.span_start END, CASE WHEN p.marked THEN p.span_end END
      FROM place p
      ON CONFLICT DO NOTHING
      RETURNING id, review_id, contribution_id
    ), noted AS (
      INSERT INTO audit_entry (id, review_id, actor_id, action, subject_type, subject_id, detail, salt, digest, format)
      SELECT ${randomUUID()}::uuid, o.review_id, ${viewer.userId}::uuid, 'tagging.set', 'tagging', o.id,
        ${JSON.stringify(detail)}::jsonb, ${salt}, ${digest}, ${ENTRY_FORMAT}::int
      FROM opened o
    ), settled AS (
      ${settleSql(settled, Prisma.sql`SELECT contribution_id FROM opened`)}
    )
    SELECT pg_notify(${LIVE_CHANNEL}, json_build_object('kind', 'tagging', 'reviewId', p.review_id,
      'roundtableId', p.roundtable_id, 'contributionId', p.contribution_id, 'ids', json_build_array(o.id))::text)::text
    FROM opened o JOIN place p ON p.contribution_id = o.contribution_id`;
  return set.length === 1;
}

/** The contribution, the theme and the coder, where this viewer may set the one on the other now; else nothing. */
function placeSql(viewer: Viewer, { contributionId, themeId, ...words }: Setting) {
  const { spanStart, spanEnd } = words;
  const [start, end] = spanStart === undefined || spanEnd === undefined ? [null, null] : [spanStart, spanEnd];
  return Prisma.sql`
    SELECT c.id AS contribution_id, c.review_id, c.roundtable_id, h.id AS theme_id, h.revision, k.id AS coder_id,
      w.span_start, w.span_end, w.span_start > 0 OR w.span_end < char_length(c.text) AS marked
    FROM contribution c JOIN theme h ON h.review_id = c.review_id
    CROSS JOIN coder k CROSS JOIN (SELECT ${start}::bigint AS span_start, ${end}::bigint AS span_end) w
    WHERE c.id = ${contributionId}::uuid AND h.id = ${themeId}::uuid AND h.retired_at IS NULL
      AND k.user_id = ${viewer.userId}::uuid
      AND c.review_id = ANY(${reviewsWhere(viewer, "tagging.set")}::uuid[])
      AND ${standing()} AND ${outsideBlindRoundsOf(viewer.userId)}
      AND (w.span_start IS NULL OR w.span_start < w.span_end AND w.span_end <= char_length(c.text))
    FOR KEY SHARE OF h`;
}
