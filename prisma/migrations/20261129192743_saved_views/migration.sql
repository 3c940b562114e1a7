-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "shows" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view_revision" (
    "id" UUID NOT NULL,
    "saved_view_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by_id" UUID NOT NULL,

    CONSTRAINT "saved_view_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_view_review_id_idx" ON "saved_view"("review_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_revision_saved_view_id_revision_key" ON "saved_view_revision"("saved_view_id", "revision");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view_revision" ADD CONSTRAINT "saved_view_revision_saved_view_id_fkey" FOREIGN KEY ("saved_view_id") REFERENCES "saved_view"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two views of a review never have one name; a deleted one leaves its name free.
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view"("review_id", lower("name")) WHERE "deleted_at" IS NULL;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_named" CHECK ("name" <> '');
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_deleted" CHECK (("deleted_at" IS NULL) = ("deleted_by_id" IS NULL));
