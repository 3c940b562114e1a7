import { Prisma } from "@/lib/platform/generated/client";

/**
 * The roundtables of a review that have to be counted: of which nothing is kept (`kept_roundtable`), or what is kept is out
 * of date. Of all others, what is kept of them is added up.
 */
export const notKept = (reviewId: string) => Prisma.sql`
  SELECT r.id FROM roundtable r
  WHERE r.review_id = ${reviewId}::uuid AND (
    r.id NOT IN (SELECT roundtable_id FROM kept_roundtable WHERE review_id = ${reviewId}::uuid)
    OR r.id IN (SELECT roundtable_id FROM kept_mark WHERE review_id = ${reviewId}::uuid))`;

/** How many contributions `c` there are, by source, in the order and under the names of `kept_roundtable`. */
export const BY_SOURCE = Prisma.sql`count(*) AS standing,
  count(*) FILTER (WHERE c.source = 'unidentified') AS unidentified,
  count(*) FILTER (WHERE c.source = 'group') AS of_group,
  count(*) FILTER (WHERE c.source = 'host') AS of_host,
  count(*) FILTER (WHERE c.source = 'note') AS notes`;
