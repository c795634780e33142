-- AlterTable
ALTER TABLE "case_event" ALTER COLUMN "actor" DROP NOT NULL,
ALTER COLUMN "organisation" DROP NOT NULL;

-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "answer_by" DATE,
ADD COLUMN     "passed_up_on" DATE;

-- Referrals sent before there was a time are given a week from their first day.
UPDATE "referral" SET "answer_by" = greatest("starts_on", "sent_at"::date) + 7;
ALTER TABLE "referral" ALTER COLUMN "answer_by" SET NOT NULL;

-- What the turn of a day looks at: referrals that go on, and those whose receiver was told last that it reaches the family.
CREATE INDEX "referral_going_on" ON "referral" ("id") WHERE "ended_at" IS NULL OR "reached";
