-- AlterTable
ALTER TABLE "person" ADD COLUMN     "trace_secret" UUID DEFAULT gen_random_uuid();

-- Nothing can be found of them any more.
UPDATE "person" SET "trace_secret" = NULL WHERE "erased_at" IS NOT NULL;
