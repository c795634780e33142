-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "divisions" TEXT[],
    "contract_from" DATE,
    "contract_until" DATE,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" BIGSERIAL NOT NULL,
    "handle" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "client_id" TEXT,
    "organisation" TEXT NOT NULL,
    "roles" TEXT[],
    "divisions" TEXT[],
    "purposes" TEXT[],
    "requests_per_minute" INTEGER,
    "lookups_per_hour" INTEGER,
    "misses_per_hour" INTEGER,
    "export_rows_per_day" INTEGER,
    "expires_on" DATE,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_suspension" (
    "id" BIGSERIAL NOT NULL,
    "target" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "data_class" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "class_suspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token_revocation" (
    "id" BIGSERIAL NOT NULL,
    "issuer" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "issued_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "token_revocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "administration_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "organisation" TEXT,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "administration_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "administration_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "administration_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_handle_key" ON "account"("handle");

-- CreateIndex
CREATE INDEX "account_organisation_idx" ON "account"("organisation");

-- CreateIndex
CREATE UNIQUE INDEX "account_issuer_subject_key" ON "account"("issuer", "subject");

-- CreateIndex
CREATE INDEX "token_revocation_issuer_kind_value_idx" ON "token_revocation"("issuer", "kind", "value");

-- CreateIndex
CREATE INDEX "administration_event_target_id_idx" ON "administration_event"("target", "id");

-- Every process asks for this number before it believes what it knows of callers (migrations split at every semicolon:
-- those inside a function are written by their number).
INSERT INTO "administration_state" ("id", "version") VALUES (1, 1);
CREATE FUNCTION administration_changed() RETURNS trigger LANGUAGE plpgsql
  AS U&'BEGIN UPDATE administration_state SET version = version + 1\003B RETURN NULL\003B END';
CREATE TRIGGER "organisation_changed" AFTER INSERT OR UPDATE OR DELETE ON "organisation"
  FOR EACH STATEMENT EXECUTE FUNCTION administration_changed();
CREATE TRIGGER "account_changed" AFTER INSERT OR UPDATE OR DELETE ON "account"
  FOR EACH STATEMENT EXECUTE FUNCTION administration_changed();
CREATE TRIGGER "class_suspension_changed" AFTER INSERT OR UPDATE OR DELETE ON "class_suspension"
  FOR EACH STATEMENT EXECUTE FUNCTION administration_changed();
CREATE TRIGGER "token_revocation_changed" AFTER INSERT OR UPDATE OR DELETE ON "token_revocation"
  FOR EACH STATEMENT EXECUTE FUNCTION administration_changed();

-- What was administered is never rewritten.
CREATE TRIGGER "administration_event_append_only" BEFORE UPDATE OR DELETE ON "administration_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
