-- AlterTable
ALTER TABLE "contribution" ADD COLUMN     "masked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "release_table" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- A name is removed from words that stay, also in a closed record: the digest over which the record was hashed is
-- kept, and its salt goes with the name, so that the name cannot be guessed from it.
ALTER TABLE "contribution" DROP CONSTRAINT "contribution_salt";
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_salt"
  CHECK ("salt" IS NOT NULL OR "erased_at" IS NOT NULL OR "masked_at" IS NOT NULL);
DROP TRIGGER "contribution_closed" ON "contribution";
CREATE TRIGGER "contribution_closed" BEFORE UPDATE ON "contribution" FOR EACH ROW
  WHEN (NEW."erased_at" IS NULL
    AND (NEW."source", NEW."wording", NEW."participant_id", NEW."question_id", NEW."said_at", NEW."sequence", NEW."struck_at", NEW."digest")
      IS DISTINCT FROM (OLD."source", OLD."wording", OLD."participant_id", OLD."question_id", OLD."said_at", OLD."sequence", OLD."struck_at", OLD."digest")
    OR NEW."erased_at" IS NULL AND NEW."masked_at" IS NOT DISTINCT FROM OLD."masked_at" AND NEW."text" IS DISTINCT FROM OLD."text")
  EXECUTE FUNCTION "keep_closed_record"();

-- The figures of a release stay as they were released. The title of a theme or roundtable in them may name somebody
-- who is erased.
DROP TRIGGER "release_table_immutable" ON "release_table";
CREATE TRIGGER "release_table_immutable" BEFORE UPDATE ON "release_table" FOR EACH ROW
  WHEN (NEW."erased_at" IS NOT DISTINCT FROM OLD."erased_at"
    OR (NEW."id", NEW."release_id", NEW."roundtable_id") IS DISTINCT FROM (OLD."id", OLD."release_id", OLD."roundtable_id"))
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "release_table_kept" BEFORE DELETE ON "release_table" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
