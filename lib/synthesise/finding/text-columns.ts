import { GENERATED, type TextColumns } from "@/lib/platform/text-columns";

const finding = {
  holds: "typed",
  what: "A finding",
  inReview: "o.review_id = :review",
  owner: "o.id",
  page: "'findings/' || o.id",
} as const;

export const FINDING_TEXT: TextColumns = {
  "finding.text": {
    ...finding,
    join: "JOIN finding o ON o.id = t.id",
    // An edit of what was there before is stale, and cannot bring the words back.
    also: "revision = t.revision + 1",
  },
  "finding.words": GENERATED,
  "finding_revision.text": { ...finding, join: "JOIN finding o ON o.id = t.finding_id" },
};
