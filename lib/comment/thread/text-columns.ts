import type { TextColumns } from "@/lib/platform/text-columns";

const comment = {
  holds: "typed",
  what: "A comment on a draft",
  inReview: "r.review_id = :review",
  owner: "o.id",
  page: "'reports/' || r.slug || '/comments'",
  except: "o.author_id = ANY(:users)",
} as const;
const OF_COMMENT = "JOIN report r ON r.id = o.report_id";

export const COMMENT_TEXT: TextColumns = {
  "comment.body": {
    ...comment,
    join: `JOIN comment o ON o.id = t.id ${OF_COMMENT}`,
    max: 5000,
    also: "revision = t.revision + 1",
  },
  "comment.anchor_quote": {
    ...comment,
    join: `JOIN comment o ON o.id = t.id ${OF_COMMENT}`,
    whole: "NULL",
    also: "anchor_start = NULL, anchor_end = NULL",
  },
  "comment_revision.body": { ...comment, join: `JOIN comment o ON o.id = t.comment_id ${OF_COMMENT}` },
};
