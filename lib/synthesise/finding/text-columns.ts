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
  "finding.counter_view": {
    ...finding,
    what: "The counter-view of a finding",
    join: "JOIN finding o ON o.id = t.id",
    also: "revision = t.revision + 1",
  },
  "finding.note": {
    ...finding,
    what: "A facilitators’ note on a finding",
    join: "JOIN finding o ON o.id = t.id",
    also: "revision = t.revision + 1",
  },
  "finding_revision.text": { ...finding, join: "JOIN finding o ON o.id = t.finding_id" },
  "finding_revision.counter_view": {
    ...finding,
    what: "The counter-view of a finding",
    join: "JOIN finding o ON o.id = t.finding_id",
  },
  "finding_revision.note": {
    ...finding,
    what: "A facilitators’ note on a finding",
    join: "JOIN finding o ON o.id = t.finding_id",
  },
  "finding_confidence.reason": {
    ...finding,
    what: "The reason for the confidence in a finding",
    join: "JOIN finding o ON o.id = t.finding_id",
  },
};
