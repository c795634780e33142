/** Household: who forms a household on a day, its profile and the facts derived from it. */
export type * from './document.ts';
export * from './facts.ts';
export * from './freshness.ts';
export type { HouseholdFilter, HouseholdPage, HouseholdReader, ProfileOnDay } from './reader.ts';
export { createHouseholdReader } from './reader.ts';
export { createHouseholdService, type HouseholdService } from './household.service.ts';
