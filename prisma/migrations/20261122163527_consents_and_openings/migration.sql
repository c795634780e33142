-- CreateTable
CREATE TABLE "opening_request" (
    "id" BIGSERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "household_ids" BIGINT[],
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_until" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "answered_in" TEXT,
    "open_until" TIMESTAMPTZ(3),

    CONSTRAINT "opening_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lookup_hour" (
    "caller" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "numbers" INTEGER NOT NULL,
    "misses" INTEGER NOT NULL,

    CONSTRAINT "lookup_hour_pkey" PRIMARY KEY ("caller")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" BIGSERIAL NOT NULL,
    "household_id" BIGINT NOT NULL,
    "person_id" BIGINT,
    "capacity" TEXT NOT NULL,
    "given_by" BIGINT,
    "kind" TEXT NOT NULL,
    "scope" TEXT[],
    "purposes" TEXT[],
    "recipient" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "evidence" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_in" TEXT NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_withdrawal" (
    "consent_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "how" TEXT NOT NULL,
    "note" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_in" TEXT NOT NULL,

    CONSTRAINT "consent_withdrawal_pkey" PRIMARY KEY ("consent_id")
);

-- CreateIndex
CREATE INDEX "opening_request_subject_organisation_open_until_idx" ON "opening_request"("subject", "organisation", "open_until");

-- CreateIndex
CREATE INDEX "opening_request_answer_until_idx" ON "opening_request"("answer_until");

-- CreateIndex
CREATE INDEX "lookup_hour_until_idx" ON "lookup_hour"("until");

-- CreateIndex
CREATE INDEX "consent_household_id_idx" ON "consent"("household_id");

-- AddForeignKey
ALTER TABLE "consent_withdrawal" ADD CONSTRAINT "consent_withdrawal_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was recorded stays. Sealed texts are sealed anew when keys change, and nothing else is ever written again.
CREATE TRIGGER "consent_append_only" BEFORE DELETE OR UPDATE OF "id", "household_id", "person_id", "capacity",
  "given_by", "kind", "scope", "purposes", "recipient", "valid_from", "valid_until", "recorded_at", "recorded_by",
  "recorded_in" ON "consent"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "consent_withdrawal_append_only" BEFORE DELETE OR UPDATE OF "consent_id", "at", "how", "recorded_by",
  "recorded_in" ON "consent_withdrawal"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
