-- CreateEnum
CREATE TYPE "coding_approach" AS ENUM ('agreement', 'reflexive');

-- CreateEnum
CREATE TYPE "coding_change_kind" AS ENUM ('move', 'merge', 'split', 'retire', 'restore', 'batch');

-- CreateEnum
CREATE TYPE "suggestion_decision" AS ENUM ('accepted', 'rejected', 'overridden');

-- CreateEnum
CREATE TYPE "coding_round_state" AS ENUM ('open', 'adjudicating', 'settled', 'abandoned');

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "coding_approach" "coding_approach" NOT NULL DEFAULT 'agreement';

-- AlterTable
ALTER TABLE "theme" ADD COLUMN     "meaning_since" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "tagging" ADD COLUMN     "coding_round_id" UUID,
ADD COLUMN     "ended_in_id" UUID,
ADD COLUMN     "opened_in_id" UUID;

-- CreateTable
CREATE TABLE "theme_example" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "span_start" INTEGER,
    "span_end" INTEGER,
    "belongs" BOOLEAN NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,

    CONSTRAINT "theme_example_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coding_change" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "kind" "coding_change_kind" NOT NULL,
    "theme_id" UUID NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "coding_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memo" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "coding_round_id" UUID,
    "by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "memo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memo_revision" (
    "id" UUID NOT NULL,
    "memo_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memo_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discussion_flag" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "discussion_flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "coder_id" UUID NOT NULL,
    "probability" DOUBLE PRECISION NOT NULL,
    "shown" BOOLEAN,
    "suggested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" "suggestion_decision",
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "tagging_id" UUID,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coding_round" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "state" "coding_round_state" NOT NULL DEFAULT 'open',
    "blind" BOOLEAN NOT NULL DEFAULT true,
    "seed" INTEGER NOT NULL,
    "sampling" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "coded_at" TIMESTAMPTZ(3),
    "agreement" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "coding_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coding_round_theme" (
    "coding_round_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "theme_revision" INTEGER NOT NULL,

    CONSTRAINT "coding_round_theme_pkey" PRIMARY KEY ("coding_round_id","theme_id")
);

-- CreateTable
CREATE TABLE "coding_round_line" (
    "coding_round_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stratum" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "coding_round_line_pkey" PRIMARY KEY ("coding_round_id","contribution_id")
);

-- CreateTable
CREATE TABLE "coding_round_coder" (
    "coding_round_id" UUID NOT NULL,
    "coder_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "coding_round_coder_pkey" PRIMARY KEY ("coding_round_id","coder_id")
);

-- CreateTable
CREATE TABLE "coding_judgement" (
    "coding_round_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "coder_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coding_judgement_pkey" PRIMARY KEY ("coding_round_id","contribution_id","coder_id")
);

-- CreateTable
CREATE TABLE "adjudication" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "coding_round_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "stances" "stance"[],
    "reason" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,
    "opened_in_id" UUID,
    "ended_in_id" UUID,

    CONSTRAINT "adjudication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "theme_example_theme_id_idx" ON "theme_example"("theme_id");

-- CreateIndex
CREATE INDEX "theme_example_contribution_id_idx" ON "theme_example"("contribution_id");

-- CreateIndex
CREATE INDEX "coding_change_review_id_at_idx" ON "coding_change"("review_id", "at");

-- CreateIndex
CREATE INDEX "coding_change_theme_id_idx" ON "coding_change"("theme_id");

-- CreateIndex
CREATE INDEX "memo_contribution_id_idx" ON "memo"("contribution_id");

-- CreateIndex
CREATE UNIQUE INDEX "memo_revision_memo_id_revision_key" ON "memo_revision"("memo_id", "revision");

-- CreateIndex
CREATE INDEX "discussion_flag_contribution_id_idx" ON "discussion_flag"("contribution_id");

-- CreateIndex
CREATE INDEX "suggestion_review_id_idx" ON "suggestion"("review_id");

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_contribution_id_theme_id_coder_id_key" ON "suggestion"("contribution_id", "theme_id", "coder_id");

-- CreateIndex
CREATE UNIQUE INDEX "coding_round_review_id_number_key" ON "coding_round"("review_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "coding_round_id_review_id_key" ON "coding_round"("id", "review_id");

-- CreateIndex
CREATE INDEX "coding_round_theme_theme_id_idx" ON "coding_round_theme"("theme_id");

-- CreateIndex
CREATE INDEX "coding_round_line_contribution_id_idx" ON "coding_round_line"("contribution_id");

-- CreateIndex
CREATE INDEX "coding_round_coder_coder_id_idx" ON "coding_round_coder"("coder_id");

-- CreateIndex
CREATE INDEX "coding_judgement_contribution_id_idx" ON "coding_judgement"("contribution_id");

-- CreateIndex
CREATE INDEX "coding_judgement_coder_id_idx" ON "coding_judgement"("coder_id");

-- CreateIndex
CREATE INDEX "adjudication_contribution_id_idx" ON "adjudication"("contribution_id");

-- CreateIndex
CREATE INDEX "adjudication_coding_round_id_idx" ON "adjudication"("coding_round_id");

-- CreateIndex
CREATE INDEX "adjudication_theme_id_idx" ON "adjudication"("theme_id");

-- AddForeignKey
ALTER TABLE "theme_example" ADD CONSTRAINT "theme_example_theme_id_review_id_fkey" FOREIGN KEY ("theme_id", "review_id") REFERENCES "theme"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_example" ADD CONSTRAINT "theme_example_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_change" ADD CONSTRAINT "coding_change_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_change" ADD CONSTRAINT "coding_change_theme_id_review_id_fkey" FOREIGN KEY ("theme_id", "review_id") REFERENCES "theme"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tagging" ADD CONSTRAINT "tagging_opened_in_id_fkey" FOREIGN KEY ("opened_in_id") REFERENCES "coding_change"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tagging" ADD CONSTRAINT "tagging_ended_in_id_fkey" FOREIGN KEY ("ended_in_id") REFERENCES "coding_change"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tagging" ADD CONSTRAINT "tagging_coding_round_id_fkey" FOREIGN KEY ("coding_round_id") REFERENCES "coding_round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memo" ADD CONSTRAINT "memo_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memo" ADD CONSTRAINT "memo_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memo" ADD CONSTRAINT "memo_coding_round_id_fkey" FOREIGN KEY ("coding_round_id") REFERENCES "coding_round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memo" ADD CONSTRAINT "memo_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memo_revision" ADD CONSTRAINT "memo_revision_memo_id_fkey" FOREIGN KEY ("memo_id") REFERENCES "memo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discussion_flag" ADD CONSTRAINT "discussion_flag_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_theme_id_review_id_fkey" FOREIGN KEY ("theme_id", "review_id") REFERENCES "theme"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_coder_id_fkey" FOREIGN KEY ("coder_id") REFERENCES "coder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_tagging_id_fkey" FOREIGN KEY ("tagging_id") REFERENCES "tagging"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_round" ADD CONSTRAINT "coding_round_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_round_theme" ADD CONSTRAINT "coding_round_theme_coding_round_id_fkey" FOREIGN KEY ("coding_round_id") REFERENCES "coding_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_round_theme" ADD CONSTRAINT "coding_round_theme_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_round_line" ADD CONSTRAINT "coding_round_line_coding_round_id_fkey" FOREIGN KEY ("coding_round_id") REFERENCES "coding_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_round_line" ADD CONSTRAINT "coding_round_line_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_round_coder" ADD CONSTRAINT "coding_round_coder_coding_round_id_fkey" FOREIGN KEY ("coding_round_id") REFERENCES "coding_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_round_coder" ADD CONSTRAINT "coding_round_coder_coder_id_fkey" FOREIGN KEY ("coder_id") REFERENCES "coder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_judgement" ADD CONSTRAINT "coding_judgement_coding_round_id_fkey" FOREIGN KEY ("coding_round_id") REFERENCES "coding_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_judgement" ADD CONSTRAINT "coding_judgement_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding_judgement" ADD CONSTRAINT "coding_judgement_coder_id_fkey" FOREIGN KEY ("coder_id") REFERENCES "coder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_opened_in_id_fkey" FOREIGN KEY ("opened_in_id") REFERENCES "coding_change"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_ended_in_id_fkey" FOREIGN KEY ("ended_in_id") REFERENCES "coding_change"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_coding_round_id_review_id_fkey" FOREIGN KEY ("coding_round_id", "review_id") REFERENCES "coding_round"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_contribution_id_review_id_fkey" FOREIGN KEY ("contribution_id", "review_id") REFERENCES "contribution"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_theme_id_review_id_fkey" FOREIGN KEY ("theme_id", "review_id") REFERENCES "theme"("id", "review_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who did it is always somebody.
ALTER TABLE "theme_example" ADD CONSTRAINT "theme_example_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "coding_change" ADD CONSTRAINT "coding_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "discussion_flag" ADD CONSTRAINT "discussion_flag_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");
ALTER TABLE "coding_round" ADD CONSTRAINT "coding_round_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id");
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id");

-- A coder reads a line of a blind round afresh: what they set there stands beside what they set before.
DROP INDEX "tagging_open";
CREATE UNIQUE INDEX "tagging_open" ON "tagging"
  ("contribution_id", "theme_id", "coder_id", "stance", "span_start", "span_end", "coding_round_id")
  NULLS NOT DISTINCT WHERE "until_at" IS NULL;
CREATE INDEX "tagging_round" ON "tagging" ("coding_round_id") WHERE "coding_round_id" IS NOT NULL;
CREATE INDEX "tagging_opened_in" ON "tagging" ("opened_in_id") WHERE "opened_in_id" IS NOT NULL;
CREATE INDEX "tagging_ended_in" ON "tagging" ("ended_in_id") WHERE "ended_in_id" IS NOT NULL;

-- One decision, one flag and one same example stand at a time.
CREATE UNIQUE INDEX "adjudication_open" ON "adjudication" ("contribution_id", "theme_id") WHERE "until_at" IS NULL;
CREATE UNIQUE INDEX "discussion_flag_open" ON "discussion_flag" ("contribution_id") WHERE "until_at" IS NULL;
CREATE UNIQUE INDEX "theme_example_open" ON "theme_example" ("theme_id", "contribution_id", "span_start", "span_end")
  NULLS NOT DISTINCT WHERE "until_at" IS NULL;
ALTER TABLE "theme_example" ADD CONSTRAINT "theme_example_span" CHECK (
  ("span_start" IS NULL) = ("span_end" IS NULL) AND ("span_start" IS NULL OR ("span_start" >= 0 AND "span_start" < "span_end")));
ALTER TABLE "memo" ADD CONSTRAINT "memo_text" CHECK (char_length("text") BETWEEN 1 AND 10000);
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_probability" CHECK ("probability" BETWEEN 0 AND 1);
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_decided" CHECK (
  ("decision" IS NULL) = ("decided_at" IS NULL) AND ("decision" IS NULL) = ("decided_by_id" IS NULL)
  AND ("decision" IS NULL) = ("shown" IS NULL));
ALTER TABLE "coding_round" ADD CONSTRAINT "coding_round_states" CHECK (
  CASE "state" WHEN 'open' THEN "coded_at" IS NULL WHEN 'abandoned' THEN true ELSE "coded_at" IS NOT NULL END
  AND ("state" = 'settled') = ("settled_at" IS NOT NULL));
ALTER TABLE "coding_round_line" ADD CONSTRAINT "coding_round_line_weight" CHECK ("weight" >= 1);
ALTER TABLE "theme_example" ADD CONSTRAINT "theme_example_order" CHECK ("until_at" >= "from_at");
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_order" CHECK ("until_at" >= "from_at");
ALTER TABLE "discussion_flag" ADD CONSTRAINT "discussion_flag_order" CHECK ("until_at" >= "from_at");

-- The coding that figures use: what was adjudicated, and for the rest what people set, outside blind rounds
-- that not every coder has finished. A line may appear under a theme more than once.
CREATE OR REPLACE VIEW "settled_tagging" AS
  SELECT t."review_id", t."contribution_id", t."theme_id", t."stance"
  FROM "tagging" t JOIN "coder" k ON k."id" = t."coder_id" AND k."user_id" IS NOT NULL
  WHERE t."until_at" IS NULL
    AND (t."coding_round_id" IS NULL
      OR t."coding_round_id" IN (SELECT r."id" FROM "coding_round" r WHERE r."coded_at" IS NOT NULL OR NOT r."blind"))
    AND NOT EXISTS (
      SELECT FROM "adjudication" a
      WHERE a."contribution_id" = t."contribution_id" AND a."theme_id" = t."theme_id" AND a."until_at" IS NULL)
  UNION ALL
  SELECT a."review_id", a."contribution_id", a."theme_id", s."stance"
  FROM "adjudication" a, unnest(a."stances") AS s("stance")
  WHERE a."until_at" IS NULL;

-- The same as it stood at an instant.
CREATE FUNCTION "settled_tagging_at"("at" timestamptz)
RETURNS TABLE ("review_id" uuid, "contribution_id" uuid, "theme_id" uuid, "stance" "stance") LANGUAGE sql STABLE AS $$
  SELECT t."review_id", t."contribution_id", t."theme_id", t."stance"
  FROM "tagging" t JOIN "coder" k ON k."id" = t."coder_id" AND k."user_id" IS NOT NULL
  WHERE t."from_at" <= "at" AND (t."until_at" IS NULL OR t."until_at" > "at")
    AND (t."coding_round_id" IS NULL
      OR t."coding_round_id" IN (SELECT r."id" FROM "coding_round" r WHERE r."coded_at" <= "at" OR NOT r."blind"))
    AND NOT EXISTS (
      SELECT FROM "adjudication" a
      WHERE a."contribution_id" = t."contribution_id" AND a."theme_id" = t."theme_id"
        AND a."from_at" <= "at" AND (a."until_at" IS NULL OR a."until_at" > "at"))
  UNION ALL
  SELECT a."review_id", a."contribution_id", a."theme_id", s."stance"
  FROM "adjudication" a, unnest(a."stances") AS s("stance")
  WHERE a."from_at" <= "at" AND (a."until_at" IS NULL OR a."until_at" > "at")
$$;

-- The lines that figures could be made of at an instant; who they are, and who was present, is as known now.
CREATE FUNCTION "counted_line_at"("at" timestamptz)
RETURNS TABLE ("contribution_id" uuid, "review_id" uuid, "roundtable_id" uuid, "question_id" uuid, "participant_id" uuid, "person_id" uuid)
LANGUAGE sql STABLE AS $$
  SELECT c."id", c."review_id", c."roundtable_id", c."question_id", c."participant_id", p."person_id"
  FROM "contribution" c
  JOIN "participant" p ON p."id" = c."participant_id" AND p."present" AND NOT p."host"
  JOIN "person" o ON o."id" = p."person_id" AND o."erased_at" IS NULL
  WHERE c."source" = 'identified' AND c."recorded_at" <= "at" AND (c."struck_at" IS NULL OR c."struck_at" > "at")
    AND c."erased_at" IS NULL
    AND (c."import_id" IS NULL OR c."import_id" IN (SELECT i."id" FROM "import" i WHERE i."state" = 'visible'))
$$;
