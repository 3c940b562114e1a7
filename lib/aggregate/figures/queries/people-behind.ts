import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { listBegun } from "./theme-figures";

/** null: the whole review. */
export type ClaimScope = { reviewId: string; roundtableId: string | null };

export type PeopleBehind = {
  /** Distinct identified people whose contributions these are, of those present in the scope. */
  people: number;
  of: number;
  /** Contributions among them without a speaker, counted separately from the people. */
  unidentified: number;
  /** Shows of hands among them, each counted separately. */
  hands: { contributionId: string; raised: number; asked: number }[];
};

/** Who is behind a statement that cites these contributions, counted as figures count people. */
export async function peopleBehind(
  viewer: Viewer,
  contributionIds: readonly string[],
  scope: ClaimScope,
): Promise<PeopleBehind> {
  if (roleIn(viewer, scope.reviewId) === null) throw notFound("review");
  requireCan(viewer, "review.work", scope);
  const [behind] = await peopleBehindEach(db(), [contributionIds], scope);
  if (!behind) throw new Error("One list of contributions gives one answer.");
  return behind;
}

/** The same for many statements, in two SQL statements. The caller has asked the policy already. */
export async function peopleBehindEach(
  client: Tx,
  lists: readonly (readonly string[])[],
  { reviewId, roundtableId }: ClaimScope,
): Promise<PeopleBehind[]> {
  const begun = await listBegun(client, reviewId, { roundtableId });
  const roundtables = begun.map(({ id }) => id);
  const ids = lists.flat();
  const keys = lists.flatMap((list, key) => list.map(() => key));
  const rows = await client.$queryRaw<Row[]>`
    SELECT g.key, count(DISTINCT l.person_id)::int AS people,
      (count(DISTINCT c.id) FILTER (WHERE c.source = 'unidentified'))::int AS unidentified,
      coalesce(jsonb_agg(DISTINCT jsonb_build_object(
        'contributionId', c.id, 'raised', c.hands_raised, 'asked', c.hands_asked))
        FILTER (WHERE c.hands_asked IS NOT NULL), '[]') AS hands
    FROM unnest(${keys}::int[], ${ids}::uuid[]) AS g(key, id)
    JOIN contribution c ON c.id = g.id
    LEFT JOIN counted_contribution l ON l.contribution_id = c.id
    WHERE c.roundtable_id = ANY(${roundtables}::uuid[]) AND ${standing()}
    GROUP BY g.key`;
  const [present] = await client.$queryRaw<{ of: number }[]>`
    SELECT count(DISTINCT person_id)::int AS of FROM participant
    WHERE roundtable_id = ANY(${roundtables}::uuid[]) AND present AND NOT host`;
  const of = present?.of ?? 0;
  const found = new Map(rows.map((row) => [row.key, row]));
  return lists.map((_, key) => {
    const { people, unidentified, hands } = found.get(key) ?? { people: 0, unidentified: 0, hands: [] };
    return { people, of, unidentified, hands };
  });
}

type Row = Omit<PeopleBehind, "of"> & { key: number };
