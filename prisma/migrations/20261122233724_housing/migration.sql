-- CreateTable
CREATE TABLE "record_ho01" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "contract_no" TEXT,
    "resident_id" TEXT,
    "name" TEXT,
    "address" TEXT,
    "floor_area" DECIMAL(12,2),
    "monthly_rent" BIGINT,
    "began_on" DATE,
    "ends_on" DATE,
    "status" TEXT,
    "status_date" DATE,

    CONSTRAINT "record_ho01_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_ho02" (
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
    "month" TEXT,
    "amount" BIGINT,
    "paid_on" DATE,

    CONSTRAINT "record_ho02_pkey" PRIMARY KEY ("source_key")
);

-- CreateTable
CREATE TABLE "record_ho03" (
    "source_key" TEXT NOT NULL,
    "updated_at" TIMESTAMP(0) NOT NULL,
    "subject_id" BIGINT,
    "batch_id" BIGINT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ended_on" DATE,
    "ended_by" CHAR(1),
    "newer_quarantined" BOOLEAN NOT NULL DEFAULT false,
    "survey_no" TEXT,
    "resident_id" TEXT,
    "name" TEXT,
    "tenure" TEXT,
    "floor_area" DECIMAL(12,2),
    "floor_area_per_person" DECIMAL(12,2),
    "surveyed_on" DATE,

    CONSTRAINT "record_ho03_pkey" PRIMARY KEY ("source_key")
);

-- CreateIndex
CREATE INDEX "record_ho01_subject_id_idx" ON "record_ho01"("subject_id");

-- CreateIndex
CREATE INDEX "record_ho02_subject_id_idx" ON "record_ho02"("subject_id");

-- CreateIndex
CREATE INDEX "record_ho03_subject_id_idx" ON "record_ho03"("subject_id");
