import type { Viewer } from "@/lib/access/policy";
import { readableByOthers, standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { Prisma } from "@/lib/platform/generated/client";
import { OUTSIDE_BLIND_ROUND, outsideBlindRoundsOf } from "@/lib/tag/coding/queries/blind-sql";
import type { PlacedHands } from "@/lib/aggregate/publication/queries/released-hands";
import type { Kind } from "../hit";

/** Who searches what: facilitators what is there, others the release that they may open and versions of reports. */
export type SearchScope = {
  viewer: Viewer;
  reviewId: string;
  works: boolean;
  releaseId: string | null;
  releaseNumber: number | null;
  /** The shows of hands that it names; none for facilitators, who find them among the contributions. */
  hands: readonly PlacedHands[];
  /** The reports that the viewer sees, and for others than facilitators the version of each that they read. */
  reportIds: readonly string[];
  versionIds: readonly string[];
};

/**
 * A condition on the words of a text and on its row: `c`, the contribution that it is or is about, for contributions
 * and memos, and `f` for findings.
 */
type Condition = (words: Prisma.Sql, kind: Kind) => Prisma.Sql;

/**
 * Everything that the viewer may read, one row for each text that can be found: `kind`, `id`, `contribution_id` (of a
 * memo, what it is about), `theme_id` and `stance` (of a finding), `roundtable_id`, `words`, `text` and `tie`, which
 * orders what ranks the same. Results, counts, highlights and the words that typing errors are compared with all come
 * from here, and so from nothing else.
 */
export function documents(scope: SearchScope, kinds: readonly Kind[], where: Condition): Prisma.Sql {
  const of = scope.works ? FOR_FACILITATORS : FOR_OTHERS;
  const all = kinds.map((kind) => of[kind](scope, where)).filter((sql) => sql !== null);
  return all.length === 0 ? NOTHING : Prisma.join(all, " UNION ALL ");
}

/** What the viewer's role can find at all. */
export function kindsOf({ works, releaseId }: Pick<SearchScope, "works" | "releaseId">): Kind[] {
  if (works) return ["contribution", "finding", "memo", "report"];
  return releaseId === null ? ["report"] : ["contribution", "finding", "hands", "report"];
}

const NOTHING = Prisma.sql`SELECT NULL::text AS kind, NULL::uuid AS id, NULL::uuid AS contribution_id,
  NULL::uuid AS theme_id, NULL::text AS stance, NULL::uuid AS roundtable_id, NULL::tsvector AS words,
  NULL::text AS text, NULL::text AS tie WHERE false`;

type Of = (scope: SearchScope, where: Condition) => Prisma.Sql | null;

/** The text of a paragraph, whose pieces follow one another. */
const paragraph = (content: Prisma.Sql) => Prisma.sql`(SELECT string_agg(piece->>'text', '' ORDER BY place)
  FROM jsonb_array_elements(${content}->'content') WITH ORDINALITY AS pieces(piece, place))`;

const FOR_FACILITATORS: Record<Kind, Of> = {
  contribution: ({ reviewId }, where) => Prisma.sql`
    SELECT 'contribution' AS kind, c.id, c.id AS contribution_id, NULL::uuid AS theme_id, NULL::text AS stance,
      c.roundtable_id, c.words, c.text, c.id::text AS tie
    FROM contribution c
    WHERE c.review_id = ${reviewId}::uuid AND ${standing()} AND ${where(Prisma.sql`c.words`, "contribution")}`,
  finding: ({ reviewId }, where) => Prisma.sql`
    SELECT 'finding' AS kind, f.id, NULL::uuid AS contribution_id, f.theme_id, f.stance::text AS stance,
      NULL::uuid AS roundtable_id, f.words, f.text, f.id::text AS tie
    FROM finding f
    WHERE f.review_id = ${reviewId}::uuid AND f.withdrawn_at IS NULL AND ${where(Prisma.sql`f.words`, "finding")}`,
  hands: () => null,
  memo: ({ reviewId, viewer }, where) => Prisma.sql`
    SELECT 'memo' AS kind, t.id, c.id AS contribution_id, NULL::uuid AS theme_id, NULL::text AS stance,
      c.roundtable_id, t.words, t.text, t.id::text AS tie
    FROM memo t JOIN contribution c ON c.id = t.contribution_id
    WHERE t.review_id = ${reviewId}::uuid AND t.withdrawn_at IS NULL AND ${OUTSIDE_BLIND_ROUND}
      AND ${outsideBlindRoundsOf(viewer.userId)} AND ${standing()} AND ${where(Prisma.sql`t.words`, "memo")}`,
  report: ({ reportIds }, where) => Prisma.sql`
    SELECT 'report' AS kind, b.id, NULL::uuid AS contribution_id, NULL::uuid AS theme_id, NULL::text AS stance,
      o.roundtable_id, b.words, ${paragraph(Prisma.sql`b.content`)} AS text, b.id::text AS tie
    FROM block b JOIN report o ON o.id = b.report_id
    WHERE b.report_id = ANY(${[...reportIds]}::uuid[]) AND b.removed_at IS NULL
      AND ${where(Prisma.sql`b.words`, "report")}`,
};

const FOR_OTHERS: Record<Kind, Of> = {
  // Ordered by salted digests, which tell nothing of when it was said; without the roundtable.
  contribution: ({ reviewId, releaseId }, where) =>
    releaseId === null
      ? null
      : Prisma.sql`
    SELECT 'contribution' AS kind, c.id, c.id AS contribution_id, NULL::uuid AS theme_id, NULL::text AS stance,
      NULL::uuid AS roundtable_id, k.words, k.text, encode(c.digest, 'hex') AS tie
    FROM clearance k
    JOIN contribution c ON c.id = k.contribution_id
    JOIN participant p ON p.id = c.participant_id
    JOIN person o ON o.id = p.person_id
    WHERE c.review_id = ${reviewId}::uuid AND ${readableByOthers()} AND ${where(Prisma.sql`k.words`, "contribution")}
      AND c.id IN (SELECT contribution_id FROM release_evidence WHERE release_id = ${releaseId}::uuid
        AND bearing = 'supports')`,
  // As it was worded for the release. There are few, so that their words are not kept.
  finding: ({ releaseId }, where) =>
    releaseId === null
      ? null
      : Prisma.sql`
    SELECT 'finding' AS kind, f.finding_id AS id, NULL::uuid AS contribution_id, f.theme_id, f.stance::text AS stance,
      NULL::uuid AS roundtable_id, to_tsvector('english', f.text || ' ' || f.counter_view) AS words,
      rtrim(f.text || E'\n' || f.counter_view, E'\n') AS text, f.position::text AS tie
    FROM release_finding f
    WHERE f.release_id = ${releaseId}::uuid
      AND ${where(Prisma.sql`to_tsvector('english', f.text || ' ' || f.counter_view)`, "finding")}`,
  // Cleared words, which bear no speaker; and in the order of salted digests too.
  hands: ({ hands }, where) =>
    hands.length === 0
      ? null
      : Prisma.sql`
    SELECT 'hands' AS kind, c.id, c.id AS contribution_id, NULL::uuid AS theme_id, NULL::text AS stance,
      NULL::uuid AS roundtable_id, k.words, k.text, encode(c.digest, 'hex') AS tie
    FROM clearance k
    JOIN contribution c ON c.id = k.contribution_id
    WHERE c.id = ANY(${hands.map(({ id }) => id)}::uuid[]) AND k.until_at IS NULL AND ${where(Prisma.sql`k.words`, "hands")}`,
  memo: () => null,
  report: ({ versionIds }, where) => Prisma.sql`
    SELECT 'report' AS kind, b.id, NULL::uuid AS contribution_id, NULL::uuid AS theme_id, NULL::text AS stance,
      NULL::uuid AS roundtable_id, b.words, ${paragraph(Prisma.sql`b.content`)} AS text, b.id::text AS tie
    FROM version_block b
    WHERE b.version_id = ANY(${[...versionIds]}::uuid[]) AND ${where(Prisma.sql`b.words`, "report")}`,
};

/**
 * Under which themes, and how, contributions are for this viewer: `contribution_id`, `theme_id` and `stance`, of those
 * for which `where` holds of the row `s`.
 */
export function placements({ viewer, works, releaseId }: SearchScope, where: Prisma.Sql): Prisma.Sql {
  // No more is asked of the contribution `c` than its id: to look it up would cost more than all the rest.
  if (works)
    return Prisma.sql`SELECT s.contribution_id, s.theme_id, s.stance::text AS stance
      FROM settled_tagging s CROSS JOIN LATERAL (SELECT s.contribution_id AS id) c
      WHERE ${outsideBlindRoundsOf(viewer.userId)} AND ${where}`;
  return Prisma.sql`SELECT s.contribution_id, s.theme_id, s.stance::text AS stance FROM release_evidence s
    WHERE s.release_id = ${releaseId}::uuid AND s.finding_id IS NULL AND ${where}`;
}
