import { reviewsWhere, type Viewer } from "@/lib/access/policy";
import { Prisma } from "@/lib/platform/generated/client";
import { OUTSIDE_BLIND_ROUND, ownBlindRoundsSql } from "./blind-sql";

/**
 * The contributions `c` with these ids that the viewer may see (visibleContributions in access/scope), and whether each is
 * `blind`: in a blind round that the viewer has not finished.
 */
export const seenContributions = (viewer: Viewer, ids: readonly string[]) => Prisma.sql`
  c AS MATERIALIZED (
    SELECT c.id, c.npqs, c.id IN (SELECT l.contribution_id ${ownBlindRoundsSql(viewer.userId)}) AS blind
    FROM contribution c
    WHERE c.id = ANY(${[...ids]}::uuid[]) AND c.review_id = ANY(${reviewsWhere(viewer, "review.work")}::uuid[])
      AND (c.import_id IS NULL OR c.import_id IN (SELECT id FROM import WHERE state = 'visible')))`;

/** What people have set now, on contributions that no blind round hides from the viewer. */
export const TAGGINGS = Prisma.sql`
  SELECT 'tagging' AS kind, t.contribution_id AS "contributionId", t.from_at AS at, t.id,
    jsonb_build_object('themeId', t.theme_id, 'stance', t.stance, 'explicit', t.explicit,
      'spanStart', t.span_start, 'spanEnd', t.span_end, 'stale', t.theme_revision < h.meaning_since,
      'round', r.number, 'byId', k.user_id, 'by', coalesce(u.name, u.email)) AS said
  FROM c JOIN tagging t ON t.contribution_id = c.id AND NOT c.blind AND t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND}
  JOIN theme h ON h.id = t.theme_id
  JOIN coder k ON k.id = t.coder_id JOIN "user" u ON u.id = k.user_id
  LEFT JOIN coding_round r ON r.id = t.coding_round_id`;

/** Everything else that coders have put there. */
export const REST = (userId: string) => Prisma.sql`
  SELECT 'memo', t.contribution_id, t.created_at, t.id,
    jsonb_build_object('text', t.text, 'revision', t.revision, 'at', t.created_at, 'byId', t.by_id,
      'by', coalesce(u.name, u.email))
  FROM c JOIN memo t ON t.contribution_id = c.id AND NOT c.blind AND t.withdrawn_at IS NULL AND ${OUTSIDE_BLIND_ROUND}
  JOIN "user" u ON u.id = t.by_id
  UNION ALL
  SELECT 'flag', f.contribution_id, f.from_at, f.id,
    jsonb_build_object('at', f.from_at, 'by', coalesce(u.name, u.email))
  FROM c JOIN discussion_flag f ON f.contribution_id = c.id AND f.until_at IS NULL
    AND (NOT c.blind OR f.by_id = ${userId}::uuid)
  JOIN "user" u ON u.id = f.by_id
  UNION ALL
  SELECT 'npqs', c.id, NULL, c.id, jsonb_build_object('npqs', c.npqs) FROM c WHERE cardinality(c.npqs) > 0
  UNION ALL
  SELECT 'decided', a.contribution_id, NULL, a.id,
    jsonb_build_object('themeId', a.theme_id, 'stances', a.stances, 'round', r.number)
  FROM c JOIN adjudication a ON a.contribution_id = c.id AND NOT c.blind AND a.until_at IS NULL
  JOIN coding_round r ON r.id = a.coding_round_id
  UNION ALL
  SELECT 'blind', l.contribution_id, NULL, r.id, jsonb_build_object('number', r.number, 'title', r.title)
  ${ownBlindRoundsSql(userId)} WHERE l.contribution_id IN (SELECT id FROM c)`;
