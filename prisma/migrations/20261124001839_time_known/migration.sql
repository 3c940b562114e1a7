-- AlterTable
ALTER TABLE "contribution" ADD COLUMN     "time_known" BOOLEAN NOT NULL DEFAULT true;
