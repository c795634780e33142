-- CreateTable
CREATE TABLE "alert_tally" (
    "id" BIGSERIAL NOT NULL,
    "street_code" TEXT NOT NULL,
    "committee_code" TEXT,
    "state" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "folded" BOOLEAN NOT NULL DEFAULT false,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "alert_tally_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_tally" (
    "id" BIGSERIAL NOT NULL,
    "street_code" TEXT NOT NULL,
    "committee_code" TEXT,
    "kind" TEXT NOT NULL,
    "class_code" TEXT,
    "class_until" DATE,
    "folded" BOOLEAN NOT NULL DEFAULT false,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "household_tally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "alert_hit_rule_id_alert_id_idx" ON "alert_hit"("rule_id", "alert_id");

-- Differences are written, never sums: whoever changes rows waits for nobody else who does. The schema engine ends a statement
-- at every semicolon, quoted or not: those inside are written by their number.
CREATE FUNCTION tally_household_fact() RETURNS trigger LANGUAGE plpgsql AS U&'BEGIN
  IF TG_OP = ''TRUNCATE'' THEN
    DELETE FROM household_tally\003B
  ELSIF TG_OP = ''INSERT'' THEN
    INSERT INTO household_tally (street_code, committee_code, kind, class_code, class_until, rows)
      SELECT street_code, committee_code, kind, class_code, class_until, count(*) FROM come WHERE valid_to = ''infinity'' GROUP BY 1, 2, 3, 4, 5\003B
  ELSIF TG_OP = ''DELETE'' THEN
    INSERT INTO household_tally (street_code, committee_code, kind, class_code, class_until, rows)
      SELECT street_code, committee_code, kind, class_code, class_until, -count(*) FROM gone WHERE valid_to = ''infinity'' GROUP BY 1, 2, 3, 4, 5\003B
  ELSE
    INSERT INTO household_tally (street_code, committee_code, kind, class_code, class_until, rows)
      SELECT street_code, committee_code, kind, class_code, class_until, sum(one) FROM (SELECT *, 1 AS one FROM come UNION ALL SELECT *, -1 FROM gone) AS both_of_them WHERE valid_to = ''infinity''
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(one) <> 0\003B
  END IF\003B
  RETURN NULL\003B
END';
CREATE TRIGGER "household_fact_come" AFTER INSERT ON "household_fact" REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION tally_household_fact();
CREATE TRIGGER "household_fact_gone" AFTER DELETE ON "household_fact" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tally_household_fact();
CREATE TRIGGER "household_fact_other" AFTER UPDATE ON "household_fact" REFERENCING NEW TABLE AS come OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tally_household_fact();
CREATE TRIGGER "household_fact_emptied" AFTER TRUNCATE ON "household_fact" FOR EACH STATEMENT EXECUTE FUNCTION tally_household_fact();
INSERT INTO "household_tally" (street_code, committee_code, kind, class_code, class_until, folded, rows)
  SELECT street_code, committee_code, kind, class_code, class_until, true, count(*) FROM "household_fact" WHERE valid_to = 'infinity' GROUP BY 1, 2, 3, 4, 5;

-- The same of alerts.
CREATE FUNCTION tally_alert() RETURNS trigger LANGUAGE plpgsql AS U&'BEGIN
  IF TG_OP = ''TRUNCATE'' THEN
    DELETE FROM alert_tally\003B
  ELSIF TG_OP = ''INSERT'' THEN
    INSERT INTO alert_tally (street_code, committee_code, state, severity, rows)
      SELECT street_code, committee_code, state, severity, count(*) FROM come GROUP BY 1, 2, 3, 4\003B
  ELSIF TG_OP = ''DELETE'' THEN
    INSERT INTO alert_tally (street_code, committee_code, state, severity, rows)
      SELECT street_code, committee_code, state, severity, -count(*) FROM gone GROUP BY 1, 2, 3, 4\003B
  ELSE
    INSERT INTO alert_tally (street_code, committee_code, state, severity, rows)
      SELECT street_code, committee_code, state, severity, sum(one) FROM (SELECT *, 1 AS one FROM come UNION ALL SELECT *, -1 FROM gone) AS both_of_them
      GROUP BY 1, 2, 3, 4 HAVING sum(one) <> 0\003B
  END IF\003B
  RETURN NULL\003B
END';
CREATE TRIGGER "alert_come" AFTER INSERT ON "alert" REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION tally_alert();
CREATE TRIGGER "alert_gone" AFTER DELETE ON "alert" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tally_alert();
CREATE TRIGGER "alert_other" AFTER UPDATE ON "alert" REFERENCING NEW TABLE AS come OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tally_alert();
CREATE TRIGGER "alert_emptied" AFTER TRUNCATE ON "alert" FOR EACH STATEMENT EXECUTE FUNCTION tally_alert();
INSERT INTO "alert_tally" (street_code, committee_code, state, severity, folded, rows)
  SELECT street_code, committee_code, state, severity, true, count(*) FROM "alert" GROUP BY 1, 2, 3, 4;

-- Lists of what there is now, in the order of their pages.
CREATE INDEX "household_fact_now" ON "household_fact" ("household_id") WHERE "valid_to" = 'infinity';
CREATE INDEX "household_fact_now_committee" ON "household_fact" ("committee_code", "household_id") WHERE "valid_to" = 'infinity';
CREATE INDEX "household_fact_now_class" ON "household_fact" ("class_code", "household_id")
  WHERE "valid_to" = 'infinity' AND "class_code" IS NOT NULL;
CREATE INDEX "alert_open_severity" ON "alert" ("severity_rank", "id") WHERE "state" <> 'CLOSED';
CREATE INDEX "alert_open_shown" ON "alert" ("shown_rank", "id") WHERE "state" <> 'CLOSED';
CREATE INDEX "alert_open_street_severity" ON "alert" ("street_code", "severity_rank", "id") WHERE "state" <> 'CLOSED';
CREATE INDEX "alert_open_street_shown" ON "alert" ("street_code", "shown_rank", "id") WHERE "state" <> 'CLOSED';

-- The newest sum of a tally.
CREATE INDEX "household_tally_folded" ON "household_tally" ("id") WHERE "folded";
CREATE INDEX "alert_tally_folded" ON "alert_tally" ("id") WHERE "folded";
