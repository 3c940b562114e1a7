import { CODE, GENERATED, type TextColumn, type TextColumns } from "@/lib/platform/text-columns";

/** A text of before they spoke cannot repeat them: the built-in codebook, most of all. */
const OLDER = `(SELECT min(least(c.said_at, c.recorded_at)) FROM contribution c WHERE c.id = ANY(:contributions))`;
const theme = {
  holds: "typed",
  what: "A theme",
  original: `t.created_at < ${OLDER} AND NOT EXISTS (SELECT FROM theme_revision h WHERE h.theme_id = t.id)`,
  inReview: "t.review_id = :review",
  page: "'themes/' || t.slug",
  also: "revision = t.revision + 1",
} as const;
const themeBefore = {
  holds: "typed",
  what: "A theme",
  join: "JOIN theme o ON o.id = t.theme_id",
  inReview: "o.review_id = :review",
  owner: "o.id",
  page: "'themes/' || o.slug",
  original: `t.ended_at < ${OLDER}`,
} as const;

/** Nobody sees what a coder wrote in a blind round before it is coded. */
const BLIND = `EXISTS (SELECT FROM coding_round b WHERE b.id = m.coding_round_id AND b.blind AND b.coded_at IS NULL
  AND b.state = 'open')`;
const memo = {
  holds: "typed",
  what: "A memo",
  inReview: "m.review_id = :review",
  owner: "m.id",
  page: "'contributions/' || m.contribution_id",
  except: "m.contribution_id = ANY(:contributions)",
  unseen: BLIND,
} as const;

const decision: TextColumn = {
  holds: "typed",
  what: "The reason for a decision between coders",
  inReview: "t.review_id = :review",
  page: "'contributions/' || t.contribution_id",
  except: "t.contribution_id = ANY(:contributions)",
};

export const CODING_TEXT: TextColumns = {
  "theme.title": theme,
  "theme.slug": { ...theme, whole: "'theme-' || right(t.id::text, 8)" },
  "theme.definition": theme,
  "theme.includes": theme,
  "theme.excludes": theme,
  "theme.signal_words": theme,
  "theme.colour": CODE,
  "theme_revision.title": themeBefore,
  "theme_revision.definition": themeBefore,
  "theme_revision.includes": themeBefore,
  "theme_revision.excludes": themeBefore,
  "theme_revision.signal_words": themeBefore,
  "memo.text": {
    ...memo,
    join: "JOIN memo m ON m.id = t.id",
    max: 10_000,
    // An edit of what was there before is stale, and cannot bring the words back.
    also: "revision = t.revision + 1",
  },
  "memo.words": GENERATED,
  "memo_revision.text": { ...memo, join: "JOIN memo m ON m.id = t.memo_id" },
  "adjudication.reason": decision,
  "coding_round.title": {
    holds: "typed",
    what: "The title of a coding round",
    inReview: "t.review_id = :review",
    page: "'coding/rounds/' || t.id",
  },
  "coding_round.sampling": CODE,
  "coding_round.agreement": CODE,
  "coding_round_contribution.stratum": CODE,
  "coding_change.detail": CODE,
  "coder.method": CODE,
  "coder.method_version": CODE,
};
