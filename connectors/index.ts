/** Every agency that delivers, in the order in which they are listed. One more is its folder and its line here. */
import type { RecordsOf } from './sdk/person-list.ts';
import { byId, contractsOf, listsOf, type RecordIn } from './sdk/registry.ts';

export const CONNECTORS = [
  (await import('./civil-affairs/index.ts')).CIVIL_AFFAIRS,
  (await import('./health-insurance/index.ts')).HEALTH_INSURANCE,
  (await import('./education/index.ts')).EDUCATION,
  (await import('./human-resources/index.ts')).HUMAN_RESOURCES,
  (await import('./disability-federation/index.ts')).DISABILITY_FEDERATION,
  (await import('./housing/index.ts')).HOUSING,
] as const;

/** By id. */
export const CONNECTOR_OF = byId(CONNECTORS);

/** Every record type the hub knows, by its code. */
export const CONTRACTS = contractsOf(CONNECTORS);

/** What agencies' records say of a person, by the name under which a profile holds them. */
export const PERSON_LISTS = listsOf(CONNECTORS);

/** The canonical record of a record type. */
export type RecordByType<Type extends keyof typeof CONTRACTS> = RecordIn<typeof CONTRACTS, Type>;

/** One person's records of all agencies. */
export type PersonRecords = RecordsOf<typeof PERSON_LISTS>;
