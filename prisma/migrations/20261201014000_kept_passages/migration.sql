-- AlterTable
ALTER TABLE "kept_listed" ADD COLUMN     "passages" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "settled" INTEGER NOT NULL DEFAULT 0;

-- What is kept of roundtables so far does not say this: they are worked out again.
INSERT INTO "kept_mark" ("review_id", "roundtable_id") SELECT "review_id", "id" FROM "roundtable";
