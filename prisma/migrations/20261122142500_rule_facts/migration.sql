-- AlterTable
ALTER TABLE "household_fact" ADD COLUMN     "assets_fen" BIGINT,
ADD COLUMN     "tenure" TEXT,
ADD COLUMN     "floor_area" INTEGER,
ADD COLUMN     "income_stability" TEXT,
ADD COLUMN     "last_reviewed_on" DATE;

-- AlterTable: null in the versions held so far, which do not say.
ALTER TABLE "member_fact" ADD COLUMN     "inpatient_days" DATE[],
ADD COLUMN     "inpatient_fen" BIGINT[],
ADD COLUMN     "chronic_from" DATE[],
ADD COLUMN     "chronic_to" DATE[],
ADD COLUMN     "chronic_codes" TEXT[],
ADD COLUMN     "service_days" DATE[],
ADD COLUMN     "service_items" TEXT[],
ADD COLUMN     "hardship_years" INTEGER[],
ADD COLUMN     "hardship_levels" TEXT[],
ADD COLUMN     "unpaid_months" INTEGER[],
ADD COLUMN     "exit_days" DATE[];

-- CreateTable
CREATE TABLE "clue" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "person_id" BIGINT,
    "household_id" BIGINT,
    "area_code" TEXT,
    "occurred_on" DATE NOT NULL,
    "ended_on" DATE,
    "value" INTEGER,
    "source" TEXT NOT NULL,
    "note" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_on" DATE NOT NULL,
    "withdrawn_on" DATE,

    CONSTRAINT "clue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "clue_person_id_idx" ON "clue"("person_id");

-- CreateIndex
CREATE INDEX "clue_household_id_idx" ON "clue"("household_id");

-- CreateIndex
CREATE INDEX "clue_area_code_idx" ON "clue"("area_code");

-- A clue is about a person, a household or an area.
ALTER TABLE "clue" ADD CONSTRAINT "clue_is_about_one" CHECK (num_nonnulls("person_id", "household_id", "area_code") = 1);

-- Versions in force carry the new columns once their household is built anew.
INSERT INTO "household_mark" ("household_id") SELECT "id" FROM "household";
