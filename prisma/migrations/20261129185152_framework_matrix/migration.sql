-- CreateTable
CREATE TABLE "matrix_summary" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "person_id" UUID,
    "roundtable_id" UUID,
    "theme_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "basis" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_by_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "combined_in_id" UUID,

    CONSTRAINT "matrix_summary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matrix_summary_revision" (
    "id" UUID NOT NULL,
    "summary_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "basis" JSONB NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by_id" UUID NOT NULL,

    CONSTRAINT "matrix_summary_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "matrix_summary_review_id_idx" ON "matrix_summary"("review_id");

-- CreateIndex
CREATE UNIQUE INDEX "matrix_summary_person_id_theme_id_key" ON "matrix_summary"("person_id", "theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "matrix_summary_roundtable_id_theme_id_key" ON "matrix_summary"("roundtable_id", "theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "matrix_summary_revision_summary_id_revision_key" ON "matrix_summary_revision"("summary_id", "revision");

-- AddForeignKey
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_person_id_review_id_fkey" FOREIGN KEY ("person_id", "review_id") REFERENCES "person"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_roundtable_id_review_id_fkey" FOREIGN KEY ("roundtable_id", "review_id") REFERENCES "roundtable"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_theme_id_review_id_fkey" FOREIGN KEY ("theme_id", "review_id") REFERENCES "theme"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_combined_in_id_fkey" FOREIGN KEY ("combined_in_id") REFERENCES "matrix_summary"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matrix_summary_revision" ADD CONSTRAINT "matrix_summary_revision_summary_id_fkey" FOREIGN KEY ("summary_id") REFERENCES "matrix_summary"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who, and whose row it is.
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "user"("id");
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "user"("id");
ALTER TABLE "matrix_summary_revision" ADD CONSTRAINT "matrix_summary_revision_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user"("id");
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_row" CHECK (num_nonnulls("person_id", "roundtable_id") = 1);
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_basis" CHECK (jsonb_typeof("basis") = 'array');
ALTER TABLE "matrix_summary_revision" ADD CONSTRAINT "matrix_summary_revision_basis" CHECK (jsonb_typeof("basis") = 'array');
ALTER TABLE "matrix_summary" ADD CONSTRAINT "matrix_summary_confirmed" CHECK (("confirmed_at" IS NULL) = ("confirmed_by_id" IS NULL));
