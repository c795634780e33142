-- AlterTable
ALTER TABLE "rule_result" ADD COLUMN "gap" TEXT;

-- CreateTable
CREATE TABLE "discovery_state" (
    "pack" TEXT NOT NULL,
    "judged_on" DATE NOT NULL,
    "inputs" TEXT NOT NULL,

    CONSTRAINT "discovery_state_pkey" PRIMARY KEY ("pack")
);

-- CreateTable
CREATE TABLE "alert_mark" (
    "id" BIGSERIAL NOT NULL,
    "household_id" BIGINT NOT NULL,

    CONSTRAINT "alert_mark_pkey" PRIMARY KEY ("id")
);

-- One open item per household.
CREATE UNIQUE INDEX "alert_open_per_household" ON "alert" ("household_id") WHERE "state" <> 'CLOSED';
