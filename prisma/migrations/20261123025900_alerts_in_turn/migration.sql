-- Whoever writes many alerts at once does so alone, or two of them could wait for each other: households that are written anew with
-- their alerts take their turn with raising and passing up. Whoever works on one alert does not.
CREATE OR REPLACE FUNCTION list_alerts_of_households() RETURNS trigger LANGUAGE plpgsql AS U&'DECLARE
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
  IF NOT EXISTS (SELECT FROM unnest(written) AS w (household_id) JOIN alert a ON a.household_id = w.household_id) THEN
    RETURN NULL\003B
  END IF\003B
  PERFORM pg_advisory_xact_lock(hashtextextended(''wanjia:alerting'', 0))\003B
  UPDATE alert a SET (listed_street_code, listed_committee_code, listed_kind, listed_class_code, listed_class_until)
      = ROW(h.street_code, h.committee_code, h.kind, h.class_code, h.class_until)
    FROM unnest(written) AS w (household_id)
    LEFT JOIN household_fact h ON h.household_id = w.household_id AND h.valid_to = ''infinity''
    WHERE a.household_id = w.household_id
      AND (a.listed_street_code, a.listed_committee_code, a.listed_kind, a.listed_class_code, a.listed_class_until)
        IS DISTINCT FROM (h.street_code, h.committee_code, h.kind, h.class_code, h.class_until)\003B
  RETURN NULL\003B
END';
