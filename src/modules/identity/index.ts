/** Identity: which records are about one person; every link has a method, evidence and a way back. */
export { type AgencyRecord, findAgencyRecords } from './agency-record.store.ts';
export {
  createIdentityDecisions,
  type Decider,
  type IdentityDecisions,
  type RecordRef,
  type ReviewRefusal,
  type ReviewVerdict,
  SEALED_COLUMNS,
  type UndoRefusal,
} from './decision.service.ts';
export { createIdentityResolver, type IdentityResolver, type ResolveReport } from './identity.service.ts';
