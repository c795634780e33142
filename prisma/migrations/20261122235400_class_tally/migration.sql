-- All households are counted without their class, and those with a class once more by it: classes end on many days, and whoever
-- counts households need not add those up. The schema engine ends a statement at every semicolon, quoted or not: those inside
-- are written by their number.
CREATE OR REPLACE FUNCTION tally_household_fact() RETURNS trigger LANGUAGE plpgsql AS U&'BEGIN
  IF TG_OP = ''TRUNCATE'' THEN
    DELETE FROM household_tally\003B
  ELSIF TG_OP = ''INSERT'' THEN
    INSERT INTO household_tally (street_code, committee_code, kind, class_code, class_until, rows)
      SELECT street_code, committee_code, kind, class_code, class_until, count(*) FROM come WHERE valid_to = ''infinity''
      GROUP BY GROUPING SETS ((street_code, committee_code, kind), (street_code, committee_code, kind, class_code, class_until))
      HAVING grouping(class_code) = 1 OR class_code IS NOT NULL\003B
  ELSIF TG_OP = ''DELETE'' THEN
    INSERT INTO household_tally (street_code, committee_code, kind, class_code, class_until, rows)
      SELECT street_code, committee_code, kind, class_code, class_until, -count(*) FROM gone WHERE valid_to = ''infinity''
      GROUP BY GROUPING SETS ((street_code, committee_code, kind), (street_code, committee_code, kind, class_code, class_until))
      HAVING grouping(class_code) = 1 OR class_code IS NOT NULL\003B
  ELSE
    INSERT INTO household_tally (street_code, committee_code, kind, class_code, class_until, rows)
      SELECT street_code, committee_code, kind, class_code, class_until, sum(one)
      FROM (SELECT *, 1 AS one FROM come UNION ALL SELECT *, -1 FROM gone) AS both_of_them WHERE valid_to = ''infinity''
      GROUP BY GROUPING SETS ((street_code, committee_code, kind), (street_code, committee_code, kind, class_code, class_until))
      HAVING sum(one) <> 0 AND (grouping(class_code) = 1 OR class_code IS NOT NULL)\003B
  END IF\003B
  RETURN NULL\003B
END';
DELETE FROM "household_tally";
INSERT INTO "household_tally" (street_code, committee_code, kind, class_code, class_until, folded, rows)
  SELECT street_code, committee_code, kind, class_code, class_until, true, count(*)
  FROM "household_fact" WHERE valid_to = 'infinity'
  GROUP BY GROUPING SETS ((street_code, committee_code, kind), (street_code, committee_code, kind, class_code, class_until))
  HAVING grouping(class_code) = 1 OR class_code IS NOT NULL;

-- CreateIndex
CREATE INDEX "household_tally_class_code_street_code_idx" ON "household_tally"("class_code", "street_code");
