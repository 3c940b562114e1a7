-- CreateTable
CREATE TABLE "composed_block" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "block_id" UUID,
    "position" INTEGER NOT NULL,
    "section" "section" NOT NULL,
    "content" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "answered" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "composed_block_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "composed_block_report_id_position_idx" ON "composed_block"("report_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "composed_block_block_id_report_id_key" ON "composed_block"("block_id", "report_id");

-- AddForeignKey
ALTER TABLE "composed_block" ADD CONSTRAINT "composed_block_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "composed_block" ADD CONSTRAINT "composed_block_block_id_report_id_fkey" FOREIGN KEY ("block_id", "report_id") REFERENCES "block"("id", "report_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Drafts that are there: what was generated is the first revision of each paragraph that was made together with its report.
INSERT INTO "composed_block" ("id", "report_id", "block_id", "position", "section", "content", "evidence")
SELECT gen_random_uuid(), b."report_id", b."id", b."position", b."section", COALESCE(first."content", b."content"),
  COALESCE(
    (
      SELECT jsonb_object_agg(c."id", jsonb_build_object(
        'findingId', c."finding_id", 'side', c."side", 'themeId', c."theme_id", 'stance', c."stance",
        'supports', (
          SELECT COALESCE(jsonb_agg(e."contribution_id"), '[]'::jsonb) FROM "claim_evidence" e
          WHERE e."claim_id" = c."id" AND e."bearing" = 'supports' AND e."from_at" <= r."created_at" + interval '5 seconds'
        ),
        'contradicts', (
          SELECT COALESCE(jsonb_agg(e."contribution_id"), '[]'::jsonb) FROM "claim_evidence" e
          WHERE e."claim_id" = c."id" AND e."bearing" = 'contradicts' AND e."from_at" <= r."created_at" + interval '5 seconds'
        )
      ))
      FROM "claim" c WHERE c."block_id" = b."id"
    ),
    '{}'::jsonb
  )
FROM "block" b
JOIN "report" r ON r."id" = b."report_id"
LEFT JOIN "block_revision" first ON first."block_id" = b."id" AND first."revision" = 1
WHERE b."created_at" <= r."created_at" + interval '5 seconds'
  AND b."erased_at" IS NULL
  AND (b."revision" = 1 OR first."salt" IS NOT NULL);
