-- AlterTable
ALTER TABLE "alert_mark" ADD COLUMN     "persons" BIGINT[] DEFAULT ARRAY[]::BIGINT[];

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "doubtful" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "webhook_delivery" ADD COLUMN     "doubtful" BOOLEAN NOT NULL DEFAULT false;
