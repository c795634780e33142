-- CreateTable
CREATE TABLE "rule_result" (
    "household_id" BIGINT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "severity" TEXT,
    "members" BIGINT[],
    "evidence" JSONB NOT NULL,
    "first_seen_on" DATE NOT NULL,
    "judged_on" DATE NOT NULL,

    CONSTRAINT "rule_result_pkey" PRIMARY KEY ("household_id","rule_id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" BIGSERIAL NOT NULL,
    "household_id" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "severity" TEXT NOT NULL,
    "severity_rank" SMALLINT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_on" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "street_code" TEXT NOT NULL,
    "committee_code" TEXT,
    "assignee" TEXT,
    "outcome" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_hit" (
    "alert_id" BIGINT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "first_seen_on" DATE NOT NULL,
    "ended_on" DATE,
    "members" BIGINT[],
    "evidence" JSONB NOT NULL,

    CONSTRAINT "alert_hit_pkey" PRIMARY KEY ("alert_id","rule_id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" BIGSERIAL NOT NULL,
    "anchor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_mark" (
    "id" BIGSERIAL NOT NULL,
    "household_id" BIGINT NOT NULL,

    CONSTRAINT "household_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile_version" (
    "household_id" BIGINT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "document_hash" TEXT NOT NULL,
    "document" JSON NOT NULL,

    CONSTRAINT "profile_version_pkey" PRIMARY KEY ("household_id","valid_from")
);

-- CreateTable
CREATE TABLE "household_fact" (
    "household_id" BIGINT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "street_code" TEXT NOT NULL,
    "committee_code" TEXT,
    "class_code" TEXT,
    "recognised_on" DATE,
    "class_until" DATE,
    "annual_income_fen" BIGINT,

    CONSTRAINT "household_fact_pkey" PRIMARY KEY ("household_id","valid_from")
);

-- CreateTable
CREATE TABLE "member_fact" (
    "household_id" BIGINT NOT NULL,
    "valid_from" DATE NOT NULL,
    "person_id" BIGINT NOT NULL,
    "valid_to" DATE NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "home" BOOLEAN NOT NULL,
    "relationship" TEXT,
    "sex" TEXT,
    "birth_date" DATE,
    "died_on" DATE,
    "work_capacity" TEXT,
    "self_care" TEXT,
    "spend_days" DATE[],
    "spend_fen" BIGINT[],
    "paid_months" INTEGER[],
    "base_months" INTEGER[],
    "base_fen" BIGINT[],
    "unemployed_from" DATE[],
    "benefit_from" DATE[],
    "benefit_to" DATE[],
    "benefit_fen" BIGINT[],
    "pension_fen" BIGINT,
    "enrolled_stages" TEXT[],
    "school_left_status" TEXT,
    "school_left_on" DATE,
    "certificate_from" DATE[],
    "certificate_to" DATE[],
    "certificate_kinds" TEXT[],
    "payment_months" INTEGER[],
    "payment_programmes" TEXT[],
    "insured_years" INTEGER[],
    "aid_terms" TEXT[],

    CONSTRAINT "member_fact_pkey" PRIMARY KEY ("household_id","valid_from","person_id")
);

-- CreateTable
CREATE TABLE "judgement_mark" (
    "id" BIGSERIAL NOT NULL,
    "household_id" BIGINT NOT NULL,

    CONSTRAINT "judgement_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" BIGSERIAL NOT NULL,
    "anchor" TEXT NOT NULL,
    "resident_id" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link" (
    "subject_id" BIGINT NOT NULL,
    "person_id" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "link_decision" (
    "id" BIGSERIAL NOT NULL,
    "subject_id" BIGINT NOT NULL,
    "person_id" BIGINT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_review" (
    "id" BIGSERIAL NOT NULL,
    "subject_id" BIGINT NOT NULL,
    "record_type" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "candidates" BIGINT[],
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hub_day" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "day" DATE NOT NULL,

    CONSTRAINT "hub_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed" (
    "agency" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "last_delivered_at" TIMESTAMPTZ(3),
    "data_as_of" DATE,
    "full_as_of" DATE,
    "checkpoint" JSONB,
    "last_error_code" TEXT,
    "last_error_at" TIMESTAMPTZ(3),

    CONSTRAINT "feed_pkey" PRIMARY KEY ("agency","record_type")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" BIGSERIAL NOT NULL,
    "agency" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "delivered_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "superseded" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "ended" INTEGER NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "source" JSONB,
    "archive" TEXT,
    "unknown_columns" TEXT[],
    "error_code" TEXT,
    "error_message" TEXT,
    "replay_of" BIGINT,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantined_row" (
    "id" BIGSERIAL NOT NULL,
    "batch_id" BIGINT NOT NULL,
    "agency" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "source_key" TEXT,
    "updated_at" TIMESTAMP(0),
    "raw" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,

    CONSTRAINT "quarantined_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" BIGSERIAL NOT NULL,
    "batch_id" BIGINT NOT NULL,
    "agency" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "source_key" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_override" (
    "record_type" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subject_override_pkey" PRIMARY KEY ("record_type","source_key")
);

-- CreateTable
CREATE TABLE "subject_mark" (
    "id" BIGSERIAL NOT NULL,
    "subject_id" BIGINT NOT NULL,

    CONSTRAINT "subject_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anchor_mark" (
    "id" BIGSERIAL NOT NULL,
    "anchor" TEXT NOT NULL,

    CONSTRAINT "anchor_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_ca01" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "assistance_household_no" TEXT,
    "head_resident_id" TEXT,
    "head_name" TEXT,
    "street_code" TEXT,
    "committee_code" TEXT,
    "address" TEXT,
    "assistance_class" TEXT,
    "recognised_on" DATE,
    "valid_until" DATE,
    "annual_income" BIGINT,
    "monthly_income_per_capita" BIGINT,
    "assets" BIGINT,
    "tenure" TEXT,
    "floor_area" DECIMAL(12,2),
    "income_stability" TEXT,
    "last_reviewed_on" DATE,
    "status" TEXT,
    "status_date" DATE,

    CONSTRAINT "record_ca01_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_ca02" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "assistance_household_no" TEXT,
    "resident_id" TEXT,
    "document_type" TEXT,
    "name" TEXT,
    "sex" TEXT,
    "birth_date" DATE,
    "relationship_to_head" TEXT,
    "co_living" BOOLEAN,
    "work_capacity" TEXT,
    "self_care" TEXT,

    CONSTRAINT "record_ca02_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_ca03" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "payment_no" TEXT,
    "resident_id" TEXT,
    "name" TEXT,
    "programme" TEXT,
    "month" TEXT,
    "amount" BIGINT,
    "paid_on" DATE,

    CONSTRAINT "record_ca03_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_ca04" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "resident_id" TEXT,
    "name" TEXT,
    "died_on" DATE,

    CONSTRAINT "record_ca04_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_ca05" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "roll_household_no" TEXT,
    "resident_id" TEXT,
    "document_type" TEXT,
    "name" TEXT,
    "sex" TEXT,
    "birth_date" DATE,
    "relationship_to_head" TEXT,
    "marital_status" TEXT,
    "phone" TEXT,
    "street_code" TEXT,
    "committee_code" TEXT,
    "address" TEXT,

    CONSTRAINT "record_ca05_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_hi01" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "psn_no" TEXT,
    "certno" TEXT,
    "psn_cert_type" TEXT,
    "psn_name" TEXT,
    "insutype" TEXT,
    "year" INTEGER,
    "status" TEXT,
    "start_on" DATE,
    "end_on" DATE,

    CONSTRAINT "record_hi01_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_hi02" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "setl_id" TEXT,
    "psn_no" TEXT,
    "certno" TEXT,
    "psn_name" TEXT,
    "med_type" TEXT,
    "setl_time" TIMESTAMP(0),
    "medfee_sumamt" BIGINT,
    "fulamt_ownpay_amt" BIGINT,
    "overlmt_selfpay" BIGINT,
    "preselfpay_amt" BIGINT,
    "inscp_scp_amt" BIGINT,
    "hifp_pay" BIGINT,
    "hifmi_pay" BIGINT,
    "maf_pay" BIGINT,
    "fund_pay_sumamt" BIGINT,
    "psn_part_amt" BIGINT,
    "acct_pay" BIGINT,
    "psn_cash_pay" BIGINT,
    "refd_setl_flag" BOOLEAN,
    "init_setl_id" TEXT,

    CONSTRAINT "record_hi02_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_hi03" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "reg_no" TEXT,
    "psn_no" TEXT,
    "certno" TEXT,
    "psn_name" TEXT,
    "opsp_dise_cod" TEXT,
    "opsp_dise_name" TEXT,
    "begndate" DATE,
    "enddate" DATE,

    CONSTRAINT "record_hi03_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_ed01" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "student_no" TEXT,
    "resident_id" TEXT,
    "name" TEXT,
    "sex" TEXT,
    "birth_date" DATE,
    "school" TEXT,
    "stage" TEXT,
    "grade" TEXT,
    "status" TEXT,
    "status_date" DATE,
    "home_taught" BOOLEAN,
    "guardian_name" TEXT,
    "guardian_resident_id" TEXT,

    CONSTRAINT "record_ed01_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_ed02" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "student_no" TEXT,
    "name" TEXT,
    "school_year" TEXT,
    "hardship_level" TEXT,

    CONSTRAINT "record_ed02_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_ed03" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "student_no" TEXT,
    "name" TEXT,
    "term" TEXT,
    "aid_item" TEXT,
    "amount" BIGINT,
    "paid_on" DATE,

    CONSTRAINT "record_ed03_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_hr01" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "aac001" TEXT,
    "aac002" TEXT,
    "aac003" TEXT,
    "employer" TEXT,
    "uscc" TEXT,
    "aae140" TEXT,
    "aae002" TEXT,
    "aae180" BIGINT,
    "status" TEXT,

    CONSTRAINT "record_hr01_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_hr02" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "reg_no" TEXT,
    "aac002" TEXT,
    "aac003" TEXT,
    "registered_on" DATE,
    "unemployed_on" DATE,
    "benefit_from" DATE,
    "benefit_to" DATE,
    "benefit_monthly" BIGINT,
    "hard_to_employ" BOOLEAN,
    "status" TEXT,
    "status_date" DATE,

    CONSTRAINT "record_hr02_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_hr03" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "aac001" TEXT,
    "aac002" TEXT,
    "aac003" TEXT,
    "kind" TEXT,
    "monthly_amount" BIGINT,
    "from_month" TEXT,
    "status" TEXT,

    CONSTRAINT "record_hr03_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_df01" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "certificate_no" TEXT,
    "name" TEXT,
    "sex" TEXT,
    "birth_date" DATE,
    "category" TEXT,
    "level" TEXT,
    "issued_on" DATE,
    "expires_on" DATE,
    "guardian_name" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "status" TEXT,

    CONSTRAINT "record_df01_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_df02" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "service_no" TEXT,
    "certificate_no" TEXT,
    "name" TEXT,
    "item" TEXT,
    "served_on" DATE,
    "amount" BIGINT,

    CONSTRAINT "record_df02_pkey" PRIMARY KEY ("source_key")
);

-- CreateIndex
CREATE INDEX "alert_street_code_state_idx" ON "alert"("street_code", "state");

-- CreateIndex
CREATE INDEX "alert_household_id_idx" ON "alert"("household_id");

-- CreateIndex
CREATE UNIQUE INDEX "household_anchor_key" ON "household"("anchor");

-- CreateIndex
CREATE INDEX "household_mark_household_id_idx" ON "household_mark"("household_id");

-- CreateIndex
CREATE INDEX "household_fact_street_code_household_id_idx" ON "household_fact"("street_code", "household_id");

-- CreateIndex
CREATE INDEX "member_fact_person_id_idx" ON "member_fact"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_anchor_key" ON "person"("anchor");

-- CreateIndex
CREATE UNIQUE INDEX "person_resident_id_key" ON "person"("resident_id");

-- CreateIndex
CREATE INDEX "link_person_id_idx" ON "link"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_decision_subject_id_person_id_key" ON "link_decision"("subject_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_review_subject_id_key" ON "identity_review"("subject_id");

-- CreateIndex
CREATE INDEX "identity_review_state_id_idx" ON "identity_review"("state", "id");

-- CreateIndex
CREATE INDEX "batch_agency_record_type_id_idx" ON "batch"("agency", "record_type", "id");

-- CreateIndex
CREATE INDEX "quarantined_row_state_agency_id_idx" ON "quarantined_row"("state", "agency", "id");

-- CreateIndex
CREATE INDEX "quarantined_row_record_type_source_key_idx" ON "quarantined_row"("record_type", "source_key");

-- CreateIndex
CREATE INDEX "finding_agency_id_idx" ON "finding"("agency", "id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_record_type_source_key_column_code_key" ON "finding"("record_type", "source_key", "column", "code");

-- CreateIndex
CREATE UNIQUE INDEX "subject_key_key" ON "subject"("key");

-- CreateIndex
CREATE INDEX "record_ca01_assistance_household_no_idx" ON "record_ca01"("assistance_household_no");

-- CreateIndex
CREATE INDEX "record_ca02_subject_id_idx" ON "record_ca02"("subject_id");

-- CreateIndex
CREATE INDEX "record_ca02_assistance_household_no_idx" ON "record_ca02"("assistance_household_no");

-- CreateIndex
CREATE INDEX "record_ca02_name_birth_date_idx" ON "record_ca02"("name", "birth_date");

-- CreateIndex
CREATE INDEX "record_ca03_subject_id_idx" ON "record_ca03"("subject_id");

-- CreateIndex
CREATE INDEX "record_ca04_subject_id_idx" ON "record_ca04"("subject_id");

-- CreateIndex
CREATE INDEX "record_ca05_subject_id_idx" ON "record_ca05"("subject_id");

-- CreateIndex
CREATE INDEX "record_ca05_roll_household_no_idx" ON "record_ca05"("roll_household_no");

-- CreateIndex
CREATE INDEX "record_ca05_name_birth_date_idx" ON "record_ca05"("name", "birth_date");

-- CreateIndex
CREATE INDEX "record_hi01_subject_id_idx" ON "record_hi01"("subject_id");

-- CreateIndex
CREATE INDEX "record_hi01_psn_no_idx" ON "record_hi01"("psn_no");

-- CreateIndex
CREATE INDEX "record_hi02_subject_id_idx" ON "record_hi02"("subject_id");

-- CreateIndex
CREATE INDEX "record_hi02_psn_no_idx" ON "record_hi02"("psn_no");

-- CreateIndex
CREATE INDEX "record_hi03_subject_id_idx" ON "record_hi03"("subject_id");

-- CreateIndex
CREATE INDEX "record_hi03_psn_no_idx" ON "record_hi03"("psn_no");

-- CreateIndex
CREATE INDEX "record_ed01_subject_id_idx" ON "record_ed01"("subject_id");

-- CreateIndex
CREATE INDEX "record_ed01_student_no_idx" ON "record_ed01"("student_no");

-- CreateIndex
CREATE INDEX "record_ed01_guardian_resident_id_idx" ON "record_ed01"("guardian_resident_id");

-- CreateIndex
CREATE INDEX "record_ed01_name_birth_date_idx" ON "record_ed01"("name", "birth_date");

-- CreateIndex
CREATE INDEX "record_ed02_subject_id_idx" ON "record_ed02"("subject_id");

-- CreateIndex
CREATE INDEX "record_ed03_subject_id_idx" ON "record_ed03"("subject_id");

-- CreateIndex
CREATE INDEX "record_hr01_subject_id_idx" ON "record_hr01"("subject_id");

-- CreateIndex
CREATE INDEX "record_hr02_subject_id_idx" ON "record_hr02"("subject_id");

-- CreateIndex
CREATE INDEX "record_hr03_subject_id_idx" ON "record_hr03"("subject_id");

-- CreateIndex
CREATE INDEX "record_df01_subject_id_idx" ON "record_df01"("subject_id");

-- CreateIndex
CREATE INDEX "record_df02_subject_id_idx" ON "record_df02"("subject_id");

-- AddForeignKey
ALTER TABLE "alert_hit" ADD CONSTRAINT "alert_hit_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_agency_record_type_fkey" FOREIGN KEY ("agency", "record_type") REFERENCES "feed"("agency", "record_type") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantined_row" ADD CONSTRAINT "quarantined_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
