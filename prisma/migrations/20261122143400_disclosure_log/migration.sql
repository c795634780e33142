-- CreateTable
CREATE TABLE "disclosure" (
    "writer" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "subject" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "purpose" TEXT,
    "case_id" TEXT,
    "scope" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "persons" BIGINT[],
    "households" BIGINT[],
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("writer","sequence")
);

-- CreateTable
CREATE TABLE "disclosure_scope" (
    "key" TEXT NOT NULL,
    "operation" TEXT,
    "document" TEXT NOT NULL,
    "fields" TEXT[],
    "masked" TEXT[],
    "withheld" TEXT[],

    CONSTRAINT "disclosure_scope_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "disclosure_writer" (
    "writer" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "first_sequence" BIGINT NOT NULL,
    "first_previous" TEXT NOT NULL,
    "last_sequence" BIGINT NOT NULL,
    "last_hash" TEXT NOT NULL,
    "seal" TEXT NOT NULL,

    CONSTRAINT "disclosure_writer_pkey" PRIMARY KEY ("writer")
);

-- CreateIndex
CREATE INDEX "disclosure_persons_idx" ON "disclosure" USING GIN ("persons");

-- CreateIndex
CREATE INDEX "disclosure_households_idx" ON "disclosure" USING GIN ("households");

-- CreateIndex
CREATE INDEX "disclosure_at_idx" ON "disclosure"("at");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_writer_number_key" ON "disclosure_writer"("number");

-- Rows are added and, by retention, removed. They are never changed.
-- The adapter that applies migrations cuts them at every semicolon, so those of the body are written \x3b.
CREATE FUNCTION "disclosure_append_only"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF TG_OP = ''DELETE'' AND current_setting(''wanjia.retention'', true) = ''on'' THEN
    RETURN OLD\x3b
  END IF\x3b
  RAISE EXCEPTION ''disclosures are never changed''\x3b
END
';

CREATE TRIGGER "disclosure_append_only" BEFORE UPDATE OR DELETE ON "disclosure"
  FOR EACH ROW EXECUTE FUNCTION "disclosure_append_only"();

CREATE TRIGGER "disclosure_scope_append_only" BEFORE UPDATE OR DELETE ON "disclosure_scope"
  FOR EACH ROW EXECUTE FUNCTION "disclosure_append_only"();

CREATE TRIGGER "disclosure_not_emptied" BEFORE TRUNCATE ON "disclosure"
  FOR EACH STATEMENT EXECUTE FUNCTION "disclosure_append_only"();
