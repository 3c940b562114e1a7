-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "format" INTEGER NOT NULL DEFAULT 1;

-- An entry may be chained once, and its detail erased; nothing else of it changes, nor its review or the type of its subject.
DROP TRIGGER "audit_entry_immutable" ON "audit_entry";
CREATE TRIGGER "audit_entry_immutable" BEFORE UPDATE ON "audit_entry" FOR EACH ROW
  WHEN (OLD."position" IS NOT NULL AND (NEW."position", NEW."hash", NEW."digest") IS DISTINCT FROM (OLD."position", OLD."hash", OLD."digest")
    OR (NEW."id", NEW."review_id", NEW."at", NEW."actor_id", NEW."action", NEW."subject_type", NEW."subject_id", NEW."digest", NEW."format")
      IS DISTINCT FROM (OLD."id", OLD."review_id", OLD."at", OLD."actor_id", OLD."action", OLD."subject_type", OLD."subject_id", OLD."digest", OLD."format"))
  EXECUTE FUNCTION "refuse_change"();
