-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "reached" BOOLEAN NOT NULL DEFAULT false;
