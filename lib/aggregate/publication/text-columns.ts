import type { TextColumns } from "@/lib/platform/text-columns";

export const RELEASE_TEXT: TextColumns = {
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
};
