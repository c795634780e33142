-- DropIndex
DROP INDEX "webhook_endpoint_created_under_key";

-- AlterTable
ALTER TABLE "webhook_endpoint" DROP COLUMN "created_under";
