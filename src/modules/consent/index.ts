/** Consent: what persons allow the hub to show, to whom, for what and until when. */

export { type Consents, createConsents, VERSION_OF } from './consent.service.ts';
export type { ConsentRecord } from './consent.store.ts';
export {
  CAPACITIES,
  type Capacity,
  type ConsentRefusal,
  type ConsentWords,
  consentedFor,
  type GivenConsent,
  type HouseholdConsents,
  NO_CONSENTS,
  WITHDRAWAL_WAYS,
  type WithdrawalWay,
} from './consent.ts';
export { SEALED_COLUMNS } from './sealed-columns.ts';
