import type { TextColumns } from "@/lib/platform/text-columns";

const OF_REVIEW = { holds: "typed", what: "The review’s title", inReview: "t.id = :review" } as const;

export const REVIEW_TEXT: TextColumns = {
  "review.title": OF_REVIEW,
  "review.house_style": {
    ...OF_REVIEW,
    what: "The house style of the review’s reports",
    json: "values",
  },
  "review.slug": { ...OF_REVIEW, whole: "'review-' || right(t.id::text, 8)" },
};
