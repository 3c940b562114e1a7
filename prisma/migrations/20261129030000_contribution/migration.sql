-- A contribution is called so everywhere: "line" was another word for it.
ALTER TYPE "late_kind" RENAME VALUE 'line' TO 'contribution';

ALTER TABLE "coding_round_line" RENAME TO "coding_round_contribution";
ALTER TABLE "coding_round_contribution" RENAME CONSTRAINT "coding_round_line_pkey" TO "coding_round_contribution_pkey";
ALTER TABLE "coding_round_contribution" RENAME CONSTRAINT "coding_round_line_coding_round_id_fkey" TO "coding_round_contribution_coding_round_id_fkey";
ALTER TABLE "coding_round_contribution" RENAME CONSTRAINT "coding_round_line_contribution_id_fkey" TO "coding_round_contribution_contribution_id_fkey";
ALTER TABLE "coding_round_contribution" RENAME CONSTRAINT "coding_round_line_weight" TO "coding_round_contribution_weight";
ALTER INDEX "coding_round_line_contribution_id_idx" RENAME TO "coding_round_contribution_contribution_id_idx";

-- Stored figures of rounds and plans of imports name their counts. A key is followed by a colon and no
-- quotation mark within a text stands bare, so that nothing else is replaced.
UPDATE "coding_round" SET
  "sampling" = replace("sampling"::text, '"lines":', '"contributions":')::jsonb,
  "agreement" = replace(replace(replace("agreement"::text,
    '"lines":', '"contributions":'), '"linesReadTwice":', '"contributionsReadTwice":'),
    '"few lines"', '"few contributions"')::jsonb;
UPDATE "import" SET "speakers" = replace("speakers"::text, '"lines":', '"contributions":')::jsonb;

-- Which contributions figures may be made of, and the coding that figures use, are each said once: by a
-- function of an instant, or of null for now. The views are their shorter names.
DROP VIEW "counted_line";
DROP FUNCTION "counted_line_at";
DROP VIEW "settled_tagging";
DROP FUNCTION "settled_tagging_at";

-- Of identified participants who were present, neither struck out nor erased, and of no import that is still
-- running or was undone. Who they are, and who was present, is as known now. (An outer join with an OR says
-- the same of imports, and makes the planner expect a hundredth of the rows.)
CREATE FUNCTION "counted_contribution_at"("at" timestamptz)
RETURNS TABLE ("contribution_id" uuid, "review_id" uuid, "roundtable_id" uuid, "question_id" uuid, "participant_id" uuid, "person_id" uuid)
LANGUAGE sql STABLE AS $$
  SELECT c."id", c."review_id", c."roundtable_id", c."question_id", c."participant_id", p."person_id"
  FROM "contribution" c
  JOIN "participant" p ON p."id" = c."participant_id" AND p."present" AND NOT p."host"
  JOIN "person" o ON o."id" = p."person_id" AND o."erased_at" IS NULL
  WHERE c."source" = 'identified' AND c."erased_at" IS NULL
    AND ("at" IS NULL OR c."recorded_at" <= "at") AND (c."struck_at" IS NULL OR c."struck_at" > "at")
    AND (c."import_id" IS NULL OR c."import_id" IN (SELECT i."id" FROM "import" i WHERE i."state" = 'visible'))
$$;

CREATE VIEW "counted_contribution" AS SELECT * FROM "counted_contribution_at"(NULL);

-- What was adjudicated, and for the rest what people set, outside blind rounds that not every coder has
-- finished. A contribution may appear under a theme more than once.
CREATE FUNCTION "settled_tagging_at"("at" timestamptz)
RETURNS TABLE ("review_id" uuid, "contribution_id" uuid, "theme_id" uuid, "stance" "stance") LANGUAGE sql STABLE AS $$
  SELECT t."review_id", t."contribution_id", t."theme_id", t."stance"
  FROM "tagging" t JOIN "coder" k ON k."id" = t."coder_id" AND k."user_id" IS NOT NULL
  WHERE ("at" IS NULL OR t."from_at" <= "at") AND (t."until_at" IS NULL OR t."until_at" > "at")
    AND (t."coding_round_id" IS NULL
      OR t."coding_round_id" IN (
        SELECT r."id" FROM "coding_round" r
        WHERE r."coded_at" <= "at" OR NOT r."blind" OR ("at" IS NULL AND r."coded_at" IS NOT NULL)))
    AND NOT EXISTS (
      SELECT FROM "adjudication" a
      WHERE a."contribution_id" = t."contribution_id" AND a."theme_id" = t."theme_id"
        AND ("at" IS NULL OR a."from_at" <= "at") AND (a."until_at" IS NULL OR a."until_at" > "at"))
  UNION ALL
  SELECT a."review_id", a."contribution_id", a."theme_id", s."stance"
  FROM "adjudication" a, unnest(a."stances") AS s("stance")
  WHERE ("at" IS NULL OR a."from_at" <= "at") AND (a."until_at" IS NULL OR a."until_at" > "at")
$$;

CREATE VIEW "settled_tagging" AS SELECT * FROM "settled_tagging_at"(NULL);
