-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "shown_rank" SMALLINT;
