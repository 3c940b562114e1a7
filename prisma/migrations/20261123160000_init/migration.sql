-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('lead', 'facilitator', 'reviewer', 'fellow');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "confidentiality" AS ENUM ('attributed', 'role_only', 'chatham_house');

-- CreateEnum
CREATE TYPE "roundtable_state" AS ENUM ('planned', 'in_session', 'read_back', 'closed');

-- CreateEnum
CREATE TYPE "attribute" AS ENUM ('role', 'phase', 'setting', 'region', 'npq_taken', 'npq_delivered');

-- CreateEnum
CREATE TYPE "permission_level" AS ENUM ('verbatim', 'paraphrase', 'not_published');

-- CreateEnum
CREATE TYPE "permission_means" AS ENUM ('facilitator', 'link', 'qr_code', 'paper');

-- CreateEnum
CREATE TYPE "source" AS ENUM ('identified', 'unidentified', 'room', 'host', 'note');

-- CreateEnum
CREATE TYPE "kind" AS ENUM ('note', 'verbatim');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('strength', 'improvement', 'ask', 'observation');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('staged', 'visible', 'undone');

-- CreateEnum
CREATE TYPE "axis" AS ENUM ('theme', 'area');

-- CreateEnum
CREATE TYPE "bearing" AS ENUM ('supports', 'contradicts');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('draft', 'in_review', 'published');

-- CreateEnum
CREATE TYPE "section" AS ENUM ('context', 'strengths', 'improvements', 'asks', 'final', 'method');

-- CreateEnum
CREATE TYPE "block_type" AS ENUM ('heading', 'subheading', 'paragraph', 'list_item', 'quotation');

-- CreateEnum
CREATE TYPE "comment_state" AS ENUM ('open', 'resolved');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key","starts_at")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "review_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "salt" BYTEA,
    "digest" BYTEA NOT NULL,
    "position" BIGINT,
    "hash" BYTEA,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT,
    "payload" JSONB NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'queued',
    "run_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "max_attempts" INTEGER NOT NULL DEFAULT 8,
    "lease_until" TIMESTAMPTZ(3),
    "lease" UUID,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "small_number" INTEGER NOT NULL DEFAULT 5,
    "retention_months" INTEGER NOT NULL DEFAULT 24,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roundtable" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "place" TEXT,
    "online" BOOLEAN NOT NULL DEFAULT false,
    "host" TEXT NOT NULL,
    "confidentiality" "confidentiality" NOT NULL,
    "state" "roundtable_state" NOT NULL DEFAULT 'planned',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "record_hash" BYTEA,

    CONSTRAINT "roundtable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "minutes" INTEGER,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT,
    "email" TEXT,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "host" BOOLEAN NOT NULL DEFAULT false,
    "present" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant_attribute" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "attribute" "attribute" NOT NULL,
    "value" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,

    CONSTRAINT "participant_attribute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "permission_wording" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "permission_wording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "permission" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "level" "permission_level" NOT NULL,
    "wording_id" UUID NOT NULL,
    "means" "permission_means" NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,

    CONSTRAINT "permission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "import_id" UUID,
    "question_id" UUID,
    "participant_id" UUID,
    "source" "source" NOT NULL,
    "kind" "kind" NOT NULL,
    "text" TEXT NOT NULL,
    "stance" "stance",
    "hands_raised" INTEGER,
    "hands_asked" INTEGER,
    "agreement_seen" BOOLEAN NOT NULL DEFAULT false,
    "npqs" TEXT[],
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "salt" BYTEA,
    "digest" BYTEA NOT NULL,
    "struck_at" TIMESTAMPTZ(3),
    "struck_by_id" UUID,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_revision" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "source" "source" NOT NULL,
    "kind" "kind" NOT NULL,
    "text" TEXT NOT NULL,
    "participant_id" UUID,
    "question_id" UUID,
    "stance" "stance",
    "salt" BYTEA,
    "digest" BYTEA NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by_id" UUID NOT NULL,

    CONSTRAINT "contribution_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearance" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "masks" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,

    CONSTRAINT "clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "roundtable_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_digest" BYTEA NOT NULL,
    "mapping" JSONB NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'staged',
    "rows" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "axis" "axis" NOT NULL DEFAULT 'theme',
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "includes" TEXT NOT NULL DEFAULT '',
    "excludes" TEXT NOT NULL DEFAULT '',
    "colour" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_revision" (
    "id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "includes" TEXT NOT NULL,
    "excludes" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by_id" UUID NOT NULL,

    CONSTRAINT "theme_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_placement" (
    "id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,

    CONSTRAINT "theme_placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coder" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "method" TEXT,
    "method_version" TEXT,

    CONSTRAINT "coder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tagging" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "coder_id" UUID NOT NULL,
    "stance" "stance" NOT NULL,
    "span_start" INTEGER,
    "span_end" INTEGER,
    "theme_revision" INTEGER NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "tagging_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "stance" "stance" NOT NULL,
    "position" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_revision" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "stance" "stance" NOT NULL,
    "theme_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by_id" UUID NOT NULL,

    CONSTRAINT "finding_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_evidence" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "bearing" "bearing" NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,

    CONSTRAINT "finding_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_table" (
    "id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "roundtable_id" UUID,
    "figures" JSONB NOT NULL,

    CONSTRAINT "release_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_evidence" (
    "id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "roundtable_id" UUID,
    "theme_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "stance" "stance" NOT NULL,

    CONSTRAINT "release_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "roundtable_id" UUID,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" "report_state" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "section" "section" NOT NULL,
    "type" "block_type" NOT NULL,
    "position" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block_revision" (
    "id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "salt" BYTEA,
    "digest" BYTEA NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by_id" UUID NOT NULL,

    CONSTRAINT "block_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "finding_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_evidence" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "bearing" "bearing" NOT NULL DEFAULT 'supports',
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,

    CONSTRAINT "claim_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,

    CONSTRAINT "version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version_block" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "section" "section" NOT NULL,
    "type" "block_type" NOT NULL,
    "content" JSONB NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "salt" BYTEA,
    "digest" BYTEA NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "version_block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "parent_id" UUID,
    "author_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "body" TEXT NOT NULL,
    "anchor_start" INTEGER,
    "anchor_end" INTEGER,
    "anchor_quote" TEXT,
    "state" "comment_state" NOT NULL DEFAULT 'open',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_revision" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_provider_account_id_key" ON "account"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_key" ON "session"("session_token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_token_token_key" ON "verification_token"("token");

-- CreateIndex
CREATE UNIQUE INDEX "membership_review_id_user_id_key" ON "membership"("review_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_position_key" ON "audit_entry"("position");

-- CreateIndex
CREATE INDEX "audit_entry_review_id_at_idx" ON "audit_entry"("review_id", "at");

-- CreateIndex
CREATE INDEX "job_state_run_at_idx" ON "job"("state", "run_at");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_person_id_key" ON "erasure"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_slug_key" ON "review"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "roundtable_review_id_slug_key" ON "roundtable"("review_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "roundtable_id_review_id_key" ON "roundtable"("id", "review_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_roundtable_id_position_key" ON "question"("roundtable_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "question_id_roundtable_id_key" ON "question"("id", "roundtable_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_review_id_user_id_key" ON "person"("review_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_review_id_key" ON "person"("id", "review_id");

-- CreateIndex
CREATE INDEX "participant_person_id_idx" ON "participant"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_roundtable_id_person_id_key" ON "participant"("roundtable_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_roundtable_id_label_key" ON "participant"("roundtable_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "participant_id_roundtable_id_key" ON "participant"("id", "roundtable_id");

-- CreateIndex
CREATE INDEX "participant_attribute_participant_id_idx" ON "participant_attribute"("participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "permission_wording_review_id_version_key" ON "permission_wording"("review_id", "version");

-- CreateIndex
CREATE INDEX "permission_participant_id_idx" ON "permission"("participant_id");

-- CreateIndex
CREATE INDEX "contribution_roundtable_id_said_at_idx" ON "contribution"("roundtable_id", "said_at");

-- CreateIndex
CREATE INDEX "contribution_review_id_idx" ON "contribution"("review_id");

-- CreateIndex
CREATE INDEX "contribution_participant_id_idx" ON "contribution"("participant_id");

-- CreateIndex
CREATE INDEX "contribution_import_id_idx" ON "contribution"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_id_review_id_key" ON "contribution"("id", "review_id");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_roundtable_id_recorded_by_id_sequence_key" ON "contribution"("roundtable_id", "recorded_by_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_revision_contribution_id_revision_key" ON "contribution_revision"("contribution_id", "revision");

-- CreateIndex
CREATE INDEX "clearance_contribution_id_idx" ON "clearance"("contribution_id");

-- CreateIndex
CREATE UNIQUE INDEX "theme_review_id_slug_key" ON "theme"("review_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "theme_id_review_id_key" ON "theme"("id", "review_id");

-- CreateIndex
CREATE UNIQUE INDEX "theme_revision_theme_id_revision_key" ON "theme_revision"("theme_id", "revision");

-- CreateIndex
CREATE INDEX "theme_placement_theme_id_idx" ON "theme_placement"("theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "coder_user_id_key" ON "coder"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "coder_method_method_version_key" ON "coder"("method", "method_version");

-- CreateIndex
CREATE INDEX "tagging_contribution_id_idx" ON "tagging"("contribution_id");

-- CreateIndex
CREATE INDEX "tagging_theme_id_idx" ON "tagging"("theme_id");

-- CreateIndex
CREATE INDEX "finding_theme_id_idx" ON "finding"("theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_id_review_id_key" ON "finding"("id", "review_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_revision_finding_id_revision_key" ON "finding_revision"("finding_id", "revision");

-- CreateIndex
CREATE INDEX "finding_evidence_finding_id_idx" ON "finding_evidence"("finding_id");

-- CreateIndex
CREATE INDEX "finding_evidence_contribution_id_idx" ON "finding_evidence"("contribution_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_review_id_number_key" ON "release"("review_id", "number");

-- CreateIndex
CREATE INDEX "release_table_release_id_idx" ON "release_table"("release_id");

-- CreateIndex
CREATE INDEX "release_evidence_release_id_theme_id_idx" ON "release_evidence"("release_id", "theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_review_id_slug_key" ON "report"("review_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "report_id_review_id_key" ON "report"("id", "review_id");

-- CreateIndex
CREATE INDEX "block_report_id_position_idx" ON "block"("report_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "block_id_report_id_key" ON "block"("id", "report_id");

-- CreateIndex
CREATE UNIQUE INDEX "block_revision_block_id_revision_key" ON "block_revision"("block_id", "revision");

-- CreateIndex
CREATE INDEX "claim_block_id_idx" ON "claim"("block_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_id_review_id_key" ON "claim"("id", "review_id");

-- CreateIndex
CREATE INDEX "claim_evidence_claim_id_idx" ON "claim_evidence"("claim_id");

-- CreateIndex
CREATE INDEX "claim_evidence_contribution_id_idx" ON "claim_evidence"("contribution_id");

-- CreateIndex
CREATE UNIQUE INDEX "version_report_id_number_key" ON "version"("report_id", "number");

-- CreateIndex
CREATE INDEX "version_block_block_id_idx" ON "version_block"("block_id");

-- CreateIndex
CREATE UNIQUE INDEX "version_block_version_id_position_key" ON "version_block"("version_id", "position");

-- CreateIndex
CREATE INDEX "comment_report_id_idx" ON "comment"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_id_report_id_key" ON "comment"("id", "report_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_revision_comment_id_revision_key" ON "comment_revision"("comment_id", "revision");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roundtable" ADD CONSTRAINT "roundtable_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "roundtable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_roundtable_id_review_id_fkey" FOREIGN KEY ("roundtable_id", "review_id") REFERENCES "roundtable"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_person_id_review_id_fkey" FOREIGN KEY ("person_id", "review_id") REFERENCES "person"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant_attribute" ADD CONSTRAINT "participant_attribute_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission_wording" ADD CONSTRAINT "permission_wording_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission" ADD CONSTRAINT "permission_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission" ADD CONSTRAINT "permission_wording_id_fkey" FOREIGN KEY ("wording_id") REFERENCES "permission_wording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_roundtable_id_review_id_fkey" FOREIGN KEY ("roundtable_id", "review_id") REFERENCES "roundtable"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_question_id_roundtable_id_fkey" FOREIGN KEY ("question_id", "roundtable_id") REFERENCES "question"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_participant_id_roundtable_id_fkey" FOREIGN KEY ("participant_id", "roundtable_id") REFERENCES "participant"("id", "roundtable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_revision" ADD CONSTRAINT "contribution_revision_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_roundtable_id_fkey" FOREIGN KEY ("roundtable_id") REFERENCES "roundtable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_revision" ADD CONSTRAINT "theme_revision_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_placement" ADD CONSTRAINT "theme_placement_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_placement" ADD CONSTRAINT "theme_placement_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coder" ADD CONSTRAINT "coder_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tagging" ADD CONSTRAINT "tagging_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tagging" ADD CONSTRAINT "tagging_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tagging" ADD CONSTRAINT "tagging_theme_id_review_id_fkey" FOREIGN KEY ("theme_id", "review_id") REFERENCES "theme"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tagging" ADD CONSTRAINT "tagging_coder_id_fkey" FOREIGN KEY ("coder_id") REFERENCES "coder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_theme_id_review_id_fkey" FOREIGN KEY ("theme_id", "review_id") REFERENCES "theme"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_revision" ADD CONSTRAINT "finding_revision_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_evidence" ADD CONSTRAINT "finding_evidence_finding_id_review_id_fkey" FOREIGN KEY ("finding_id", "review_id") REFERENCES "finding"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_evidence" ADD CONSTRAINT "finding_evidence_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_table" ADD CONSTRAINT "release_table_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_evidence" ADD CONSTRAINT "release_evidence_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_evidence" ADD CONSTRAINT "release_evidence_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_evidence" ADD CONSTRAINT "release_evidence_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_roundtable_id_review_id_fkey" FOREIGN KEY ("roundtable_id", "review_id") REFERENCES "roundtable"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_revision" ADD CONSTRAINT "block_revision_block_id_fkey" FOREIGN KEY ("block_id") REFERENCES "block"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_block_id_fkey" FOREIGN KEY ("block_id") REFERENCES "block"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_finding_id_review_id_fkey" FOREIGN KEY ("finding_id", "review_id") REFERENCES "finding"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_evidence" ADD CONSTRAINT "claim_evidence_claim_id_review_id_fkey" FOREIGN KEY ("claim_id", "review_id") REFERENCES "claim"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_evidence" ADD CONSTRAINT "claim_evidence_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_block" ADD CONSTRAINT "version_block_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_block_id_report_id_fkey" FOREIGN KEY ("block_id", "report_id") REFERENCES "block"("id", "report_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_report_id_fkey" FOREIGN KEY ("parent_id", "report_id") REFERENCES "comment"("id", "report_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
