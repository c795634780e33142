-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "closed_by" TEXT,
ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "closing_note" TEXT,
ADD COLUMN     "contacted_at" TIMESTAMPTZ(3),
ADD COLUMN     "cooling_until" DATE;

-- CreateTable
CREATE TABLE "alert_event" (
    "id" BIGSERIAL NOT NULL,
    "alert_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT,
    "organisation" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "alert_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" BIGSERIAL NOT NULL,
    "household_id" BIGINT NOT NULL,
    "alert_id" BIGINT,
    "visited_on" DATE NOT NULL,
    "visitors" TEXT[],
    "purpose" TEXT NOT NULL,
    "present" BIGINT[],
    "findings" TEXT,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "next_visit_on" DATE,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_key" (
    "caller" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "answer" JSONB,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "work_key_pkey" PRIMARY KEY ("caller","key")
);

-- CreateIndex
CREATE INDEX "alert_event_alert_id_id_idx" ON "alert_event"("alert_id", "id");

-- CreateIndex
CREATE INDEX "visit_alert_id_idx" ON "visit"("alert_id");

-- CreateIndex
CREATE INDEX "visit_household_id_visited_on_idx" ON "visit"("household_id", "visited_on");

-- AddForeignKey
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Alerts whose cooling runs out are looked at again.
CREATE INDEX "alert_cooling" ON "alert" ("cooling_until") WHERE "cooling_until" IS NOT NULL;

-- What happened to an alert is never rewritten. The schema engine ends a statement at every semicolon, quoted or not:
-- the one inside is written by its number.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql
  AS U&'BEGIN RAISE EXCEPTION ''% is append-only'', TG_TABLE_NAME\003B END';
CREATE TRIGGER "alert_event_append_only" BEFORE UPDATE OR DELETE ON "alert_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
