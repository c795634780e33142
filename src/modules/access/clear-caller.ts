import { beijingDay } from '../../kernel/clock.ts';
import type { Caller } from './caller.ts';
import type { Clearance } from './clearance.ts';
import type { AccessPolicy } from './policy.ts';

/** What a caller may see for a purpose as it stands now; `null` is no purpose. Throws FORBIDDEN for one it does not hold. */
export function clearCaller(
  {
    policy,
    caller,
    purpose,
  }: { readonly policy: AccessPolicy; readonly caller: Caller; readonly purpose: string | null },
  now: Date,
): Clearance {
  return policy.clear(caller.roles, purpose, policy.standingOf(caller, beijingDay(now)));
}
