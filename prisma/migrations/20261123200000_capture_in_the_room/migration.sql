-- CreateEnum
CREATE TYPE "late_kind" AS ENUM ('line', 'edit');

-- AlterEnum


ALTER TYPE "import_state" ADD VALUE 'chosen';
ALTER TYPE "import_state" ADD VALUE 'failed';

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "outbox_key" BYTEA;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "same_as_id" UUID;

-- AlterTable
ALTER TABLE "identity" ADD COLUMN     "school_urn" INTEGER;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "seat" TEXT,
ADD COLUMN     "table_id" UUID;

-- AlterTable
ALTER TABLE "permission" ALTER COLUMN "by_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "contribution" ADD COLUMN     "late_at" TIMESTAMPTZ(3),
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "round_id" UUID,
ADD COLUMN     "split_from_id" UUID,
ADD COLUMN     "table_id" UUID;

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "format" TEXT NOT NULL DEFAULT 'csv',
ADD COLUMN     "job_id" UUID,
ADD COLUMN     "problems" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "size" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "speakers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "staged" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "visible_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "breakout_table" (
    "id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "facilitator_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "breakout_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_opening" (
    "id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "table_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "question_opening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "table_id" UUID,
    "text" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_pass" (
    "round_id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "round_pass_pkey" PRIMARY KEY ("round_id","participant_id")
);

-- CreateTable
CREATE TABLE "permission_link" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "permission_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_chunk" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "import_shape" (
    "review_id" UUID NOT NULL,
    "shape" BYTEA NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "import_shape_pkey" PRIMARY KEY ("review_id","shape")
);

-- CreateTable
CREATE TABLE "late_entry" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "kind" "late_kind" NOT NULL,
    "contribution_id" UUID,
    "participant_id" UUID,
    "payload" JSONB NOT NULL,
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "taken" BOOLEAN,

    CONSTRAINT "late_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "amendment" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "salt" BYTEA,
    "digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "person_id" UUID,
    "reason" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure_request" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "erased" BOOLEAN,
    "reason" TEXT,

    CONSTRAINT "erasure_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_notice" (
    "id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school" (
    "urn" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sought" TEXT NOT NULL,
    "town" TEXT,
    "local_authority" TEXT,
    "region" TEXT,
    "phase" TEXT,
    "setting" TEXT,
    "trust" TEXT,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "school_pkey" PRIMARY KEY ("urn")
);

-- CreateIndex
CREATE UNIQUE INDEX "breakout_table_roundtable_id_position_key" ON "breakout_table"("roundtable_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "breakout_table_id_roundtable_id_key" ON "breakout_table"("id", "roundtable_id");

-- CreateIndex
CREATE INDEX "question_opening_roundtable_id_opened_at_idx" ON "question_opening"("roundtable_id", "opened_at");

-- CreateIndex
CREATE INDEX "round_roundtable_id_started_at_idx" ON "round"("roundtable_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "round_id_roundtable_id_key" ON "round"("id", "roundtable_id");

-- CreateIndex
CREATE UNIQUE INDEX "permission_link_token_hash_key" ON "permission_link"("token_hash");

-- CreateIndex
CREATE INDEX "permission_link_participant_id_idx" ON "permission_link"("participant_id");

-- CreateIndex
CREATE INDEX "late_entry_roundtable_id_idx" ON "late_entry"("roundtable_id");

-- CreateIndex
CREATE INDEX "amendment_contribution_id_idx" ON "amendment"("contribution_id");

-- CreateIndex
CREATE INDEX "hold_review_id_idx" ON "hold"("review_id");

-- CreateIndex
CREATE INDEX "erasure_request_review_id_idx" ON "erasure_request"("review_id");

-- CreateIndex
CREATE UNIQUE INDEX "retention_notice_roundtable_id_key" ON "retention_notice"("roundtable_id");

-- CreateIndex
CREATE INDEX "school_sought_idx" ON "school"("sought");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_id_roundtable_id_key" ON "contribution"("id", "roundtable_id");

-- AddForeignKey
ALTER TABLE "breakout_table" ADD CONSTRAINT "breakout_table_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "roundtable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_opening" ADD CONSTRAINT "question_opening_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "roundtable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_opening" ADD CONSTRAINT "question_opening_question_id_roundtable_id_fkey" FOREIGN KEY ("question_id", "roundtable_id") REFERENCES "question"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_opening" ADD CONSTRAINT "question_opening_table_id_roundtable_id_fkey" FOREIGN KEY ("table_id", "roundtable_id") REFERENCES "breakout_table"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "roundtable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_table_id_roundtable_id_fkey" FOREIGN KEY ("table_id", "roundtable_id") REFERENCES "breakout_table"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_pass" ADD CONSTRAINT "round_pass_round_id_roundtable_id_fkey" FOREIGN KEY ("round_id", "roundtable_id") REFERENCES "round"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_pass" ADD CONSTRAINT "round_pass_participant_id_roundtable_id_fkey" FOREIGN KEY ("participant_id", "roundtable_id") REFERENCES "participant"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_same_as_id_review_id_fkey" FOREIGN KEY ("same_as_id", "review_id") REFERENCES "person"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_table_id_roundtable_id_fkey" FOREIGN KEY ("table_id", "roundtable_id") REFERENCES "breakout_table"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission_link" ADD CONSTRAINT "permission_link_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_table_id_roundtable_id_fkey" FOREIGN KEY ("table_id", "roundtable_id") REFERENCES "breakout_table"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_round_id_roundtable_id_fkey" FOREIGN KEY ("round_id", "roundtable_id") REFERENCES "round"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_split_from_id_roundtable_id_fkey" FOREIGN KEY ("split_from_id", "roundtable_id") REFERENCES "contribution"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_merged_into_id_roundtable_id_fkey" FOREIGN KEY ("merged_into_id", "roundtable_id") REFERENCES "contribution"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_shape" ADD CONSTRAINT "import_shape_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_entry" ADD CONSTRAINT "late_entry_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_entry" ADD CONSTRAINT "late_entry_roundtable_id_review_id_fkey" FOREIGN KEY ("roundtable_id", "review_id") REFERENCES "roundtable"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_entry" ADD CONSTRAINT "late_entry_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_person_id_review_id_fkey" FOREIGN KEY ("person_id", "review_id") REFERENCES "person"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_person_id_review_id_fkey" FOREIGN KEY ("person_id", "review_id") REFERENCES "person"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_notice" ADD CONSTRAINT "retention_notice_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "roundtable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that the schema language cannot say.

-- Who did it is always somebody.
ALTER TABLE "breakout_table" ADD CONSTRAINT "breakout_table_facilitator_id_fkey" FOREIGN KEY ("facilitator_id") REFERENCES "user"("id");
ALTER TABLE "question_opening" ADD CONSTRAINT "question_opening_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "round" ADD CONSTRAINT "round_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "round_pass" ADD CONSTRAINT "round_pass_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "permission_link" ADD CONSTRAINT "permission_link_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "late_entry" ADD CONSTRAINT "late_entry_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "user"("id");
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "hold" ADD CONSTRAINT "hold_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");

-- A participant chooses by their own link; everything else was recorded by somebody.
ALTER TABLE "permission" ADD CONSTRAINT "permission_by" CHECK ("by_id" IS NOT NULL OR "means" IN ('link', 'qr_code'));
-- One link at a time opens a participant's choice.
CREATE UNIQUE INDEX "permission_link_open" ON "permission_link" ("participant_id") WHERE "ended_at" IS NULL;
-- One round at a time, in the room and at each table.
CREATE UNIQUE INDEX "round_open" ON "round" ("roundtable_id", "table_id") NULLS NOT DISTINCT WHERE "ended_at" IS NULL;
ALTER TABLE "round" ADD CONSTRAINT "round_order" CHECK ("ended_at" >= "started_at");
CREATE UNIQUE INDEX "participant_seat" ON "participant" ("roundtable_id", "seat") WHERE "seat" IS NOT NULL;
ALTER TABLE "person" ADD CONSTRAINT "person_same_as_other" CHECK ("same_as_id" <> "id");

-- Few lines have these, and every line would pay for them.
CREATE INDEX "contribution_round_id_idx" ON "contribution"("round_id") WHERE "round_id" IS NOT NULL;
CREATE INDEX "contribution_split_from_id_idx" ON "contribution"("split_from_id") WHERE "split_from_id" IS NOT NULL;
CREATE INDEX "contribution_merged_into_id_idx" ON "contribution"("merged_into_id") WHERE "merged_into_id" IS NOT NULL;

ALTER TABLE "contribution" ADD CONSTRAINT "contribution_split" CHECK ("split_from_id" <> "id");
-- Merged words live on in the other line, so this one is out of every count.
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_merged" CHECK ("merged_into_id" IS NULL OR ("merged_into_id" <> "id" AND "struck_at" IS NOT NULL));

ALTER TABLE "amendment" ADD CONSTRAINT "amendment_text" CHECK (char_length("text") BETWEEN 1 AND 10000 OR "erased_at" IS NOT NULL);
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_erased" CHECK ("erased_at" IS NULL OR ("text" = '' AND "reason" = '' AND "salt" IS NULL));
ALTER TABLE "late_entry" ADD CONSTRAINT "late_entry_edit" CHECK ("kind" <> 'edit' OR "contribution_id" IS NOT NULL);
ALTER TABLE "late_entry" ADD CONSTRAINT "late_entry_decided" CHECK (("decided_at" IS NULL) = ("taken" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL));
ALTER TABLE "hold" ADD CONSTRAINT "hold_order" CHECK ("until_at" >= "from_at");
CREATE UNIQUE INDEX "hold_open" ON "hold" ("review_id", "person_id") NULLS NOT DISTINCT WHERE "until_at" IS NULL;
CREATE UNIQUE INDEX "erasure_request_open" ON "erasure_request" ("person_id") WHERE "decided_at" IS NULL;

-- The record of a closed roundtable stays as it was: text, speaker, question and order. Erasure alone goes
-- through; coding, clearance and permission are elsewhere and stay open.
CREATE FUNCTION "keep_closed_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "roundtable" r WHERE r."id" = OLD."roundtable_id" AND r."state" = 'closed') THEN
    RAISE EXCEPTION 'the record of a closed roundtable is frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "contribution_closed" BEFORE UPDATE ON "contribution" FOR EACH ROW
  WHEN (NEW."erased_at" IS NULL
    AND (NEW."text", NEW."source", NEW."kind", NEW."participant_id", NEW."question_id", NEW."said_at", NEW."sequence", NEW."struck_at", NEW."digest")
      IS DISTINCT FROM (OLD."text", OLD."source", OLD."kind", OLD."participant_id", OLD."question_id", OLD."said_at", OLD."sequence", OLD."struck_at", OLD."digest"))
  EXECUTE FUNCTION "keep_closed_record"();
-- Closing is once: corrections are amendments beside the record.
CREATE TRIGGER "roundtable_closed" BEFORE UPDATE ON "roundtable" FOR EACH ROW
  WHEN (OLD."state" = 'closed' AND NEW."state" <> 'closed')
  EXECUTE FUNCTION "refuse_change"();
