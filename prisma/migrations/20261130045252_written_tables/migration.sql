-- AlterEnum
ALTER TYPE "block_type" ADD VALUE 'table';
