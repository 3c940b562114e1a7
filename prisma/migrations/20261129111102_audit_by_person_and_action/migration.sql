-- CreateIndex
CREATE INDEX "audit_entry_review_id_actor_id_at_idx" ON "audit_entry"("review_id", "actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_review_id_action_at_idx" ON "audit_entry"("review_id", "action", "at");
