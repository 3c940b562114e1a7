-- AlterTable
ALTER TABLE "session" ADD COLUMN     "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "browser" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");
