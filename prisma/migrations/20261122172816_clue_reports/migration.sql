-- CreateTable
CREATE TABLE "clue_report" (
    "clue_id" BIGINT NOT NULL,
    "subject" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "answer_by" DATE NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "family" TEXT,
    "contact" TEXT,
    "joined_to" BIGINT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "case_id" BIGINT,

    CONSTRAINT "clue_report_pkey" PRIMARY KEY ("clue_id")
);

-- CreateIndex
CREATE INDEX "clue_report_organisation_subject_idx" ON "clue_report"("organisation", "subject");

-- CreateIndex
CREATE INDEX "clue_report_place_code_idx" ON "clue_report"("place_code");

-- A clue about a family that is not in the data names nobody until somebody says who it is.
ALTER TABLE "clue" DROP CONSTRAINT "clue_is_about_one";
ALTER TABLE "clue" ADD CONSTRAINT "clue_is_about_one_at_most" CHECK (num_nonnulls("person_id", "household_id", "area_code") <= 1);
