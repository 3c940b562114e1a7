-- CreateTable
CREATE TABLE "kept_review" (
    "review_id" UUID NOT NULL,
    "figures" JSONB,

    CONSTRAINT "kept_review_pkey" PRIMARY KEY ("review_id")
);

-- CreateTable
CREATE TABLE "kept_roundtable" (
    "roundtable_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "people" UUID[],
    "counted" INTEGER NOT NULL,
    "standing" INTEGER NOT NULL,
    "unidentified" INTEGER NOT NULL,
    "of_group" INTEGER NOT NULL,
    "of_host" INTEGER NOT NULL,
    "notes" INTEGER NOT NULL,

    CONSTRAINT "kept_roundtable_pkey" PRIMARY KEY ("roundtable_id")
);

-- CreateTable
CREATE TABLE "kept_figure" (
    "roundtable_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "stances" SMALLINT NOT NULL,
    "contributions" INTEGER NOT NULL,
    "strength" INTEGER NOT NULL,
    "improvement" INTEGER NOT NULL,
    "ask" INTEGER NOT NULL,
    "observation" INTEGER NOT NULL,

    CONSTRAINT "kept_figure_pkey" PRIMARY KEY ("roundtable_id","theme_id","person_id")
);

-- CreateTable
CREATE TABLE "kept_without_speaker" (
    "roundtable_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "raised" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "contributions" INTEGER NOT NULL,

    CONSTRAINT "kept_without_speaker_pkey" PRIMARY KEY ("roundtable_id","theme_id","raised","asked")
);

-- CreateTable
CREATE TABLE "kept_mark" (
    "id" BIGSERIAL NOT NULL,
    "review_id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_roundtable_review_id_idx" ON "kept_roundtable"("review_id");

-- CreateIndex
CREATE INDEX "kept_mark_review_id_roundtable_id_idx" ON "kept_mark"("review_id", "roundtable_id");

-- CreateIndex
CREATE INDEX "release_evidence_contribution_id_idx" ON "release_evidence"("contribution_id");

-- AddForeignKey
ALTER TABLE "kept_review" ADD CONSTRAINT "kept_review_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_roundtable" ADD CONSTRAINT "kept_roundtable_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "roundtable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_figure" ADD CONSTRAINT "kept_figure_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "kept_roundtable"("roundtable_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_without_speaker" ADD CONSTRAINT "kept_without_speaker_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "kept_roundtable"("roundtable_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever changes at a roundtable marks it: nothing that writes to these tables can forget to. They ask for no more
-- than which roundtables the changed rows belong to; a change that leaves the figures as they were costs one more
-- working out. Themes are not among them: which themes are in use is read beside the figures.
CREATE FUNCTION "mark_roundtable_of_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "kept_mark" ("review_id", "roundtable_id") SELECT DISTINCT r."review_id", r."roundtable_id" FROM "changed" r;
  RETURN NULL;
END $$;

CREATE FUNCTION "mark_roundtable"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "kept_mark" ("review_id", "roundtable_id") SELECT r."review_id", r."id" FROM "changed" r;
  RETURN NULL;
END $$;

CREATE FUNCTION "mark_roundtable_of_coding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "kept_mark" ("review_id", "roundtable_id")
  SELECT DISTINCT c."review_id", c."roundtable_id" FROM "changed" t JOIN "contribution" c ON c."id" = t."contribution_id";
  RETURN NULL;
END $$;

-- Who set a tagging: a person or a method.
CREATE FUNCTION "mark_roundtable_of_coder"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "kept_mark" ("review_id", "roundtable_id")
  SELECT DISTINCT c."review_id", c."roundtable_id" FROM "changed" k
  JOIN "tagging" t ON t."coder_id" = k."id" JOIN "contribution" c ON c."id" = t."contribution_id";
  RETURN NULL;
END $$;

-- A round whose coders have all finished shows what they set.
CREATE FUNCTION "mark_roundtable_of_coding_round"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "kept_mark" ("review_id", "roundtable_id")
  SELECT DISTINCT c."review_id", c."roundtable_id" FROM "changed" k
  JOIN "tagging" t ON t."coding_round_id" = k."id" JOIN "contribution" c ON c."id" = t."contribution_id";
  RETURN NULL;
END $$;

-- Somebody who is erased leaves every numerator.
CREATE FUNCTION "mark_roundtable_of_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "kept_mark" ("review_id", "roundtable_id")
  SELECT DISTINCT a."review_id", a."roundtable_id" FROM "changed" p JOIN "participant" a ON a."person_id" = p."id";
  RETURN NULL;
END $$;

CREATE FUNCTION "mark_roundtable_of_import"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "kept_mark" ("review_id", "roundtable_id")
  SELECT DISTINCT r."review_id", r."id" FROM "changed" i JOIN "roundtable" r ON r."id" = i."roundtable_id";
  RETURN NULL;
END $$;

CREATE TRIGGER "contribution_added_marks" AFTER INSERT ON "contribution" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_rows"();
CREATE TRIGGER "contribution_changed_marks" AFTER UPDATE ON "contribution" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_rows"();
CREATE TRIGGER "contribution_removed_marks" AFTER DELETE ON "contribution" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_rows"();

CREATE TRIGGER "participant_added_marks" AFTER INSERT ON "participant" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_rows"();
CREATE TRIGGER "participant_changed_marks" AFTER UPDATE ON "participant" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_rows"();
CREATE TRIGGER "participant_removed_marks" AFTER DELETE ON "participant" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_rows"();

CREATE TRIGGER "roundtable_added_marks" AFTER INSERT ON "roundtable" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable"();
CREATE TRIGGER "roundtable_changed_marks" AFTER UPDATE ON "roundtable" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable"();
CREATE TRIGGER "roundtable_removed_marks" AFTER DELETE ON "roundtable" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable"();

CREATE TRIGGER "tagging_added_marks" AFTER INSERT ON "tagging" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding"();
CREATE TRIGGER "tagging_changed_marks" AFTER UPDATE ON "tagging" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding"();
CREATE TRIGGER "tagging_removed_marks" AFTER DELETE ON "tagging" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding"();

CREATE TRIGGER "adjudication_added_marks" AFTER INSERT ON "adjudication" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding"();
CREATE TRIGGER "adjudication_changed_marks" AFTER UPDATE ON "adjudication" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding"();
CREATE TRIGGER "adjudication_removed_marks" AFTER DELETE ON "adjudication" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding"();

CREATE TRIGGER "coder_changed_marks" AFTER UPDATE ON "coder" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coder"();

CREATE TRIGGER "coding_round_changed_marks" AFTER UPDATE ON "coding_round" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_coding_round"();

CREATE TRIGGER "person_changed_marks" AFTER UPDATE ON "person" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_person"();

CREATE TRIGGER "import_changed_marks" AFTER UPDATE ON "import" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_roundtable_of_import"();
