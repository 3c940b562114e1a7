-- CreateTable
CREATE TABLE "sent_themes" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "problem" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sent_themes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sent_themes_contribution_id_idx" ON "sent_themes"("contribution_id");

-- AddForeignKey
ALTER TABLE "sent_themes" ADD CONSTRAINT "sent_themes_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;
