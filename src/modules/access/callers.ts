/** From a token to its caller: what the token says is believed for a minute, what the records say is asked each time. */
import type { Clock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { admit } from './admission.ts';
import type { Caller } from './caller.ts';
import type { Directory } from './directory.ts';
import type { AccessPolicy } from './policy.ts';
import type { LastingIdentity, TokenReader } from './sign-in/identity.ts';
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

export function createCallers(deps: {
  readonly reader: TokenReader;
  readonly directory: Directory;
  readonly policy: AccessPolicy;
  readonly clock: Clock;
}): TokenVerifier {
  const { reader, directory, policy, clock } = deps;
  const verify = async (token: string): Promise<Caller> => {
    if (token.length > LONGEST_TOKEN) throw new WanjiaError('UNAUTHENTICATED', { detail: 'too long' });
    const identity = await reader.read(token);
    return admit(identity, await directory.standingOf(identity), { policy, now: clock.now() });
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
