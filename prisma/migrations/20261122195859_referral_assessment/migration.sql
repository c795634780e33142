-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "visit_id" BIGINT;
