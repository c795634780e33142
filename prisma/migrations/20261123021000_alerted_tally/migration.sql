-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "listed_class_code" TEXT,
ADD COLUMN     "listed_class_until" DATE,
ADD COLUMN     "listed_committee_code" TEXT,
ADD COLUMN     "listed_kind" TEXT,
ADD COLUMN     "listed_street_code" TEXT;

-- AlterTable
ALTER TABLE "household_tally" ADD COLUMN     "alerted" BOOLEAN NOT NULL DEFAULT false;

-- DropIndex
DROP INDEX "household_tally_class_code_street_code_idx";

-- CreateIndex
CREATE INDEX "household_tally_alerted_class_code_street_code_idx" ON "household_tally"("alerted", "class_code", "street_code");

-- Households with an open alert are counted where both meet: in the alert, which knows how its household stands in the lists. Who
-- closes it and who writes its household anew change the same row, so the second of them sees what the first did. The schema
-- engine ends a statement at every semicolon, quoted or not: those inside are written by their number.
CREATE FUNCTION list_alert() RETURNS trigger LANGUAGE plpgsql AS U&'BEGIN
  SELECT street_code, committee_code, kind, class_code, class_until
    INTO NEW.listed_street_code, NEW.listed_committee_code, NEW.listed_kind, NEW.listed_class_code, NEW.listed_class_until
    FROM household_fact WHERE household_id = NEW.household_id AND valid_to = ''infinity''\003B
  RETURN NEW\003B
END';
CREATE TRIGGER "alert_listed" BEFORE INSERT OR UPDATE OF "household_id" ON "alert" FOR EACH ROW EXECUTE FUNCTION list_alert();

CREATE FUNCTION list_alerts_of_households() RETURNS trigger LANGUAGE plpgsql AS U&'DECLARE
  written bigint[]\003B
BEGIN
  IF TG_OP = ''TRUNCATE'' THEN
    UPDATE alert SET (listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until) = ROW(NULL, NULL, NULL, NULL, NULL)
      WHERE listed_street_code IS NOT NULL\003B
    DELETE FROM household_tally\003B
    RETURN NULL\003B
  ELSIF TG_OP = ''INSERT'' THEN
    written := ARRAY(SELECT household_id FROM come WHERE valid_to = ''infinity'')\003B
  ELSIF TG_OP = ''DELETE'' THEN
    written := ARRAY(SELECT household_id FROM gone WHERE valid_to = ''infinity'')\003B
  ELSE
    written := ARRAY(SELECT household_id FROM come WHERE valid_to = ''infinity'' UNION SELECT household_id FROM gone WHERE valid_to = ''infinity'')\003B
  END IF\003B
  UPDATE alert a SET (listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until)
      = ROW(h.street_code, h.committee_code, h.kind, h.class_code, h.class_until)
    FROM unnest(written) AS w (household_id)
    LEFT JOIN household_fact h ON h.household_id = w.household_id AND h.valid_to = ''infinity''
    WHERE a.household_id = w.household_id
      AND (a.listed_street_code, a.listed_committee_code, a.listed_kind, a.listed_class_code, a.listed_class_until)
        IS DISTINCT FROM (h.street_code, h.committee_code, h.kind, h.class_code, h.class_until)\003B
  RETURN NULL\003B
END';
CREATE TRIGGER "household_fact_listed_come" AFTER INSERT ON "household_fact" REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION list_alerts_of_households();
CREATE TRIGGER "household_fact_listed_gone" AFTER DELETE ON "household_fact" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION list_alerts_of_households();
CREATE TRIGGER "household_fact_listed_other" AFTER UPDATE ON "household_fact" REFERENCING NEW TABLE AS come OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION list_alerts_of_households();
CREATE TRIGGER "household_fact_listed_emptied" AFTER TRUNCATE ON "household_fact"
  FOR EACH STATEMENT EXECUTE FUNCTION list_alerts_of_households();

CREATE FUNCTION tally_alerted_household() RETURNS trigger LANGUAGE plpgsql AS U&'BEGIN
  IF TG_OP = ''TRUNCATE'' THEN
    DELETE FROM household_tally WHERE alerted\003B
  ELSIF TG_OP = ''INSERT'' THEN
    INSERT INTO household_tally (alerted, street_code, committee_code, kind, class_code, class_until, rows)
      SELECT true, listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until, count(*)
      FROM come WHERE state <> ''CLOSED'' AND listed_street_code IS NOT NULL
      GROUP BY GROUPING SETS ((listed_street_code, listed_committee_code, listed_kind),
        (listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until))
      HAVING grouping(listed_class_code) = 1 OR listed_class_code IS NOT NULL\003B
  ELSIF TG_OP = ''DELETE'' THEN
    INSERT INTO household_tally (alerted, street_code, committee_code, kind, class_code, class_until, rows)
      SELECT true, listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until, -count(*)
      FROM gone WHERE state <> ''CLOSED'' AND listed_street_code IS NOT NULL
      GROUP BY GROUPING SETS ((listed_street_code, listed_committee_code, listed_kind),
        (listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until))
      HAVING grouping(listed_class_code) = 1 OR listed_class_code IS NOT NULL\003B
  ELSE
    INSERT INTO household_tally (alerted, street_code, committee_code, kind, class_code, class_until, rows)
      SELECT true, listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until, sum(one)
      FROM (SELECT *, 1 AS one FROM come UNION ALL SELECT *, -1 FROM gone) AS both_of_them
      WHERE state <> ''CLOSED'' AND listed_street_code IS NOT NULL
      GROUP BY GROUPING SETS ((listed_street_code, listed_committee_code, listed_kind),
        (listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until))
      HAVING sum(one) <> 0 AND (grouping(listed_class_code) = 1 OR listed_class_code IS NOT NULL)\003B
  END IF\003B
  RETURN NULL\003B
END';
CREATE TRIGGER "alert_listed_come" AFTER INSERT ON "alert" REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION tally_alerted_household();
CREATE TRIGGER "alert_listed_gone" AFTER DELETE ON "alert" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tally_alerted_household();
CREATE TRIGGER "alert_listed_other" AFTER UPDATE ON "alert" REFERENCING NEW TABLE AS come OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tally_alerted_household();
CREATE TRIGGER "alert_listed_emptied" AFTER TRUNCATE ON "alert" FOR EACH STATEMENT EXECUTE FUNCTION tally_alerted_household();

-- The triggers count what is there already.
UPDATE "alert" a SET (listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until)
    = ROW(h.street_code, h.committee_code, h.kind, h.class_code, h.class_until)
  FROM "household_fact" h WHERE h.household_id = a.household_id AND h.valid_to = 'infinity';
