-- AlterTable
ALTER TABLE "theme" ADD COLUMN     "signal_words" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "theme_revision" ADD COLUMN     "signal_words" TEXT NOT NULL DEFAULT '';
