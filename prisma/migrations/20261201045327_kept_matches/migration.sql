-- AlterTable
ALTER TABLE "kept_roundtable" ADD COLUMN     "version" BIGSERIAL NOT NULL;

-- CreateTable
CREATE TABLE "kept_match" (
    "roundtable_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "kept_match_pkey" PRIMARY KEY ("roundtable_id","what")
);

-- CreateTable
CREATE TABLE "kept_answer" (
    "review_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "answer" JSONB NOT NULL,

    CONSTRAINT "kept_answer_pkey" PRIMARY KEY ("review_id","what")
);

-- AddForeignKey
ALTER TABLE "kept_match" ADD CONSTRAINT "kept_match_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "roundtable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_answer" ADD CONSTRAINT "kept_answer_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "kept_review"("review_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What people are described by and who has read what in a coding round are in what is kept since: they mark too.
CREATE FUNCTION "mark_roundtable_of_attribute"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "kept_mark" ("review_id", "roundtable_id")
  SELECT DISTINCT p."review_id", p."roundtable_id" FROM "changed" a JOIN "participant" p ON p."id" = a."participant_id";
  RETURN NULL;
END $$;

CREATE TRIGGER "participant_attribute_added_marks" AFTER INSERT ON "participant_attribute" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_attribute"();
CREATE TRIGGER "participant_attribute_changed_marks" AFTER UPDATE ON "participant_attribute" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_attribute"();
CREATE TRIGGER "participant_attribute_removed_marks" AFTER DELETE ON "participant_attribute" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_attribute"();

CREATE TRIGGER "coding_judgement_added_marks" AFTER INSERT ON "coding_judgement" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding"();
CREATE TRIGGER "coding_judgement_changed_marks" AFTER UPDATE ON "coding_judgement" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding"();
CREATE TRIGGER "coding_judgement_removed_marks" AFTER DELETE ON "coding_judgement" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding"();

-- A round whose coders have all finished shows what they set, and that they have read what they set nothing on.
CREATE OR REPLACE FUNCTION "mark_roundtable_of_coding_round"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "kept_mark" ("review_id", "roundtable_id")
  SELECT c."review_id", c."roundtable_id" FROM "changed" k
  JOIN "tagging" t ON t."coding_round_id" = k."id" JOIN "contribution" c ON c."id" = t."contribution_id"
  UNION
  SELECT c."review_id", c."roundtable_id" FROM "changed" k
  JOIN "coding_judgement" j ON j."coding_round_id" = k."id" JOIN "contribution" c ON c."id" = j."contribution_id";
  RETURN NULL;
END $$;
