-- DropTable
DROP TABLE "rate_window";

-- CreateTable
CREATE TABLE "rate_bucket" (
    "key" TEXT NOT NULL,
    "full_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_bucket_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "rate_bucket_full_at_idx" ON "rate_bucket"("full_at");

-- The recurring job that emptied it has another name now; without its kind it would fail for ever.
DELETE FROM job WHERE kind = 'forget-rate-windows';
