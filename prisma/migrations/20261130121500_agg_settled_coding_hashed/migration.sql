-- What was adjudicated is looked up in a hash that is made once. As NOT EXISTS it was planned as a nested loop while there
-- were few adjudications: a search of the index for every tagging.
CREATE OR REPLACE FUNCTION "settled_tagging_at"("at" timestamptz)
RETURNS TABLE ("review_id" uuid, "contribution_id" uuid, "theme_id" uuid, "stance" "stance", "explicit" boolean)
LANGUAGE sql STABLE AS $$
  SELECT t."review_id", t."contribution_id", t."theme_id", t."stance", t."explicit"
  FROM "tagging" t JOIN "coder" k ON k."id" = t."coder_id" AND k."user_id" IS NOT NULL
  WHERE ("at" IS NULL OR t."from_at" <= "at") AND (t."until_at" IS NULL OR t."until_at" > "at")
    AND (t."coding_round_id" IS NULL
      OR t."coding_round_id" IN (
        SELECT r."id" FROM "coding_round" r
        WHERE r."coded_at" <= "at" OR NOT r."blind" OR ("at" IS NULL AND r."coded_at" IS NOT NULL)))
    AND (t."contribution_id", t."theme_id") NOT IN (
      SELECT a."contribution_id", a."theme_id" FROM "adjudication" a
      WHERE ("at" IS NULL OR a."from_at" <= "at") AND (a."until_at" IS NULL OR a."until_at" > "at"))
  UNION ALL
  SELECT a."review_id", a."contribution_id", a."theme_id", s."stance", coalesce((
      SELECT bool_or(t."explicit") FROM "tagging" t
      WHERE t."contribution_id" = a."contribution_id" AND t."theme_id" = a."theme_id" AND t."stance" = s."stance"
        AND ("at" IS NULL OR t."from_at" <= "at") AND (t."until_at" IS NULL OR t."until_at" > "at")), true)
  FROM "adjudication" a, unnest(a."stances") AS s("stance")
  WHERE ("at" IS NULL OR a."from_at" <= "at") AND (a."until_at" IS NULL OR a."until_at" > "at")
$$;

-- Whether anybody is of a group, and any contribution about an NPQ, without reading them all.
CREATE INDEX "participant_attribute_value" ON "participant_attribute" ("attribute", "value") WHERE "until_at" IS NULL;
CREATE INDEX "contribution_npqs" ON "contribution" USING gin ("npqs") WHERE "npqs" <> '{}';
