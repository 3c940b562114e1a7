-- The lines that figures may be made of, said so that the planner can tell how many there are: with an outer
-- join and an OR it expected 1% of them and looked each one up.
CREATE OR REPLACE VIEW "counted_line" AS
  SELECT c."id" AS "contribution_id", c."review_id", c."roundtable_id", c."question_id", c."participant_id", p."person_id"
  FROM "contribution" c
  JOIN "participant" p ON p."id" = c."participant_id" AND p."present" AND NOT p."host"
  JOIN "person" o ON o."id" = p."person_id" AND o."erased_at" IS NULL
  WHERE c."source" = 'identified' AND c."struck_at" IS NULL AND c."erased_at" IS NULL
    AND (c."import_id" IS NULL OR c."import_id" IN (SELECT i."id" FROM "import" i WHERE i."state" = 'visible'));
