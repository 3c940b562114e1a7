import { CODE, type TextColumns } from "@/lib/platform/text-columns";

const RELEASED_FINDING = {
  holds: "typed",
  join: "JOIN release o ON o.id = t.release_id",
  inReview: "o.review_id = :review",
  owner: "o.id",
  page: "'dashboard'",
  also: "erased_at = now()",
} as const;

export const RELEASE_TEXT: TextColumns = {
  "kept_answer.what": CODE,
  "kept_answer.answer": CODE,
  "kept_match.what": CODE,
  "kept_match.counts": CODE,
  "kept_review.figures": CODE,
  "kept_review.pairs": CODE,
  "release.breakdowns": CODE,
  "release.npqs": CODE,
  "release.coding": CODE,
  "release.checked": CODE,
  "release_finding.supports": CODE,
  "release_finding.contradicts": CODE,
  "release_table.figures": {
    holds: "typed",
    what: "A release, which names themes and roundtables",
    join: "JOIN release o ON o.id = t.release_id",
    inReview: "o.review_id = :review",
    owner: "o.id",
    page: "'dashboard'",
    json: "values",
    also: "erased_at = now()",
  },
  "release_finding.text": { ...RELEASED_FINDING, what: "A finding in a release" },
  "release_finding.counter_view": { ...RELEASED_FINDING, what: "The counter-view of a finding in a release" },
};
