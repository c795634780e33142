/** Callers that are not asking at this moment, for what they left running: admitted and cleared anew each time. */
import { beijingDay, type Clock } from '../../src/kernel/clock.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import {
  type AccessPolicy,
  type Caller,
  clearCaller,
  type LastingIdentity,
  type TokenVerifier,
} from '../../src/modules/access/index.ts';
import { sm3 } from '../../src/platform/crypto/sm3.ts';
import type { RequestIdentity } from '../request-context.ts';

export interface StandingParts {
  readonly policy: AccessPolicy;
  readonly tokens: Pick<TokenVerifier, 'recall'>;
  readonly clock: Clock;
}

/** Who it was, and for what. */
export interface StandingCaller {
  readonly identity: LastingIdentity;
  readonly purpose: string | null;
  /** Takes of the caller what is not to count here. */
  readonly narrow?: (caller: Caller) => Caller;
}

const NOT_ADMITTED: ReadonlySet<string> = new Set(['NOT_ADMITTED', 'UNAUTHENTICATED', 'FORBIDDEN']);

/** The caller as it stands now; null: it may not call any more, or not for this purpose. */
export async function recallCaller(
  { policy, tokens, clock }: StandingParts,
  { identity, purpose, narrow }: StandingCaller,
): Promise<RequestIdentity | null> {
  try {
    const recalled = await tokens.recall(identity);
    const caller = narrow?.(recalled) ?? recalled;
    const clearance = clearCaller({ policy, caller, purpose }, clock.now());
    return { caller, purpose, caseId: null, caseHousehold: null, clearance };
  } catch (error) {
    if (error instanceof WanjiaError && NOT_ADMITTED.has(error.code)) return null;
    throw error;
  }
}

/** Digest of what a caller may see: equal ones see the same, as far as the caller decides. */
export function grantOf(
  { policy, clock }: Pick<StandingParts, 'policy' | 'clock'>,
  caller: Caller,
  purpose: string | null,
): string {
  const { purposes = null, closedClasses = [], contract } = policy.standingOf(caller, beijingDay(clock.now()));
  const sorted = (words: readonly string[]): readonly string[] => [...words].sort();
  const { organisation, roles, divisions } = caller;
  const limits = [purposes === null || purposes.includes(purpose ?? ''), sorted(closedClasses), contract];
  return sm3(JSON.stringify([policy.version, organisation, sorted(roles), sorted(divisions), purpose, ...limits]));
}
