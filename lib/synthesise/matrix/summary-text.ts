import { CODE, type TextColumns } from "@/lib/platform/text-columns";

const summary = {
  holds: "typed",
  what: "A summary in the framework matrix",
  inReview: "o.review_id = :review",
  owner: "o.id",
  page: `'findings/matrix/' || CASE WHEN o.person_id IS NULL THEN 'roundtables/' || o.roundtable_id
    ELSE 'people/' || o.person_id END || '/' || h.slug`,
  // What rests on the person's own words goes as a whole.
  except: `o.person_id IN (SELECT p.person_id FROM participant p WHERE p.id = ANY(:participants))
    AND EXISTS (SELECT FROM jsonb_array_elements(o.basis) b WHERE (b ->> 'id')::uuid = ANY(:contributions))`,
} as const;

export const MATRIX_TEXT: TextColumns = {
  "matrix_summary.text": {
    ...summary,
    join: "JOIN matrix_summary o ON o.id = t.id JOIN theme h ON h.id = o.theme_id",
    // An edit of what was there before is stale, and cannot bring the words back.
    also: "revision = t.revision + 1",
  },
  "matrix_summary.basis": CODE,
  "matrix_summary_revision.text": {
    ...summary,
    join: "JOIN matrix_summary o ON o.id = t.summary_id JOIN theme h ON h.id = o.theme_id",
  },
  "matrix_summary_revision.basis": CODE,
};
