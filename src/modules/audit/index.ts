/** Audit: who read what of whom, why and when; kept so that nobody can change it unseen. */
export { type Audit, type AuditSettings, openAudit } from './audit.service.ts';
export type { DisclosureEntry, DisclosurePage, DisclosurePlace } from './disclosure.store.ts';
export {
  DISCLOSURE_DECISIONS,
  type Disclosure,
  type DisclosureDecision,
  type DisclosureScope,
  disclosureScope,
} from './disclosure.ts';
export type { DisclosureLog, DisclosureSlot } from './disclosure-log.ts';
export type { ChainProblem, ChainReport } from './verify.ts';
