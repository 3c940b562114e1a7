-- CreateTable
CREATE TABLE "kept_listed" (
    "roundtable_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "contributions" INTEGER NOT NULL,

    CONSTRAINT "kept_listed_pkey" PRIMARY KEY ("roundtable_id","theme_id")
);

-- AddForeignKey
ALTER TABLE "kept_listed" ADD CONSTRAINT "kept_listed_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "kept_roundtable"("roundtable_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is kept of roundtables so far does not say this: they are worked out again.
INSERT INTO "kept_mark" ("review_id", "roundtable_id") SELECT "review_id", "id" FROM "roundtable";
