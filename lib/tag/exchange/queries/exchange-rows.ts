import { reviewsWhere, type Viewer } from "@/lib/access/policy";
import type { Source } from "@/lib/capture/roundtable/source";
import type { Stance } from "@/lib/capture/contribution/stance";
import { readableByOthers, standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { OUTSIDE_BLIND_ROUND, outsideBlindRoundsOf } from "@/lib/tag/coding/queries/blind-sql";
import type { Span } from "@/lib/tag/coding/span";
import type { ExportKind } from "../file/export-kind";

/** A contribution as it is read to be exported. */
export type ExportedRow = {
  id: string;
  reviewId: string;
  roundtableId: string;
  source: Source;
  /** In a file to share the cleared text, never the contribution's own. */
  words: string;
  saidAt: number;
  timeKnown: boolean;
  question: string | null;
  participantId: string | null;
  speaker: string | null;
  masks: unknown;
};

/** A person's tagging, open or ended. */
type SetRow = Span & {
  contributionId: string;
  themeId: string;
  stance: Stance;
  from: number;
  isOpen: boolean;
  userId: string;
};

/**
 * Rows as one value of JSON: the client takes each cell of each row apart by its type, which for ten thousand contributions
 * took longer than the database did.
 */
async function jsonRows<Row>(statement: Prisma.Sql): Promise<Row[]> {
  const [found] = await db().$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(found)::text AS rows FROM (${statement}) found`;
  return JSON.parse(found?.rows ?? "[]") as Row[];
}

/** Milliseconds since 1970, as a number: JSON has no instants. */
const instant = (column: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${column}) * 1000)::bigint`;

/** These contributions, as far as exportedContributions (exchange-contributions.ts) has them; a test compares the two. */
export function readRows(viewer: Viewer, kind: ExportKind, ids: readonly string[]): Promise<ExportedRow[]> {
  const shared = kind === "share";
  const joined = shared ? Prisma.sql`JOIN` : Prisma.sql`LEFT JOIN`;
  return jsonRows(Prisma.sql`
    SELECT c.id, c.review_id AS "reviewId", c.roundtable_id AS "roundtableId", c.source,
      ${shared ? Prisma.sql`k.text` : Prisma.sql`c.text`} AS words, ${instant(Prisma.sql`c.said_at`)} AS "saidAt",
      c.time_known AS "timeKnown", q.text AS question, c.participant_id AS "participantId", p.label AS speaker, k.masks
    FROM contribution c JOIN roundtable r ON r.id = c.roundtable_id
    LEFT JOIN question q ON q.id = c.question_id
    ${joined} participant p ON p.id = c.participant_id
    ${joined} person o ON o.id = p.person_id
    ${joined} clearance k ON k.contribution_id = c.id AND k.until_at IS NULL
    WHERE c.id = ANY (${[...ids]}::uuid[]) AND c.review_id = ANY (${reviewsWhere(viewer, "review.work")}::uuid[])
      AND ${shared ? Prisma.sql`r.state = 'closed' AND ${readableByOthers()}` : standing()}`);
}

/** What people set on these contributions, which the viewer may see: visibleTaggings (access/scope.ts) in a statement. */
export function readTaggings(
  viewer: Viewer,
  ids: readonly string[],
  themeIds: readonly string[],
): Promise<SetRow[]> {
  return jsonRows(Prisma.sql`
    SELECT t.contribution_id AS "contributionId", t.theme_id AS "themeId", t.stance, t.span_start AS "spanStart",
      t.span_end AS "spanEnd", ${instant(Prisma.sql`t.from_at`)} AS "from", t.until_at IS NULL AS "isOpen",
      k.user_id AS "userId"
    FROM tagging t JOIN contribution c ON c.id = t.contribution_id
    JOIN coder k ON k.id = t.coder_id AND k.user_id IS NOT NULL
    WHERE t.contribution_id = ANY (${[...ids]}::uuid[]) AND t.theme_id = ANY (${[...themeIds]}::uuid[])
      AND c.review_id = ANY (${reviewsWhere(viewer, "review.work")}::uuid[]) AND ${standing()}
      AND ${OUTSIDE_BLIND_ROUND} AND ${outsideBlindRoundsOf(viewer.userId)}
    ORDER BY t.from_at, t.id`);
}

/** The settled coding of these contributions, but of those that the viewer is coding blind. */
export function readSettledRows(
  viewer: Viewer,
  ids: readonly string[],
  themeIds: readonly string[],
): Promise<{ id: string; themeId: string; stance: Stance }[]> {
  return jsonRows(Prisma.sql`
    SELECT DISTINCT t.contribution_id AS id, t.theme_id AS "themeId", t.stance
    FROM settled_tagging t JOIN contribution c ON c.id = t.contribution_id
    WHERE t.contribution_id = ANY (${[...ids]}::uuid[]) AND t.theme_id = ANY (${[...themeIds]}::uuid[])
      AND ${outsideBlindRoundsOf(viewer.userId)}`);
}
