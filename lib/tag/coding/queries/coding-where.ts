import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { PARTICIPANTS_SAID } from "@/lib/capture/roundtable/source";
import type { Stance } from "@/lib/capture/contribution/stance";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import type { Left } from "../coding-filter";
import { OUTSIDE_BLIND_ROUND, outsideBlindRoundsOf } from "./blind-sql";

export type CodingFilter = {
  reviewId: string;
  roundtableId?: string | undefined;
  questionId?: string | undefined;
  themeId?: string | undefined;
  /** The stance with which `themeId` is set. */
  stance?: Stance | undefined;
  /** The theme under which figures count the contribution: where coders differed, by the decision. */
  settledThemeId?: string | undefined;
  left?: Left | undefined;
  /** Attributes of the speaker with their values, all of which must match. */
  speaker?: readonly { attribute: string; value: string }[];
  /** Words that the text contains, ignoring case. */
  words?: string | undefined;
  /** Only these. */
  ids?: readonly string[];
  /** The theme has so many contributions that each is looked at in turn, and not all of them found first. */
  many?: boolean;
  /** Only at these few of the roundtables: their contributions are looked at in turn too. */
  among?: readonly string[] | undefined;
  /** A filter names something that does not exist: nothing matches, rather than everything. */
  nothing?: boolean;
};

/** Refuses whoever does not work in the review; for a stranger it does not exist. */
export function requireCoding(viewer: Viewer, reviewId: string): void {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "review.work", { reviewId });
}

/**
 * The contributions `c` that can be coded and match, as SQL: finding differences between coders and stale
 * taggings compares rows with one another, which Prisma's `where` cannot express. The caller has checked that
 * the viewer works there.
 */
export function matchingContributions(filter: CodingFilter, userId: string): Prisma.Sql {
  const {
    reviewId,
    roundtableId,
    questionId,
    themeId,
    stance,
    settledThemeId,
    left,
    words,
    ids,
    speaker = [],
    among: roundtables,
    many = roundtables !== undefined,
  } = filter;
  const outside = outsideBlindRoundsOf(userId);
  const conditions = [
    ...(filter.nothing ? [Prisma.sql`false`] : []),
    Prisma.sql`c.review_id = ${reviewId}::uuid AND ${standing()}`,
    ...(ids ? [Prisma.sql`c.id = ANY(${[...ids]}::uuid[])`] : []),
    ...(roundtables ? [Prisma.sql`c.roundtable_id = ANY(${[...roundtables]}::uuid[])`] : []),
    ...(roundtableId ? [Prisma.sql`c.roundtable_id = ${roundtableId}::uuid`] : []),
    ...(questionId ? [Prisma.sql`c.question_id = ${questionId}::uuid`] : []),
    ...(themeId
      ? [
          Prisma.sql`${outside} AND ${among(
            many,
            Prisma.sql`${TAGGED} AND t.theme_id = ${themeId}::uuid
              AND t.coder_id IN (SELECT id FROM coder WHERE user_id IS NOT NULL)
              ${stance ? Prisma.sql`AND t.stance::text = ${stance}` : Prisma.empty}`,
          )}`,
        ]
      : []),
    ...(settledThemeId
      ? [
          Prisma.sql`${outside} AND ${among(
            many,
            Prisma.sql`SELECT t.contribution_id FROM settled_tagging t WHERE t.theme_id = ${settledThemeId}::uuid`,
          )}`,
        ]
      : []),
    ...(left ? [LEFT_SQL[left]({ reviewId, userId, outside, within: withinOf(roundtables) })] : []),
    ...(words ? [Prisma.sql`c.text ILIKE ${`%${words.replace(/[\\%_]/g, "\\$&")}%`}`] : []),
    ...speaker.map(
      ({ attribute, value }) => Prisma.sql`c.participant_id IN (
        SELECT participant_id FROM participant_attribute
        WHERE attribute = ${attribute} AND value = ${value} AND until_at IS NULL)`,
    ),
  ];
  return Prisma.join(conditions, " AND ");
}

/** The contribution `c` is among those of the tagging `t`, which are all found, or where there are many looked up (OFFSET). */
const among = (many: boolean, taggings: Prisma.Sql) =>
  many
    ? Prisma.sql`EXISTS (${taggings} AND t.contribution_id = c.id OFFSET 0)`
    : Prisma.sql`c.id IN (${taggings})`;

/**
 * The contributions of what is set now, each worked out once and looked up. (Asked for each contribution in turn, the
 * database answers with a search for each of them.)
 */
const TAGGED = Prisma.sql`SELECT t.contribution_id FROM tagging t WHERE t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND}`;

const IN_USE = Prisma.sql`(SELECT id FROM theme WHERE retired_at IS NULL)`;

/** The row with that contribution's id is of one of the roundtables, so that only theirs are read. */
const withinOf = (roundtables: readonly string[] | undefined) => (id: Prisma.Sql) =>
  roundtables
    ? Prisma.sql`AND ${id} IN (SELECT id FROM contribution WHERE roundtable_id = ANY(${[...roundtables]}::uuid[]))`
    : Prisma.empty;

/** `outside`: the contribution is in no unfinished blind round of the viewer's. */
type Asked = {
  reviewId: string;
  userId: string;
  outside: Prisma.Sql;
  within: ReturnType<typeof withinOf>;
};

/** The contribution of a tagging. */
const OF_TAGGING = Prisma.sql`t.contribution_id`;

const LEFT_SQL = {
  untagged: ({ reviewId, outside, within }) =>
    Prisma.sql`c.source::text IN (${Prisma.join([...PARTICIPANTS_SAID])}) AND ${outside}
      AND c.id NOT IN (${TAGGED} AND t.review_id = ${reviewId}::uuid AND t.theme_id IN ${IN_USE} ${within(OF_TAGGING)})`,
  mine: ({ userId, outside, within }) => Prisma.sql`${outside}
    AND c.id IN (${TAGGED} ${within(OF_TAGGING)} AND t.coder_id IN (SELECT id FROM coder WHERE user_id = ${userId}::uuid))`,
  flagged: ({ userId, outside }) => Prisma.sql`EXISTS (
    SELECT FROM discussion_flag f WHERE f.contribution_id = c.id AND f.until_at IS NULL
      AND (f.by_id = ${userId}::uuid OR ${outside}))`,
  // Nobody has set the same on the same words since the theme's meaning was changed.
  stale: ({ reviewId, outside }) => Prisma.sql`${outside} AND c.id IN (
    SELECT t.contribution_id FROM tagging t
    JOIN theme h ON h.id = t.theme_id AND h.retired_at IS NULL
    WHERE t.review_id = ${reviewId}::uuid AND t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND} AND h.meaning_since > 1
    GROUP BY t.contribution_id, t.theme_id, t.stance, t.span_start, t.span_end, h.meaning_since
    HAVING max(t.theme_revision) < h.meaning_since)`,
  // A person who coded the contribution, or read it in a round, did not set a theme that another person set
  // there, and it is undecided. Themes that a round did not ask about are not compared in it. Only what several people
  // coded or read can differ, so that nothing else is compared.
  disagreed: ({ reviewId, outside, within }) => Prisma.sql`${outside} AND c.id IN (
    WITH several AS MATERIALIZED (
      SELECT contribution_id FROM (
        SELECT t.contribution_id, t.coder_id FROM tagging t
        WHERE t.review_id = ${reviewId}::uuid AND t.until_at IS NULL ${within(OF_TAGGING)}
        UNION ALL
        SELECT j.contribution_id, j.coder_id FROM coding_judgement j
        JOIN coding_round r ON r.id = j.coding_round_id AND r.review_id = ${reviewId}::uuid
          ${within(Prisma.sql`j.contribution_id`)}) AS coded
      GROUP BY contribution_id HAVING min(coder_id::text) <> max(coder_id::text)),
    said AS MATERIALIZED (
      SELECT t.contribution_id, t.theme_id, t.coder_id, t.coding_round_id
      FROM tagging t JOIN coder k ON k.id = t.coder_id AND k.user_id IS NOT NULL
      WHERE t.review_id = ${reviewId}::uuid AND t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND}
        AND t.theme_id IN ${IN_USE} AND t.contribution_id IN (SELECT contribution_id FROM several)),
    readers AS (
      SELECT contribution_id, coder_id, coding_round_id FROM said
      UNION
      SELECT j.contribution_id, j.coder_id, j.coding_round_id FROM coding_judgement j
      JOIN coding_round t ON t.id = j.coding_round_id AND t.review_id = ${reviewId}::uuid
      WHERE t.coded_at IS NOT NULL OR NOT t.blind)
    SELECT s.contribution_id
    FROM said s JOIN readers other ON other.contribution_id = s.contribution_id AND other.coder_id <> s.coder_id
    WHERE (s.contribution_id, s.theme_id) NOT IN (
        SELECT contribution_id, theme_id FROM adjudication WHERE until_at IS NULL)
      AND (s.contribution_id, s.theme_id, other.coder_id) NOT IN (
        SELECT contribution_id, theme_id, coder_id FROM said)
      AND (other.coding_round_id IS NULL OR EXISTS (
        SELECT FROM coding_round_theme asked
        WHERE asked.coding_round_id = other.coding_round_id AND asked.theme_id = s.theme_id)))`,
} satisfies Record<Left, (asked: Asked) => Prisma.Sql>;
