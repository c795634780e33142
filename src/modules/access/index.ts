/** Access: who is calling, why, and what of the hub that opens. */
export { type Caller, type CallerLimits, NO_QUOTAS, type Quotas } from './caller.ts';
export {
  type Circumstances,
  circumstancesWith,
  consentedKey,
  type Factor,
  NOTHING_HOLDS,
  subsetsOf,
} from './circumstances.ts';
export type { Clearance, ClearedRows, Decision, FeedRows, Question, Reason } from './clearance.ts';
export type { CallerStanding } from './compile.ts';
export { issueDemoToken } from './demo-token.ts';
export { createEmergencies, type Emergencies, type EmergencyAccess } from './emergency.store.ts';
export { createLookupQuota, type LookupLimits, type LookupQuota } from './lookup-quota.ts';
export { createMasks, type Masks } from './masks.ts';
export type { AccessPolicy, PolicyOrganisation } from './policy.ts';
export { type MaskName, UNSTATED } from './policy-file.ts';
export { loadPolicy, parsePolicy } from './policy-load.ts';
export {
  AUDIENCE,
  createLocalIssuer,
  createRemoteVerifier,
  LOCAL_ISSUER,
  type LocalIssuer,
  type TokenVerifier,
} from './tokens.ts';
