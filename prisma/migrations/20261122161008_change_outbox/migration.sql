-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "household_id" BIGINT,
    "operation" TEXT NOT NULL,
    "kind" TEXT,
    "version" INTEGER NOT NULL,
    "scope_before" TEXT[],
    "scope_after" TEXT[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "position" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "household_id" BIGINT,
    "operation" TEXT NOT NULL,
    "kind" TEXT,
    "version" INTEGER NOT NULL,
    "scope_before" TEXT[],
    "scope_after" TEXT[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "change_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "feed" UUID NOT NULL DEFAULT gen_random_uuid(),
    "position" BIGINT NOT NULL DEFAULT 0,
    "kept_after" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "change_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_type_entity_id_position_idx" ON "change"("type", "entity_id", "position");

INSERT INTO "change_head" ("id") VALUES (1);
ALTER TABLE "change_head" ADD CONSTRAINT "change_head_one_row" CHECK ("id" = 1);

-- Whoever writes changes wakes the sequencer when the transaction commits. The schema engine ends a statement at every
-- semicolon, quoted or not: those inside are written by their number.
CREATE FUNCTION wake_sequencer() RETURNS trigger LANGUAGE plpgsql
  AS U&'BEGIN PERFORM pg_notify(''wanjia_outbox'', '''')\003B RETURN NULL\003B END';
CREATE TRIGGER "outbox_wakes_sequencer" AFTER INSERT ON "outbox"
  FOR EACH STATEMENT EXECUTE FUNCTION wake_sequencer();

-- What was there before anybody could follow it is told once.
INSERT INTO "outbox" ("type", "entity_id", "household_id", "operation", "version", "scope_before", "scope_after")
  SELECT 'HOUSEHOLD', v."household_id", v."household_id", 'UPSERT', v."version", '{}', ARRAY[h."street_code"]
  FROM "profile_version" v JOIN "household_fact" h USING ("household_id", "valid_from")
  WHERE v."valid_to" = 'infinity' ORDER BY v."household_id";
INSERT INTO "outbox" ("type", "entity_id", "household_id", "operation", "version", "scope_before", "scope_after")
  SELECT DISTINCT ON (m."person_id") 'PERSON', m."person_id", m."household_id", 'UPSERT', v."version", '{}', ARRAY[h."street_code"]
  FROM "profile_version" v JOIN "household_fact" h USING ("household_id", "valid_from")
  JOIN "member_fact" m USING ("household_id", "valid_from")
  WHERE v."valid_to" = 'infinity' ORDER BY m."person_id", m."counted" DESC, m."home" DESC, m."household_id";
INSERT INTO "outbox" ("type", "entity_id", "household_id", "operation", "kind", "version", "scope_before", "scope_after")
  SELECT 'ALERT', a."id", a."household_id", 'UPSERT', CASE a."state" WHEN 'CLOSED' THEN 'CLOSED' ELSE 'RAISED' END, a."version", '{}',
    array_remove(ARRAY[a."street_code", a."committee_code"], NULL)
  FROM "alert" a ORDER BY a."id";
