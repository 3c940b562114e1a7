-- What search compares is made by the database in the statement that writes the words, so that it can neither be
-- behind them nor outlive them. It is stored, because ranking thousands of matches would otherwise read each text
-- again.
ALTER TABLE "contribution" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('english', "text")) STORED;
ALTER TABLE "clearance" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('english', "text")) STORED;
ALTER TABLE "memo" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('english', "text")) STORED;
ALTER TABLE "finding" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('english', "text")) STORED;
ALTER TABLE "block" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (
  jsonb_to_tsvector('english', jsonb_path_query_array("content", '$.content[*].text'), '["string"]')) STORED;
ALTER TABLE "version_block" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (
  jsonb_to_tsvector('english', jsonb_path_query_array("content", '$.content[*].text'), '["string"]')) STORED;

-- There are thousands of these in a review; findings and paragraphs are few enough to be read.
CREATE INDEX "contribution_words" ON "contribution" USING gin ("words");
CREATE INDEX "clearance_words" ON "clearance" USING gin ("words") WHERE "until_at" IS NULL;
CREATE INDEX "memo_words" ON "memo" USING gin ("words");

-- Compares a word that matches nothing with the words that there are. PostgreSQL's own, and trusted: whoever owns the
-- database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
