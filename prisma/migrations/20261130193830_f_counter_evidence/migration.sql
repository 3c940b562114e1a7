-- AlterTable
ALTER TABLE "release_evidence" ADD COLUMN     "bearing" "bearing" NOT NULL DEFAULT 'supports';
