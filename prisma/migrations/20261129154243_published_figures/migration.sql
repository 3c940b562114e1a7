-- Releases of before showed exact figures and a mark in place of small ones. Two of them could be subtracted from one
-- another, and what they gave away cannot be known to the check of later ones. They are removed: release again.
ALTER TABLE "release" DISABLE TRIGGER "release_immutable";
ALTER TABLE "release_table" DISABLE TRIGGER "release_table_kept";
ALTER TABLE "release_evidence" DISABLE TRIGGER "release_evidence_immutable";
DELETE FROM "release_evidence";
DELETE FROM "release_table";
DELETE FROM "release";
ALTER TABLE "release" ENABLE TRIGGER "release_immutable";
ALTER TABLE "release_table" ENABLE TRIGGER "release_table_kept";
ALTER TABLE "release_evidence" ENABLE TRIGGER "release_evidence_immutable";

-- AlterTable
ALTER TABLE "release" ADD COLUMN     "breakdowns" JSONB NOT NULL,
ADD COLUMN     "checked" JSONB NOT NULL,
ADD COLUMN     "threshold" INTEGER NOT NULL;

-- AlterTable
ALTER TABLE "release_evidence" DROP COLUMN "roundtable_id",
ADD COLUMN     "finding_id" UUID;

-- CreateTable
CREATE TABLE "release_roundtable" (
    "release_id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,

    CONSTRAINT "release_roundtable_pkey" PRIMARY KEY ("release_id","roundtable_id")
);

-- CreateTable
CREATE TABLE "release_finding" (
    "id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "counter_view" TEXT NOT NULL,
    "stance" "stance" NOT NULL,
    "supports" JSONB NOT NULL,
    "contradicts" JSONB NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_finding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "release_finding_release_id_finding_id_key" ON "release_finding"("release_id", "finding_id");

-- AddForeignKey
ALTER TABLE "release_finding" ADD CONSTRAINT "release_finding_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_roundtable" ADD CONSTRAINT "release_roundtable_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "release_roundtable" ADD CONSTRAINT "release_roundtable_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "roundtable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "release_finding" ADD CONSTRAINT "release_finding_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "release_roundtable_immutable" BEFORE UPDATE OR DELETE ON "release_roundtable" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
-- A released finding stays as it was worded, but for words and names that are erased.
CREATE TRIGGER "release_finding_immutable" BEFORE UPDATE ON "release_finding" FOR EACH ROW
  WHEN (NEW."erased_at" IS NOT DISTINCT FROM OLD."erased_at"
    OR (NEW."id", NEW."release_id", NEW."finding_id", NEW."supports", NEW."contradicts") IS DISTINCT FROM (OLD."id", OLD."release_id", OLD."finding_id", OLD."supports", OLD."contradicts"))
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "release_finding_kept" BEFORE DELETE ON "release_finding" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
