-- AlterTable
ALTER TABLE "member_fact" ADD COLUMN     "part_hash" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "profile_version" ALTER COLUMN "changed_at" SET DEFAULT CURRENT_TIMESTAMP;

-- Lists and documents are read row by row: no plan turns on what is in them, and gathering statistics of them is most of
-- what analysing these tables costs.
ALTER TABLE "member_fact"
  ALTER COLUMN "spend_days" SET STATISTICS 0,
  ALTER COLUMN "spent_fen" SET STATISTICS 0,
  ALTER COLUMN "paid_months" SET STATISTICS 0,
  ALTER COLUMN "base_months" SET STATISTICS 0,
  ALTER COLUMN "base_fen" SET STATISTICS 0,
  ALTER COLUMN "unemployed_from" SET STATISTICS 0,
  ALTER COLUMN "benefit_from" SET STATISTICS 0,
  ALTER COLUMN "benefit_to" SET STATISTICS 0,
  ALTER COLUMN "benefit_fen" SET STATISTICS 0,
  ALTER COLUMN "enrolled_stages" SET STATISTICS 0,
  ALTER COLUMN "certificate_from" SET STATISTICS 0,
  ALTER COLUMN "certificate_to" SET STATISTICS 0,
  ALTER COLUMN "certificate_kinds" SET STATISTICS 0,
  ALTER COLUMN "payment_months" SET STATISTICS 0,
  ALTER COLUMN "payment_programmes" SET STATISTICS 0,
  ALTER COLUMN "insured_years" SET STATISTICS 0,
  ALTER COLUMN "aid_terms" SET STATISTICS 0,
  ALTER COLUMN "inpatient_days" SET STATISTICS 0,
  ALTER COLUMN "inpatient_fen" SET STATISTICS 0,
  ALTER COLUMN "chronic_from" SET STATISTICS 0,
  ALTER COLUMN "chronic_to" SET STATISTICS 0,
  ALTER COLUMN "chronic_codes" SET STATISTICS 0,
  ALTER COLUMN "service_days" SET STATISTICS 0,
  ALTER COLUMN "service_items" SET STATISTICS 0,
  ALTER COLUMN "hardship_years" SET STATISTICS 0,
  ALTER COLUMN "hardship_levels" SET STATISTICS 0,
  ALTER COLUMN "unpaid_months" SET STATISTICS 0,
  ALTER COLUMN "exit_days" SET STATISTICS 0;
ALTER TABLE "profile_version"
  ALTER COLUMN "document" SET STATISTICS 0,
  ALTER COLUMN "identities" SET STATISTICS 0;

-- CreateIndex
CREATE INDEX "batch_agency_record_type_as_of_idx" ON "batch"("agency", "record_type", "as_of");
