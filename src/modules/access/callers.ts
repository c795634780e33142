/** From a token to its caller: what the token says is believed for a minute, what the records say is asked each time. */
import { beijingDay, type Clock } from '../../kernel/clock.ts';
import { addDays } from '../../kernel/day.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { admit } from './admission.ts';
import type { Caller } from './caller.ts';
import type { Directory, Standing } from './directory.ts';
import type { AccessPolicy } from './policy.ts';
import type { Identity, LastingIdentity, TokenReader } from './sign-in/identity.ts';
import { LONGEST_TOKEN } from './sign-in/jwt-reader.ts';

/** Tells who sent a token. */
export interface TokenVerifier {
  /**
   * The caller as it stands now: cheap enough to ask for every event of an open stream. Throws UNAUTHENTICATED for a
   * token that cannot be believed or was revoked, NOT_ADMITTED for one whose bearer may not call, ISSUER_UNREACHABLE.
   */
  verify(token: string): Promise<Caller>;
  /** Whether `verify` would answer. */
  stillValid(token: string): Promise<boolean>;
  /** The caller as it stands now, for what it left running: an endpoint, an export. Throws as `verify` does. */
  recall(identity: LastingIdentity): Promise<Caller>;
}

/** Who an identity is, and when that was found out. */
interface Admitted {
  readonly standing: Standing;
  readonly caller: Caller;
  readonly from: number;
  /** The caller may be another one from then on, though nothing is administered: a day begins, a suspension does or ends. */
  readonly until: number;
}

function nextChange({ closed }: Standing, now: Date): number {
  const times = closed.flatMap(({ from, until }) => [from.getTime(), until?.getTime() ?? 0]);
  const midnight = Date.parse(`${addDays(beijingDay(now), 1)}T00:00:00+08:00`);
  return Math.min(midnight, ...times.filter((time) => time > now.getTime()));
}

/** Admits by what the records say; an identity they say nothing new of is not looked at again. */
function createAdmission(policy: AccessPolicy) {
  const known = new WeakMap<Identity, Admitted>();
  return (identity: Identity, standing: Standing, now: Date): Caller => {
    const time = now.getTime();
    const held = known.get(identity);
    if (held !== undefined && held.standing === standing && time >= held.from && time < held.until) return held.caller;
    const caller = admit(identity, standing, { policy, now });
    known.set(identity, { standing, caller, from: time, until: nextChange(standing, now) });
    return caller;
  };
}

export function createCallers(deps: {
  readonly reader: TokenReader;
  readonly directory: Directory;
  readonly policy: AccessPolicy;
  readonly clock: Clock;
}): TokenVerifier {
  const { reader, directory, policy, clock } = deps;
  const admitted = createAdmission(policy);
  const verify = async (token: string): Promise<Caller> => {
    if (token.length > LONGEST_TOKEN) throw new WanjiaError('UNAUTHENTICATED', { detail: 'too long' });
    const identity = await reader.read(token);
    return admitted(identity, await directory.standingOf(identity), clock.now());
  };
  return {
    verify,
    recall: async (lasting) => {
      const identity = { ...lasting, tokenId: null, session: null, expires: clock.now() };
      return admit(identity, await directory.standingOf(identity), { policy, now: clock.now() });
    },
    stillValid: (token) =>
      verify(token).then(
        () => true,
        () => false,
      ),
  };
}
