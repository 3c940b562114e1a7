import { CODE, GENERATED, type TextColumns } from "@/lib/platform/text-columns";

const report = {
  holds: "typed",
  what: "A report’s title",
  inReview: "t.review_id = :review",
  page: "'reports/' || t.slug",
  also: "revision = t.revision + 1",
} as const;
const block = {
  holds: "typed",
  what: "A paragraph of a draft",
  inReview: "o.review_id = :review",
  page: "'reports/' || o.slug",
  json: "document",
} as const;
const version = {
  holds: "typed",
  what: "A paragraph of a saved version",
  inReview: "o.review_id = :review",
  page: "'reports/' || o.slug || '/versions/' || v.number",
} as const;
const OF_VERSION = "JOIN report o ON o.id = v.report_id";

export const REPORT_TEXT: TextColumns = {
  "report.title": report,
  "report.slug": { ...report, whole: "'report-' || right(t.id::text, 8)" },
  "block.content": {
    ...block,
    join: "JOIN report o ON o.id = t.report_id",
    also: "revision = t.revision + 1",
  },
  "block.words": GENERATED,
  "block_revision.content": {
    ...block,
    join: "JOIN block b ON b.id = t.block_id JOIN report o ON o.id = b.report_id",
    owner: "b.id",
    also: "salt = NULL",
  },
  "composed_block.content": {
    ...block,
    what: "A paragraph as it was last composed",
    join: "JOIN report o ON o.id = t.report_id",
    owner: "t.block_id",
  },
  "composed_block.evidence": CODE,
  "composed_block.answered": CODE,
  "block_revision.salt": CODE,
  "block_revision.digest": CODE,
  "version.note": {
    ...version,
    what: "The name of a version",
    join: "JOIN version v ON v.id = t.id JOIN report o ON o.id = v.report_id",
  },
  "version.notice": {
    ...version,
    what: "The notice of a withdrawn version",
    join: "JOIN version v ON v.id = t.id JOIN report o ON o.id = v.report_id",
  },
  "version.hash": CODE,
  "version_block.content": {
    ...version,
    join: `JOIN version v ON v.id = t.version_id ${OF_VERSION}`,
    owner: "t.block_id",
    json: "document",
    // The digest stays, so that the rest of the version still verifies.
    also: "salt = NULL, erased_at = now()",
  },
  "version_block.words": GENERATED,
  "version_block.evidence": CODE,
  "version_block.figures": {
    ...version,
    what: "A table in a saved version",
    join: `JOIN version v ON v.id = t.version_id ${OF_VERSION}`,
    owner: "t.block_id",
    json: "values",
  },
  "waiver.check": CODE,
  "waiver.reason": {
    holds: "typed",
    what: "Why a check of a report was set aside",
    inReview: "o.review_id = :review",
    page: "'reports/' || o.slug",
    join: "JOIN report o ON o.id = t.report_id",
  },
  "version_block.salt": CODE,
  "version_block.digest": CODE,
};
