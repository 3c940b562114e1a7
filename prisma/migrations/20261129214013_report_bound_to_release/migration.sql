-- CreateEnum
CREATE TYPE "report_kind" AS ENUM ('summary', 'briefing', 'full');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('members', 'public');

-- AlterEnum
ALTER TYPE "section" ADD VALUE 'messages';
ALTER TYPE "section" ADD VALUE 'themes';
ALTER TYPE "section" ADD VALUE 'divided';
ALTER TYPE "section" ADD VALUE 'breakdowns';
ALTER TYPE "section" ADD VALUE 'quotations';
ALTER TYPE "section" ADD VALUE 'unknown';
ALTER TYPE "section" ADD VALUE 'annex';

-- AlterEnum
ALTER TYPE "block_type" ADD VALUE 'figure';

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "house_style" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "kind" "report_kind" NOT NULL DEFAULT 'summary',
ADD COLUMN     "release_id" UUID;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "side" "bearing" NOT NULL DEFAULT 'supports',
ADD COLUMN     "stance" "stance",
ADD COLUMN     "theme_id" UUID;

-- AlterTable
ALTER TABLE "version" ADD COLUMN     "audience" "audience" NOT NULL DEFAULT 'members',
ADD COLUMN     "notice" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "release_id" UUID,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by_id" UUID;

-- AlterTable
ALTER TABLE "version_block" ADD COLUMN     "figures" JSONB;

-- CreateTable
CREATE TABLE "published_statement" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "side" "bearing" NOT NULL,
    "roundtable_id" UUID,
    "people" INTEGER NOT NULL,
    "low" INTEGER NOT NULL,
    "high" INTEGER NOT NULL,

    CONSTRAINT "published_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiver" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "published_statement_version_id_idx" ON "published_statement"("version_id");

-- CreateIndex
CREATE INDEX "published_statement_theme_id_idx" ON "published_statement"("theme_id");

-- CreateIndex
CREATE INDEX "waiver_report_id_idx" ON "waiver"("report_id");

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_theme_id_review_id_fkey" FOREIGN KEY ("theme_id", "review_id") REFERENCES "theme"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_statement" ADD CONSTRAINT "published_statement_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_block_id_report_id_fkey" FOREIGN KEY ("block_id", "report_id") REFERENCES "block"("id", "report_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A statement holds in truth, and a waiver gives its reason.
ALTER TABLE "published_statement" ADD CONSTRAINT "published_statement_range" CHECK ("low" BETWEEN 0 AND "people" AND "people" <= "high"),
  ADD CONSTRAINT "published_statement_side" CHECK ("side" IN ('supports', 'contradicts'));
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_reason" CHECK ("reason" <> '');
ALTER TABLE "version" ADD CONSTRAINT "version_withdrawn" CHECK ("withdrawn_at" IS NULL OR ("published_at" IS NOT NULL AND "withdrawn_by_id" IS NOT NULL));
