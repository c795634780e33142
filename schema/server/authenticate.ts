/** From the headers of a request to who asks, and why. */
import type { IncomingHttpHeaders } from 'node:http';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { AccessPolicy, Caller, Clearance, TokenVerifier } from '../../src/modules/access/index.ts';
import type { RequestIdentity } from '../request-context.ts';
import type { ServerLog } from './server-log.ts';

interface AuthenticateParts {
  readonly policy: AccessPolicy;
  readonly tokens: TokenVerifier;
  readonly log: ServerLog;
}

const BEARER = /^Bearer ([\w.~+/=-]{1,8192})$/i;

function single(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Throws UNAUTHENTICATED without a believable token, FORBIDDEN for a purpose the caller does not hold. */
export async function authenticate(headers: IncomingHttpHeaders, parts: AuthenticateParts): Promise<RequestIdentity> {
  const token = BEARER.exec(single(headers.authorization) ?? '')?.[1];
  if (token === undefined) throw new WanjiaError('UNAUTHENTICATED', { detail: 'no bearer token' });
  const caller = await parts.tokens.verify(token);
  const purpose = single(headers['wanjia-purpose']);
  return { caller, purpose, clearance: clear(caller, purpose, parts) };
}

function clear(caller: Caller, purpose: string | null, { policy, log }: AuthenticateParts): Clearance {
  try {
    return policy.clear(caller.roles, purpose);
  } catch (error) {
    const { subject, organisation, roles } = caller;
    log.warn({ subject, organisation, roles, code: 'FORBIDDEN' }, 'a purpose that is not held was refused');
    throw error;
  }
}
