-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "level" TEXT NOT NULL DEFAULT 'COMMITTEE',
ADD COLUMN     "recipient" TEXT,
ADD COLUMN     "recipient_at" TEXT,
ADD COLUMN     "turn_ends_at" TIMESTAMPTZ(3);

-- Alerts that nobody answered in time are found without reading the others.
CREATE INDEX "alert_turn_ends" ON "alert" ("turn_ends_at") WHERE "turn_ends_at" IS NOT NULL AND "state" <> 'CLOSED';
