-- One word for one thing: how a contribution was written down is its wording (gist or verbatim), what everybody in
-- the room showed together is the group's, and asking everybody in turn is a go-round. Only names change.
ALTER TYPE "kind" RENAME TO "wording";
ALTER TYPE "wording" RENAME VALUE 'note' TO 'gist';
ALTER TABLE "contribution" RENAME COLUMN "kind" TO "wording";
ALTER TABLE "contribution_revision" RENAME COLUMN "kind" TO "wording";
ALTER TYPE "source" RENAME VALUE 'room' TO 'group';

ALTER TABLE "round" RENAME TO "go_round";
ALTER TABLE "go_round" RENAME CONSTRAINT "round_pkey" TO "go_round_pkey";
ALTER TABLE "go_round" RENAME CONSTRAINT "round_order" TO "go_round_order";
ALTER TABLE "go_round" RENAME CONSTRAINT "round_by_id_fkey" TO "go_round_by_id_fkey";
ALTER TABLE "go_round" RENAME CONSTRAINT "round_roundtable_id_fkey" TO "go_round_roundtable_id_fkey";
ALTER TABLE "go_round" RENAME CONSTRAINT "round_table_id_roundtable_id_fkey" TO "go_round_table_id_roundtable_id_fkey";
ALTER INDEX "round_open" RENAME TO "go_round_open";
ALTER INDEX "round_id_roundtable_id_key" RENAME TO "go_round_id_roundtable_id_key";
ALTER INDEX "round_roundtable_id_started_at_idx" RENAME TO "go_round_roundtable_id_started_at_idx";

ALTER TABLE "round_pass" RENAME TO "go_round_pass";
ALTER TABLE "go_round_pass" RENAME COLUMN "round_id" TO "go_round_id";
ALTER TABLE "go_round_pass" RENAME CONSTRAINT "round_pass_pkey" TO "go_round_pass_pkey";
ALTER TABLE "go_round_pass" RENAME CONSTRAINT "round_pass_by_id_fkey" TO "go_round_pass_by_id_fkey";
ALTER TABLE "go_round_pass" RENAME CONSTRAINT "round_pass_round_id_roundtable_id_fkey" TO "go_round_pass_go_round_id_roundtable_id_fkey";
ALTER TABLE "go_round_pass" RENAME CONSTRAINT "round_pass_participant_id_roundtable_id_fkey" TO "go_round_pass_participant_id_roundtable_id_fkey";

ALTER TABLE "contribution" RENAME COLUMN "round_id" TO "go_round_id";
ALTER TABLE "contribution" RENAME CONSTRAINT "contribution_round_id_roundtable_id_fkey" TO "contribution_go_round_id_roundtable_id_fkey";
ALTER INDEX "contribution_round_id_idx" RENAME TO "contribution_go_round_id_idx";

-- What the columns of a file mean is kept with its import, and for the next file of its shape. The titles of the
-- file's own columns are in `header` and stay as they are.
CREATE FUNCTION pg_temp.with_wording("mapping" jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT CASE WHEN jsonb_typeof("mapping" -> 'fields') = 'array' THEN
    ("mapping" - 'kind')
    || jsonb_build_object('fields', (
      SELECT coalesce(jsonb_agg(CASE WHEN f."value" = '"kind"' THEN '"wording"' ELSE f."value" END ORDER BY f."ordinality"), '[]')
      FROM jsonb_array_elements("mapping" -> 'fields') WITH ORDINALITY AS f))
    || CASE WHEN "mapping" ? 'kind'
      THEN jsonb_build_object('wording', CASE "mapping" ->> 'kind' WHEN 'note' THEN 'gist' ELSE "mapping" ->> 'kind' END)
      ELSE '{}' END
  ELSE "mapping" END
$$;
UPDATE "import" SET "mapping" = pg_temp.with_wording("mapping");
UPDATE "import_shape" SET "mapping" = pg_temp.with_wording("mapping");
DROP FUNCTION pg_temp.with_wording;
