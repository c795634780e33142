/** Access: who is calling, why, and what of the hub that opens. */

export { commonPrefixes } from './admission.ts';
export { type Caller, type CallerLimits, NO_QUOTAS, type Quotas } from './caller.ts';
export { createCallers, type TokenVerifier } from './callers.ts';
export {
  type Circumstances,
  circumstancesWith,
  consentedKey,
  type Factor,
  NOTHING_HOLDS,
  subsetsOf,
} from './circumstances.ts';
export { clearCaller } from './clear-caller.ts';
export type { Clearance, ClearedRows, Decision, FeedRows, Question, Reason } from './clearance.ts';
export type { CallerStanding } from './compile.ts';
export { issueDemoToken } from './demo-token.ts';
export type { AccountRecord, ClosedClass, Directory, OrganisationRecord, Standing } from './directory.ts';
export { createEmergencies, type Emergencies, type EmergencyAccess } from './emergency.store.ts';
export type { Errand, PersonPass, SignedErrand } from './hop/errand.ts';
export { createErrandIssuer, type ErrandIssuer, type OpenErrand } from './hop/issuer.ts';
export { createErrandReader, type ErrandReader, hubKeys, type PassReader, type ReceivedErrand } from './hop/reader.ts';
export { createLookupLedger, type LookupLedger, type LookupLimits } from './lookup-ledger.store.ts';
export { createLookupQuota, type LookupQuota } from './lookup-quota.ts';
export { createMasks, IDENTITY_MASKS, type Masks } from './masks.ts';
export { createOpenings, type Opened, type Opening, type Openings } from './opening.store.ts';
export type { AccessPolicy, PolicyOrganisation } from './policy.ts';
export { type MaskName, policyFile, UNSTATED } from './policy-file.ts';
export { loadPolicy, parsePolicy } from './policy-load.ts';
export { createRequestQuota, type RequestQuota } from './request-quota.ts';
export { SEALED_COLUMNS } from './sealed-columns.ts';
export type { Identity, LastingCaller, LastingIdentity, TokenReader } from './sign-in/identity.ts';
export { LONGEST_LIFE_HOURS } from './sign-in/jwt-reader.ts';
export {
  AUDIENCE,
  createLocalIssuer,
  LOCAL_ISSUER,
  type LocalIssuer,
} from './sign-in/local-issuer.ts';
export { createProviders, type ProviderSettings } from './sign-in/provider.ts';
