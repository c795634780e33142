/** Whose rights something runs with that an operator enters: an account on record, or one of the demo's callers. */
import { WanjiaError } from '../kernel/errors.ts';
import {
  type Caller,
  clearCaller,
  type LastingCaller,
  type LastingIdentity,
  LOCAL_ISSUER,
} from '../modules/access/index.ts';
import { identityOfAccount } from '../modules/administration/index.ts';
import type { Access } from './access.ts';

export type StandIn = Omit<LastingCaller, 'purpose'>;

async function identityOf(
  handle: string,
  { administration, issuers, policy }: Access,
  now: Date,
): Promise<LastingIdentity> {
  const account = await administration.account(handle);
  if (account !== null) return identityOfAccount(account, now);
  const persona = issuers.includes(LOCAL_ISSUER) ? policy.personas.get(handle) : undefined;
  if (persona === undefined) throw new WanjiaError('NOT_FOUND', { what: 'account of this name' });
  return { issuer: LOCAL_ISSUER, subject: handle, clientId: null, issuedAt: now, stated: persona };
}

/**
 * What an account may do for a purpose, it may be entered for: throws NOT_ADMITTED and FORBIDDEN as a request of its own
 * would.
 */
export async function standInFor(
  access: Access,
  { handle, purpose, dataClass }: { readonly handle: string; readonly purpose: string; readonly dataClass: string },
  now: Date,
): Promise<StandIn> {
  const identity = await identityOf(handle, access, now);
  const caller: Caller = await access.tokens.recall(identity);
  const clearance = clearCaller({ policy: access.policy, caller, purpose }, now);
  if (clearance.settled(dataClass)?.kind !== 'allow')
    throw new WanjiaError('FORBIDDEN', { what: `${dataClass} for ${purpose}` });
  return { organisation: caller.organisation, subject: caller.subject, identity: caller.identity ?? identity };
}
