/** From the headers of a request to who asks, and why. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../src/kernel/clock.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import {
  type AccessPolicy,
  type Caller,
  type Clearance,
  clearCaller,
  type RequestQuota,
  type TokenVerifier,
} from '../../src/modules/access/index.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import { caseDivisions } from '../cases/reach.ts';
import type { GraphDependencies } from '../context.ts';
import { refusedAttempt } from '../permissions/disclosing.ts';
import type { RequestIdentity } from '../request-context.ts';
import { readId } from '../shared/public-id.ts';
import type { ServerLog } from './server-log.ts';

export interface AuthenticateParts {
  readonly clock: Clock;
  readonly graph: Pick<GraphDependencies, 'cases' | 'referrals' | 'households'>;
  readonly policy: AccessPolicy;
  readonly tokens: TokenVerifier;
  readonly requests: RequestQuota;
  readonly log: ServerLog;
  readonly disclosureLog: DisclosureLog;
}

type Asker = Omit<RequestIdentity, 'clearance' | 'caseHousehold'>;

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
  const clearance = await clear(asker, parts);
  return { ...asker, clearance, caseHousehold: await householdOfCase({ ...asker, clearance }, parts) };
}

/** The household of the stated case. It must be open and within the caller's reach; if not, the attempt is kept. */
async function householdOfCase(
  asker: Asker & Pick<RequestIdentity, 'clearance'>,
  parts: AuthenticateParts,
): Promise<number | null> {
  if (asker.caseId === null) return null;
  const household = await findOpenCase(Number(readId('case', asker.caseId, 'Wanjia-Case')), asker, parts);
  if (household !== null) return household;
  await recordRefusal(asker, parts, 'Wanjia-Case');
  throw new WanjiaError('CASE_NOT_OPEN', { case: asker.caseId });
}

/** By the caller's divisions, or by a referral of it that lasts: an organisation works on the cases it was sent. */
async function findOpenCase(
  id: number,
  asker: Asker & Pick<RequestIdentity, 'clearance'>,
  { graph: { cases, referrals, households } }: AuthenticateParts,
): Promise<number | null> {
  const [held] = await cases.find([id], caseDivisions(asker));
  if (held !== undefined) return held.closedAt === null ? held.householdId : null;
  const day = asker.clearance.rows.referrals ? await households.hubDay() : null;
  if (day === null) return null;
  const [sent] = await referrals.ofCases([id], { divisions: [], organisation: asker.caller.organisation, day });
  return sent?.householdId ?? null;
}

async function clear(asker: Asker, parts: AuthenticateParts): Promise<Clearance> {
  const { caller, purpose } = asker;
  try {
    return clearCaller({ policy: parts.policy, caller, purpose }, parts.clock.now());
  } catch (error) {
    const { subject, organisation, roles } = caller;
    parts.log.warn({ subject, organisation, roles, code: 'FORBIDDEN' }, 'a purpose that is not held was refused');
    await recordRefusal(asker, parts, 'Wanjia-Purpose');
    throw error;
  }
}

/** The attempt is kept too; a purpose nobody knows is not repeated. */
function recordRefusal(asker: Asker, { policy, disclosureLog }: AuthenticateParts, header: string): Promise<void> {
  const purpose = asker.purpose !== null && policy.purposes.has(asker.purpose) ? asker.purpose : null;
  return disclosureLog.admit().record(refusedAttempt({ ...asker, purpose }, [header]));
}
