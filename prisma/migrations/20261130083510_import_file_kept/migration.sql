-- AlterTable
ALTER TABLE "import" ADD COLUMN     "account" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "reading" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "import_file" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("import_id","position")
);

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
