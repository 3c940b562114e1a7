-- AlterTable
ALTER TABLE "waiver" ADD COLUMN     "revision" INTEGER NOT NULL;
