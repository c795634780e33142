-- CreateTable
CREATE TABLE "case_file" (
    "id" BIGSERIAL NOT NULL,
    "household_id" BIGINT NOT NULL,
    "street_code" TEXT NOT NULL,
    "committee_code" TEXT,
    "origin" TEXT NOT NULL,
    "adviser" TEXT NOT NULL,
    "goal" TEXT,
    "next_contact_on" DATE,
    "awaits_referral" BOOLEAN NOT NULL DEFAULT false,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_on" DATE NOT NULL,
    "opened_by" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_on" DATE,
    "closed_by" TEXT,
    "outcome" TEXT,
    "closing_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" BIGSERIAL NOT NULL,
    "case_id" BIGINT NOT NULL,
    "household_id" BIGINT NOT NULL,
    "organisation" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "note" TEXT,
    "state" TEXT NOT NULL DEFAULT 'SENT',
    "starts_on" DATE NOT NULL,
    "lasts_until" DATE,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_by" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "end_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" BIGSERIAL NOT NULL,
    "case_id" BIGINT NOT NULL,
    "referral_id" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_file_household_id_opened_at_idx" ON "case_file"("household_id", "opened_at");

-- CreateIndex
CREATE INDEX "case_file_street_code_closed_at_idx" ON "case_file"("street_code", "closed_at");

-- CreateIndex
CREATE INDEX "referral_case_id_idx" ON "referral"("case_id");

-- CreateIndex
CREATE INDEX "referral_organisation_household_id_idx" ON "referral"("organisation", "household_id");

-- CreateIndex
CREATE INDEX "case_event_case_id_id_idx" ON "case_event"("case_id", "id");

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A household has one open case, and an open case always says when the family is contacted next.
CREATE UNIQUE INDEX "case_open_per_household" ON "case_file" ("household_id") WHERE "closed_at" IS NULL;
ALTER TABLE "case_file" ADD CONSTRAINT "case_contact_planned" CHECK ("closed_at" IS NOT NULL OR "next_contact_on" IS NOT NULL);

CREATE TRIGGER "case_event_append_only" BEFORE UPDATE OR DELETE ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
