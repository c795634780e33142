import type { LastingIdentity } from '../access/index.ts';
import type { Account } from './organisation.ts';

const NOTHING_STATED = { organisation: null, roles: null, divisions: null };

/** By which an account is admitted for what is entered for it without its token. Tokens revoked until now do not count. */
export function identityOfAccount({ issuer, subject, clientId }: Account, now: Date): LastingIdentity {
  return { issuer, subject, clientId, issuedAt: now, stated: NOTHING_STATED };
}
