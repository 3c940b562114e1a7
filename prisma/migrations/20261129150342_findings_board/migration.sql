-- CreateEnum
CREATE TYPE "finding_change_kind" AS ENUM ('attach', 'start', 'split', 'merge');

-- CreateEnum
CREATE TYPE "confidence" AS ENUM ('high', 'moderate', 'low', 'very_low');

-- AlterEnum
ALTER TYPE "bearing" ADD VALUE 'qualifies';

-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "counter_view" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "finding_revision" ADD COLUMN     "counter_view" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "finding_evidence" ADD COLUMN     "ended_in_id" UUID,
ADD COLUMN     "opened_in_id" UUID;

-- CreateTable
CREATE TABLE "finding_change" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "kind" "finding_change_kind" NOT NULL,
    "finding_id" UUID NOT NULL,
    "other_id" UUID,
    "revision" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "finding_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_confidence" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "level" "confidence" NOT NULL,
    "reason" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,

    CONSTRAINT "finding_confidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_change_finding_id_idx" ON "finding_change"("finding_id");

-- CreateIndex
CREATE INDEX "finding_change_other_id_idx" ON "finding_change"("other_id");

-- CreateIndex
CREATE INDEX "finding_confidence_finding_id_idx" ON "finding_confidence"("finding_id");

-- CreateIndex
CREATE INDEX "finding_evidence_opened_in_id_idx" ON "finding_evidence"("opened_in_id");

-- CreateIndex
CREATE INDEX "finding_evidence_ended_in_id_idx" ON "finding_evidence"("ended_in_id");

-- AddForeignKey
ALTER TABLE "finding_evidence" ADD CONSTRAINT "finding_evidence_opened_in_id_fkey" FOREIGN KEY ("opened_in_id") REFERENCES "finding_change"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_evidence" ADD CONSTRAINT "finding_evidence_ended_in_id_fkey" FOREIGN KEY ("ended_in_id") REFERENCES "finding_change"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_change" ADD CONSTRAINT "finding_change_finding_id_review_id_fkey" FOREIGN KEY ("finding_id", "review_id") REFERENCES "finding"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_change" ADD CONSTRAINT "finding_change_other_id_review_id_fkey" FOREIGN KEY ("other_id", "review_id") REFERENCES "finding"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_confidence" ADD CONSTRAINT "finding_confidence_finding_id_review_id_fkey" FOREIGN KEY ("finding_id", "review_id") REFERENCES "finding"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A sentence of a report has evidence for or against it. The new value cannot be named in the transaction that adds it.
ALTER TABLE "claim_evidence" ADD CONSTRAINT "claim_evidence_bearing" CHECK ("bearing" IN ('supports', 'contradicts'));

-- Who, and in which order.
ALTER TABLE "finding_change" ADD CONSTRAINT "finding_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "finding_change" ADD CONSTRAINT "finding_change_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user"("id");
ALTER TABLE "finding_change" ADD CONSTRAINT "finding_change_other" CHECK (("kind" IN ('split', 'merge')) = ("other_id" IS NOT NULL));
ALTER TABLE "finding_confidence" ADD CONSTRAINT "finding_confidence_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "finding_confidence" ADD CONSTRAINT "finding_confidence_order" CHECK ("until_at" >= "from_at");

-- One decision about a finding at a time.
CREATE UNIQUE INDEX "finding_confidence_open" ON "finding_confidence" ("finding_id") WHERE "until_at" IS NULL;
