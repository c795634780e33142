/** From the headers of a request to who asks, and why. */
import type { IncomingHttpHeaders } from 'node:http';
import { beijingDay, type Clock } from '../../src/kernel/clock.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { AccessPolicy, Caller, Clearance, RequestQuota, TokenVerifier } from '../../src/modules/access/index.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import { refusedAttempt } from '../permissions/disclosing.ts';
import type { RequestIdentity } from '../request-context.ts';
import type { ServerLog } from './server-log.ts';

interface AuthenticateParts {
  readonly clock: Clock;
  readonly policy: AccessPolicy;
  readonly tokens: TokenVerifier;
  readonly requests: RequestQuota;
  readonly log: ServerLog;
  readonly disclosureLog: DisclosureLog;
}

type Asker = Omit<RequestIdentity, 'clearance'>;

const BEARER = /^Bearer ([\w.~+/=-]{1,8192})$/i;
const CASE = /^[A-Za-z][\w.:-]{0,63}$/;

function single(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A case's id begins with a letter: a citizen number by mistake never gets into the log. */
function caseOf(headers: IncomingHttpHeaders): string | null {
  const caseId = single(headers['wanjia-case']);
  if (caseId !== null && !CASE.test(caseId))
    throw new WanjiaError('BAD_USER_INPUT', { input: 'Wanjia-Case', expected: 'an id of a case, such as C12' });
  return caseId;
}

/** What a token that was not admitted says of its bearer is not repeated: only records are ours. */
async function admitted(token: string, { tokens, log }: AuthenticateParts): Promise<Caller> {
  try {
    return await tokens.verify(token);
  } catch (error) {
    if (error instanceof WanjiaError && error.code === 'NOT_ADMITTED')
      log.warn({ code: error.code, reason: String(error.params.reason) }, 'a signed-in caller was not admitted');
    throw error;
  }
}

/**
 * Throws UNAUTHENTICATED without a believable token, NOT_ADMITTED where the records say no, TOO_MANY_REQUESTS beyond
 * the caller's quota, FORBIDDEN for a purpose it does not hold.
 */
export async function authenticate(headers: IncomingHttpHeaders, parts: AuthenticateParts): Promise<RequestIdentity> {
  const token = BEARER.exec(single(headers.authorization) ?? '')?.[1];
  if (token === undefined) throw new WanjiaError('UNAUTHENTICATED', { detail: 'no bearer token' });
  const caller = await admitted(token, parts);
  parts.requests.admit(caller);
  const asker = { caller, purpose: single(headers['wanjia-purpose']), caseId: caseOf(headers) };
  return { ...asker, clearance: await clear(asker, parts) };
}

async function clear(asker: Asker, parts: AuthenticateParts): Promise<Clearance> {
  const { caller, purpose } = asker;
  try {
    const standing = parts.policy.standingOf(caller, beijingDay(parts.clock.now()));
    return parts.policy.clear(caller.roles, purpose, standing);
  } catch (error) {
    const { subject, organisation, roles } = caller;
    parts.log.warn({ subject, organisation, roles, code: 'FORBIDDEN' }, 'a purpose that is not held was refused');
    await recordRefusal(asker, parts);
    throw error;
  }
}

/** The attempt is kept too; a purpose nobody knows is not repeated. */
function recordRefusal(asker: Asker, { policy, disclosureLog }: AuthenticateParts): Promise<void> {
  const purpose = asker.purpose !== null && policy.purposes.has(asker.purpose) ? asker.purpose : null;
  return disclosureLog.admit().record(refusedAttempt({ ...asker, purpose }, ['Wanjia-Purpose']));
}
