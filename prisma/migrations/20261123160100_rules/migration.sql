-- Rules that the schema language cannot say. Each keeps a sentence of the domain true whatever the code does.

-- Who did it is always somebody. (An erasure outlives a restore to a time before its user, so it is not here.)
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id");
ALTER TABLE "job" ADD CONSTRAINT "job_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id");
ALTER TABLE "roundtable" ADD CONSTRAINT "roundtable_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id");
ALTER TABLE "participant" ADD CONSTRAINT "participant_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id");
ALTER TABLE "permission" ADD CONSTRAINT "permission_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id");
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "import" ADD CONSTRAINT "import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id");
ALTER TABLE "finding" ADD CONSTRAINT "finding_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id");
ALTER TABLE "finding_evidence" ADD CONSTRAINT "finding_evidence_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "release" ADD CONSTRAINT "release_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id");
ALTER TABLE "report" ADD CONSTRAINT "report_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id");
ALTER TABLE "version" ADD CONSTRAINT "version_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id");

-- Reviews and roundtables.
ALTER TABLE "review" ADD CONSTRAINT "review_dates" CHECK ("starts_on" <= "ends_on");
ALTER TABLE "review" ADD CONSTRAINT "review_small_number" CHECK ("small_number" BETWEEN 3 AND 20);
ALTER TABLE "review" ADD CONSTRAINT "review_retention" CHECK ("retention_months" BETWEEN 1 AND 24);
ALTER TABLE "roundtable" ADD CONSTRAINT "roundtable_place" CHECK ("online" OR "place" IS NOT NULL);

-- A single-valued attribute has one value at a time; nobody has the same value twice.
CREATE UNIQUE INDEX "participant_attribute_open" ON "participant_attribute" ("participant_id", "attribute", "value") WHERE "until_at" IS NULL;
CREATE UNIQUE INDEX "participant_attribute_single" ON "participant_attribute" ("participant_id", "attribute")
  WHERE "until_at" IS NULL AND "attribute" IN ('role', 'phase', 'setting', 'region');
CREATE UNIQUE INDEX "permission_open" ON "permission" ("participant_id") WHERE "until_at" IS NULL;

-- Contributions: the source decides what else a line may carry.
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_text" CHECK (char_length("text") BETWEEN 1 AND 10000 OR "erased_at" IS NOT NULL);
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_erased" CHECK ("erased_at" IS NULL OR "text" = '');
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_salt" CHECK ("salt" IS NOT NULL OR "erased_at" IS NOT NULL);
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_speaker" CHECK (
  CASE "source" WHEN 'identified' THEN "participant_id" IS NOT NULL WHEN 'host' THEN true ELSE "participant_id" IS NULL END);
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_hands" CHECK (
  ("hands_raised" IS NULL) = ("hands_asked" IS NULL)
  AND ("hands_raised" IS NULL OR ("source" = 'room' AND "hands_raised" BETWEEN 0 AND "hands_asked" AND "hands_asked" > 0))
  AND (NOT "agreement_seen" OR ("source" = 'room' AND "hands_raised" IS NULL)));
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_note" CHECK ("source" <> 'note' OR "kind" = 'note');
CREATE UNIQUE INDEX "clearance_open" ON "clearance" ("contribution_id") WHERE "until_at" IS NULL;
-- The same file, once.
CREATE UNIQUE INDEX "import_once" ON "import" ("roundtable_id", "file_digest") WHERE "state" <> 'undone';

-- The codebook and coding.
CREATE UNIQUE INDEX "theme_placement_open" ON "theme_placement" ("theme_id") WHERE "until_at" IS NULL;
ALTER TABLE "theme_placement" ADD CONSTRAINT "theme_placement_parent" CHECK ("parent_id" <> "theme_id");
ALTER TABLE "coder" ADD CONSTRAINT "coder_is_one" CHECK (("user_id" IS NULL) <> ("method" IS NULL) AND ("method" IS NULL) = ("method_version" IS NULL));
ALTER TABLE "tagging" ADD CONSTRAINT "tagging_span" CHECK (
  ("span_start" IS NULL) = ("span_end" IS NULL) AND ("span_start" IS NULL OR ("span_start" >= 0 AND "span_start" < "span_end")));
-- Tagging twice stores once.
CREATE UNIQUE INDEX "tagging_open" ON "tagging" ("contribution_id", "theme_id", "coder_id", "stance", "span_start", "span_end")
  NULLS NOT DISTINCT WHERE "until_at" IS NULL;
CREATE INDEX "tagging_review_open" ON "tagging" ("review_id", "theme_id") WHERE "until_at" IS NULL;

-- Findings, claims and their evidence: a line bears on a statement once.
CREATE UNIQUE INDEX "finding_evidence_open" ON "finding_evidence" ("finding_id", "contribution_id") WHERE "until_at" IS NULL;
CREATE UNIQUE INDEX "claim_evidence_open" ON "claim_evidence" ("claim_id", "contribution_id") WHERE "until_at" IS NULL;
ALTER TABLE "comment" ADD CONSTRAINT "comment_anchor" CHECK (
  ("anchor_start" IS NULL) = ("anchor_end" IS NULL) AND ("anchor_start" IS NULL) = ("anchor_quote" IS NULL)
  AND ("anchor_start" IS NULL OR ("anchor_start" >= 0 AND "anchor_start" < "anchor_end"))
  AND ("parent_id" IS NULL OR "anchor_start" IS NULL));
ALTER TABLE "comment" ADD CONSTRAINT "comment_body" CHECK (char_length("body") BETWEEN 1 AND 5000 OR "erased_at" IS NOT NULL);

-- Jobs: a live key is unique.
CREATE UNIQUE INDEX "job_live_key" ON "job" ("kind", "key") WHERE "state" IN ('queued', 'running');

-- Every history row ends after it began.
ALTER TABLE "participant_attribute" ADD CONSTRAINT "participant_attribute_order" CHECK ("until_at" >= "from_at");
ALTER TABLE "permission" ADD CONSTRAINT "permission_order" CHECK ("until_at" >= "from_at");
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_order" CHECK ("until_at" >= "from_at");
ALTER TABLE "theme_placement" ADD CONSTRAINT "theme_placement_order" CHECK ("until_at" >= "from_at");
ALTER TABLE "tagging" ADD CONSTRAINT "tagging_order" CHECK ("until_at" >= "from_at");
ALTER TABLE "finding_evidence" ADD CONSTRAINT "finding_evidence_order" CHECK ("until_at" >= "from_at");
ALTER TABLE "claim_evidence" ADD CONSTRAINT "claim_evidence_order" CHECK ("until_at" >= "from_at");

-- What is made once stays as it was made.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is immutable', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "release_immutable" BEFORE UPDATE OR DELETE ON "release" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "release_table_immutable" BEFORE UPDATE OR DELETE ON "release_table" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "release_evidence_immutable" BEFORE UPDATE OR DELETE ON "release_evidence" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entry_kept" BEFORE DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
-- An entry may be sealed once, and its detail erased; nothing else of it changes.
CREATE TRIGGER "audit_entry_immutable" BEFORE UPDATE ON "audit_entry" FOR EACH ROW
  WHEN (OLD."position" IS NOT NULL AND (NEW."position", NEW."hash", NEW."digest") IS DISTINCT FROM (OLD."position", OLD."hash", OLD."digest")
    OR (NEW."id", NEW."at", NEW."actor_id", NEW."action", NEW."digest") IS DISTINCT FROM (OLD."id", OLD."at", OLD."actor_id", OLD."action", OLD."digest"))
  EXECUTE FUNCTION "refuse_change"();
-- A version's digests outlive an erasure; its blocks are never rewritten.
CREATE TRIGGER "version_block_immutable" BEFORE UPDATE ON "version_block" FOR EACH ROW
  WHEN (NEW."digest" IS DISTINCT FROM OLD."digest" OR (NEW."content" IS DISTINCT FROM OLD."content" AND NEW."erased_at" IS NULL))
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "version_block_kept" BEFORE DELETE ON "version_block" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- The lines that figures may be made of: of identified participants who were present, neither struck out
-- nor erased, and of no import that is still being brought in. (An outer join with an OR says the same, and
-- makes the planner expect a hundredth of the rows.)
CREATE VIEW "counted_line" AS
  SELECT c."id" AS "contribution_id", c."review_id", c."roundtable_id", c."question_id", c."participant_id", p."person_id"
  FROM "contribution" c
  JOIN "participant" p ON p."id" = c."participant_id" AND p."present" AND NOT p."host"
  JOIN "person" o ON o."id" = p."person_id" AND o."erased_at" IS NULL
  WHERE c."source" = 'identified' AND c."struck_at" IS NULL AND c."erased_at" IS NULL
    AND (c."import_id" IS NULL OR c."import_id" IN (SELECT i."id" FROM "import" i WHERE i."state" = 'visible'));

-- The coding that figures use: open taggings of people. A line may appear under a theme more than once.
CREATE VIEW "settled_tagging" AS
  SELECT t."review_id", t."contribution_id", t."theme_id", t."stance"
  FROM "tagging" t JOIN "coder" k ON k."id" = t."coder_id" AND k."user_id" IS NOT NULL
  WHERE t."until_at" IS NULL;
