/**
 * The simulated district of Changning and its agencies: for the demo, tests and benchmarks. Deterministic by
 * seed, size and day; every number under the never-assigned prefix 310199.
 */
export type { AgencyFaults } from './agencies/faults.ts';
export {
  type Agencies,
  type AgenciesOptions,
  type AgencySettings,
  startAgencies,
} from './agencies/start-agencies.ts';
export { type City, createCity, type HouseholdChanges } from './city/city.ts';
export type { CityOptions } from './city/city-settings.ts';
export type { Household } from './city/household.ts';
export type { Manifest, ManifestFile } from './delivery/manifest.ts';
export { type DeliveryOptions, type DeliverySource, writeDelivery } from './delivery/write-delivery.ts';
export { HEAVY_MESS, LIGHT_MESS, type Messiness, NO_MESS } from './mess/messiness.ts';
export type { RecordVersion } from './records/record-version.ts';
