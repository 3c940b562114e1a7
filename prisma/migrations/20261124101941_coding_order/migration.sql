-- CreateIndex
CREATE INDEX "roundtable_review_id_held_on_id_idx" ON "roundtable"("review_id", "held_on", "id");

-- A coder reads a line of a blind round afresh, and flags it apart from their colleagues.
DROP INDEX "discussion_flag_open";
CREATE UNIQUE INDEX "discussion_flag_open" ON "discussion_flag" ("contribution_id", "by_id") WHERE "until_at" IS NULL;
