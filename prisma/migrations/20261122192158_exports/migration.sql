-- CreateTable
CREATE TABLE "export" (
    "id" BIGSERIAL NOT NULL,
    "organisation" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "identity" JSONB NOT NULL,
    "purpose" TEXT,
    "grant" TEXT NOT NULL,
    "types" TEXT[],
    "format" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "after" BIGINT,
    "state" TEXT NOT NULL,
    "active" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expected_rows" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "row_limit" INTEGER NOT NULL,
    "answered_by" TEXT,
    "answered_in" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "cursor" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "consents" TEXT[],

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_file" (
    "export_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "export_file_pkey" PRIMARY KEY ("export_id","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "export_active_key" ON "export"("active");

-- CreateIndex
CREATE INDEX "export_organisation_subject_idx" ON "export"("organisation", "subject");

-- CreateIndex
CREATE INDEX "export_state_idx" ON "export"("state");

-- AddForeignKey
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE CASCADE ON UPDATE CASCADE;
