/** Administration: who may call, kept as data beside the policy pack, with the history of every change. */
export { identityOfAccount } from './account-identity.ts';
export type { Actor, AdministrationRefusal } from './actor.ts';
export { type Administration, createAdministration } from './administration.service.ts';
export type { Asked } from './change.ts';
export { type AdministeredDirectory, createDirectory, NOTICED_WITHIN_MS } from './directory.store.ts';
export type { AdministrationEvent } from './history.store.ts';
export type { Account, Organisation } from './organisation.ts';
export { findOrganisation } from './record.store.ts';
export { type ClassSuspension, forgetRevocations, type TokenRevocation } from './suspension.store.ts';
export { SUSPENSION_TARGETS } from './suspension-work.ts';
