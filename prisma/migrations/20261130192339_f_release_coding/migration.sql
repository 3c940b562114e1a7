-- AlterTable
ALTER TABLE "release" ADD COLUMN     "coding" JSONB;
