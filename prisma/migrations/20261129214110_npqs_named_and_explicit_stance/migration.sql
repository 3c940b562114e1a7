-- AlterTable
ALTER TABLE "tagging" ADD COLUMN     "explicit" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "release" ADD COLUMN     "npqs" JSONB;

-- CreateTable
CREATE TABLE "npq_mark" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "npq" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "npq_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "npq_mark_contribution_id_idx" ON "npq_mark"("contribution_id");

-- AddForeignKey
ALTER TABLE "npq_mark" ADD CONSTRAINT "npq_mark_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "npq_mark" ADD CONSTRAINT "npq_mark_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "npq_mark" ADD CONSTRAINT "npq_mark_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user"("id");
CREATE UNIQUE INDEX "npq_mark_open" ON "npq_mark" ("contribution_id", "npq") WHERE "until_at" IS NULL;
ALTER TABLE "npq_mark" ADD CONSTRAINT "npq_mark_order" CHECK ("until_at" >= "from_at");
ALTER TABLE "npq_mark" ADD CONSTRAINT "npq_mark_ended" CHECK (("until_at" IS NULL) = ("ended_by_id" IS NULL));

DROP VIEW "settled_tagging";
DROP FUNCTION "settled_tagging_at";

-- What was adjudicated, and for the rest what people set, outside blind rounds that not every coder has
-- finished. A contribution may appear under a theme more than once. What was adjudicated is explicit where one of
-- the coders set that stance as put by the speaker, or where none of them set it.
CREATE FUNCTION "settled_tagging_at"("at" timestamptz)
RETURNS TABLE ("review_id" uuid, "contribution_id" uuid, "theme_id" uuid, "stance" "stance", "explicit" boolean)
LANGUAGE sql STABLE AS $$
  SELECT t."review_id", t."contribution_id", t."theme_id", t."stance", t."explicit"
  FROM "tagging" t JOIN "coder" k ON k."id" = t."coder_id" AND k."user_id" IS NOT NULL
  WHERE ("at" IS NULL OR t."from_at" <= "at") AND (t."until_at" IS NULL OR t."until_at" > "at")
    AND (t."coding_round_id" IS NULL
      OR t."coding_round_id" IN (
        SELECT r."id" FROM "coding_round" r
        WHERE r."coded_at" <= "at" OR NOT r."blind" OR ("at" IS NULL AND r."coded_at" IS NOT NULL)))
    AND NOT EXISTS (
      SELECT FROM "adjudication" a
      WHERE a."contribution_id" = t."contribution_id" AND a."theme_id" = t."theme_id"
        AND ("at" IS NULL OR a."from_at" <= "at") AND (a."until_at" IS NULL OR a."until_at" > "at"))
  UNION ALL
  SELECT a."review_id", a."contribution_id", a."theme_id", s."stance", coalesce((
      SELECT bool_or(t."explicit") FROM "tagging" t
      WHERE t."contribution_id" = a."contribution_id" AND t."theme_id" = a."theme_id" AND t."stance" = s."stance"
        AND ("at" IS NULL OR t."from_at" <= "at") AND (t."until_at" IS NULL OR t."until_at" > "at")), true)
  FROM "adjudication" a, unnest(a."stances") AS s("stance")
  WHERE ("at" IS NULL OR a."from_at" <= "at") AND (a."until_at" IS NULL OR a."until_at" > "at")
$$;

CREATE VIEW "settled_tagging" AS SELECT * FROM "settled_tagging_at"(NULL);
