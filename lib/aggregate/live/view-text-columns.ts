import { CODE, type TextColumns } from "@/lib/platform/text-columns";

export const VIEW_TEXT: TextColumns = {
  "saved_view.name": {
    holds: "typed",
    what: "The name of a saved view",
    inReview: "t.review_id = :review",
    page: "'live/views'",
    also: "revision = t.revision + 1",
    max: 80,
  },
  "saved_view.shows": CODE,
  "saved_view_revision.name": {
    holds: "typed",
    what: "The name of a saved view",
    join: "JOIN saved_view v ON v.id = t.saved_view_id",
    inReview: "v.review_id = :review",
    owner: "v.id",
    page: "'live/views'",
  },
};
