import { Prisma } from "@/lib/platform/generated/client";
import type { Filters } from "../filters";
import { MARK_END, MARK_START, MAX_HITS, PAGE, type Kind } from "../hit";
import type { Term } from "../query";
import { documents, placements, type SearchScope } from "./documents-sql";

/** What the terms ask of a text, as PostgreSQL has it, with English stems; null where nothing is asked. */
function tsquery(terms: readonly Term[]): Prisma.Sql | null {
  if (terms.length === 0) return null;
  return Prisma.sql`(${Prisma.join(
    terms.map(({ text, phrase, not }) => {
      const one = phrase
        ? Prisma.sql`phraseto_tsquery('english', ${text})`
        : Prisma.sql`plainto_tsquery('english', ${text})`;
      return not ? Prisma.sql`!!${one}` : one;
    }),
    " && ",
  )})`;
}

export type FoundRow = { kind: Kind; id: string; text: string; total: number };

export type Search = { scope: SearchScope; kinds: readonly Kind[]; terms: readonly Term[]; filters: Filters };

/** A page of what matches, best first. At most MAX_HITS are ranked; `total` is one more where there are others. */
export function pageOfHits({ scope, kinds, terms, filters }: Search, page: number): Prisma.Sql {
  const query = tsquery(terms);
  const asked = filters.kinds.length > 0 ? kinds.filter((kind) => filters.kinds.includes(kind)) : kinds;
  return Prisma.sql`
    WITH hit AS MATERIALIZED (
      SELECT d.* FROM (${documents(scope, asked, (words, kind) => Prisma.sql`${matches(query)(words)} AND ${placedIn(scope, filters, kind)}`)}) d
      WHERE ${Prisma.join(conditions(filters), " AND ")} LIMIT ${MAX_HITS + 1}
    ), best AS (
      SELECT kind, id, text, tie, ${query ? Prisma.sql`ts_rank_cd(words, ${query}, 1)` : Prisma.sql`0`} AS rank,
        (count(*) OVER ())::int AS total
      FROM hit ORDER BY rank DESC, tie LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}
    )
    SELECT kind, id, ${headline(query)} AS text, total FROM best ORDER BY rank DESC, tie`;
}

const matches = (query: Prisma.Sql | null) => (words: Prisma.Sql) =>
  query ? Prisma.sql`${words} @@ ${query}` : Prisma.sql`true`;

/** The marks are signs that the text itself has no longer. A long text is cut to where the words are. */
function headline(query: Prisma.Sql | null): Prisma.Sql {
  const text = Prisma.sql`translate(text, ${MARK_START + MARK_END}, '')`;
  if (!query) return Prisma.sql`left(${text}, 400)`;
  const whole = `StartSel=${MARK_START}, StopSel=${MARK_END}, HighlightAll=true`;
  const cut = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxFragments=2, MaxWords=40, MinWords=20, FragmentDelimiter=" … "`;
  return Prisma.sql`ts_headline('english', ${text}, ${query},
    CASE WHEN char_length(text) <= 600 THEN ${whole} ELSE ${cut} END)`;
}

function conditions({ roles, roundtableIds }: Filters): Prisma.Sql[] {
  return [
    Prisma.sql`true`,
    ...(roundtableIds.length > 0 ? [Prisma.sql`d.roundtable_id = ANY(${roundtableIds}::uuid[])`] : []),
    ...(roles.length > 0 ? [Prisma.sql`d.contribution_id IN (${saidBy(roles)})`] : []),
  ];
}

/** Asked of the rows of each kind and not of all together, so that the database may begin with a theme's contributions. */
function placedIn(scope: SearchScope, { themeIds, stances }: Filters, kind: Kind): Prisma.Sql {
  if (themeIds.length === 0 && stances.length === 0) return Prisma.sql`true`;
  const isPlaced = placedAs(themeIds, stances);
  if (kind === "finding") return isPlaced("f");
  if (kind === "report") return Prisma.sql`false`;
  if (kind === "hands")
    return Prisma.sql`c.id IN (SELECT m.id FROM (${placedHands(scope)}) m WHERE ${isPlaced("m")})`;
  return Prisma.sql`c.id IN (SELECT m.contribution_id FROM (${placements(scope, isPlaced("s"))}) m)`;
}

/** Shows of hands under their themes, `id`, `theme_id` and `stance`: a release gives them no stance. */
function placedHands({ hands }: SearchScope): Prisma.Sql {
  const rows = hands.flatMap(({ id, themes }) => themes.map((theme) => ({ id, themeId: theme.id })));
  return Prisma.sql`SELECT id, theme_id, NULL::text AS stance
    FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ themeId }) => themeId)}::uuid[]) AS p(id, theme_id)`;
}

const saidBy = (roles: readonly string[]) => Prisma.sql`
  SELECT s.id FROM contribution s
  JOIN participant_attribute a ON a.participant_id = s.participant_id AND a.attribute = 'role' AND a.until_at IS NULL
  WHERE a.value = ANY(${[...roles]}::text[])`;

/** Under one of the themes with one of the stances, in one and the same coding; none of them means any. */
const placedAs = (themeIds: readonly string[], stances: readonly string[]) => (row: "f" | "m" | "s") => {
  const of = Prisma.raw(row);
  return Prisma.join(
    [
      themeIds.length > 0 ? Prisma.sql`${of}.theme_id = ANY(${[...themeIds]}::uuid[])` : Prisma.sql`true`,
      stances.length > 0 ? Prisma.sql`${of}.stance::text = ANY(${[...stances]}::text[])` : Prisma.sql`true`,
    ],
    " AND ",
  );
};

export type FacetRow = {
  name: "type" | "theme" | "stance" | "roundtable" | "all";
  value: string | null;
  count: number;
};

/**
 * How many results each value of a filter would leave, with the filters of the other names as they are; and as "all"
 * how many match the words, at most one more than are counted.
 */
export function facetCounts({ scope, kinds, terms, filters }: Search): Prisma.Sql {
  const { themeIds, stances, roles, roundtableIds } = filters;
  const within = (column: Prisma.Sql, values: readonly string[], type: string) =>
    values.length > 0 ? Prisma.sql`${column} = ANY(${[...values]}::${Prisma.raw(type)}[])` : Prisma.sql`true`;
  const isPlaced = placedAs(themeIds, stances)("m");
  const placed =
    themeIds.length + stances.length > 0
      ? Prisma.sql`EXISTS (SELECT FROM placed m WHERE m.id = h.id AND ${isPlaced})`
      : Prisma.sql`true`;
  return Prisma.sql`
    WITH hit AS MATERIALIZED (
      SELECT d.kind, d.id, d.contribution_id, d.theme_id, d.stance, d.roundtable_id
      FROM (${documents(scope, kinds, matches(tsquery(terms)))}) d
      WHERE ${roles.length > 0 ? Prisma.sql`d.contribution_id IN (${saidBy(roles)})` : Prisma.sql`true`}
      LIMIT ${MAX_HITS + 1}
    ), placed AS MATERIALIZED (
      -- Of each hit by itself (OFFSET): a plan for all at once would read every tagging of the review.
      SELECT DISTINCT h.id, m.theme_id, m.stance
      FROM hit h CROSS JOIN LATERAL (
        ${placements(scope, Prisma.sql`s.contribution_id = h.contribution_id`)} OFFSET 0) m
      WHERE (SELECT count(*) FROM hit) <= ${MAX_HITS}
      UNION ALL SELECT id, theme_id, stance FROM hit WHERE kind = 'finding'
      UNION ALL SELECT p.* FROM (${placedHands(scope)}) p WHERE p.id IN (SELECT id FROM hit WHERE kind = 'hands')
    ), ok AS MATERIALIZED (
      SELECT h.id, h.kind, h.roundtable_id, ${within(Prisma.sql`h.kind`, filters.kinds, "text")} AS of_kind,
        ${within(Prisma.sql`h.roundtable_id`, roundtableIds, "uuid")} AS of_roundtable, ${placed} AS is_placed
      FROM hit h
    )
    SELECT 'all' AS name, NULL AS value, count(*)::int AS count FROM hit
    UNION ALL SELECT 'type', kind, count(*)::int FROM ok WHERE of_roundtable AND is_placed GROUP BY kind
    UNION ALL SELECT 'roundtable', roundtable_id::text, count(*)::int FROM ok
      WHERE roundtable_id IS NOT NULL AND of_kind AND is_placed GROUP BY roundtable_id
    UNION ALL SELECT 'theme', m.theme_id::text, count(DISTINCT m.id)::int FROM placed m JOIN ok USING (id)
      WHERE of_kind AND of_roundtable AND ${placedAs([], stances)("m")} GROUP BY m.theme_id
    UNION ALL SELECT 'stance', m.stance, count(DISTINCT m.id)::int FROM placed m JOIN ok USING (id)
      WHERE of_kind AND of_roundtable AND ${placedAs(themeIds, [])("m")} GROUP BY m.stance`;
}

export type TermRow = { text: string; stem: string | null; common: boolean; exists: boolean };

/**
 * Of each of these words: its stem, whether nearly every text has it, and whether anything the viewer reads does. EXISTS
 * would ask for one text alone, and for that the planner reads all texts in turn in place of the index.
 */
export function termStates(scope: SearchScope, kinds: readonly Kind[], words: readonly string[]): Prisma.Sql {
  return Prisma.join(
    words.map((word) => {
      const query = Prisma.sql`plainto_tsquery('english', ${word})`;
      return Prisma.sql`SELECT ${word} AS text, (tsvector_to_array(to_tsvector('english', ${word})))[1] AS stem,
        numnode(${query}) = 0 AS common,
        (SELECT count(*) FROM (
          SELECT FROM (${documents(scope, kinds, matches(query))}) d LIMIT ${MAX_HITS + 1}) few) > 0 AS exists`;
    }),
    " UNION ALL ",
  );
}

export type KnownRow = { stem: string; texts: number; forms: string[] };

const NEAREST = 12;

/**
 * The stems most like a word in `compared` texts that the viewer may read, by their trigrams, with forms in which they
 * are written. Of more texts than are compared, a rare word may be missed.
 */
export function nearestWords(
  { scope, kinds }: Pick<Search, "scope" | "kinds">,
  typed: { word: string; stem: string },
  compared: number,
): Prisma.Sql {
  const stem = Prisma.sql`quote_literal(near.stem)::tsquery`;
  return Prisma.sql`
    WITH compared AS MATERIALIZED (
      SELECT words, text FROM (${documents(scope, [...kinds].reverse(), matches(null))}) all_texts LIMIT ${compared}
    ), near AS (
      SELECT stem, texts FROM (
        SELECT stem, count(*)::int AS texts
        FROM compared d CROSS JOIN LATERAL unnest(tsvector_to_array(d.words)) AS stem
        -- The first letter is right, or has changed places with the second.
        WHERE left(stem, 1) IN (left(${typed.stem}, 1), substr(${typed.stem}, 2, 1))
          AND length(stem) BETWEEN 3 AND ${typed.word.length + 3}
        GROUP BY stem) every
      ORDER BY greatest(similarity(stem, ${typed.stem}), word_similarity(stem, ${typed.word.toLowerCase()})) DESC,
        texts DESC, stem LIMIT ${NEAREST}
    )
    SELECT near.stem, near.texts, ARRAY(
      SELECT ts_headline('english', translate(d.text, ${MARK_START + MARK_END}, ''), ${stem},
        ${`StartSel=${MARK_START}, StopSel=${MARK_END}, MaxWords=6, MinWords=1`})
      FROM (SELECT text FROM compared WHERE words @@ ${stem} LIMIT 4) d) AS forms
    FROM near`;
}
