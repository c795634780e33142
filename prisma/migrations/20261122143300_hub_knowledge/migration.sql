-- What the hub knew on which day: for reading past days.
ALTER TABLE "hub_day" ADD COLUMN "first_day" DATE;
ALTER TABLE "batch" ADD COLUMN "known_on" DATE;

UPDATE "hub_day" SET "first_day" = (SELECT min("valid_from") FROM "profile_version");
UPDATE "batch" SET "known_on" = "as_of" WHERE "state" = 'APPLIED';
