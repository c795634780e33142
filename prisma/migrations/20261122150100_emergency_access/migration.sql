-- CreateTable
CREATE TABLE "emergency_access" (
    "id" BIGSERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "purpose" TEXT,
    "case_id" TEXT,
    "household_id" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emergency_access_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "emergency_access_subject_organisation_until_idx" ON "emergency_access"("subject", "organisation", "until");
