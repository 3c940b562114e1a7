-- AlterTable
ALTER TABLE "adjudication" ADD COLUMN     "agreed" BOOLEAN NOT NULL DEFAULT false;

-- Until now an empty reason said it.
UPDATE "adjudication" SET "agreed" = true WHERE "reason" = '';
