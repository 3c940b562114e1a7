-- AlterTable
ALTER TABLE "kept_review" ADD COLUMN     "pairs" JSONB;
