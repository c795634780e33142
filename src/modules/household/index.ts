/** Household: who forms a household on a day, its profile and the facts derived from it. */
export { arrangeRecords } from './build.ts';
export type * from './document.ts';
export { createDocumentReader } from './document-reader.ts';
export { householdFactOf, memberFactsOf } from './fact-rows.ts';
export * from './facts.ts';
export * from './freshness.ts';
export { createHouseholdService, type HouseholdService, type RebuildReport } from './household.service.ts';
export {
  concealProfile,
  type Hiding,
  HOUSEHOLD_IDENTITY,
  type HouseholdIdentities,
  openIdentities,
  PERSON_IDENTITY,
  type PersonIdentity,
  SEALED_COLUMNS,
  type StoredProfile,
} from './identities.ts';
export {
  type HouseholdFilter,
  type HouseholdPage,
  type PageRequest,
  patternsOf,
  type RowScope,
  withinDivisions,
} from './query.ts';
export { createHouseholdReader, dayAsked, type HouseholdReader, type ProfileOnDay } from './reader.ts';
export {
  type Cells,
  type GatheredRecords,
  noRecords,
  RECORD_QUERIES,
  type RecordQuery,
  recordColumns,
  SOURCE_COLUMNS,
  SOURCE_WIDTH,
  sourceOf,
} from './record-queries.ts';
