/** Signed tokens: signature, issuer, audience, times and kind. */
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../../../kernel/clock.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import { type ClaimNames, identityOf } from './claims.ts';
import type { Identity, TokenReader } from './identity.ts';
import { createKeeper } from './kept-answers.ts';

/** Signatures by a key pair; a shared secret, or none, is never believed. */
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'EdDSA', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'];

/** Kinds a header may state; an ID, logout or DPoP token says another. */
const TYPES = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

/** Longer ones are not read. */
export const LONGEST_TOKEN = 8_192;

/** A token is not believed for longer than this after it was issued, whatever it says: revocations are kept as long. */
export const LONGEST_LIFE_HOURS = 24;

const BELIEVED_MS = 60_000;

/** What a token must agree with. */
export interface Trust {
  readonly key: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly skewSeconds: number;
  readonly claims: ClaimNames;
  readonly clock: Clock;
}

const DETAIL: Readonly<Record<string, string>> = {
  aud: 'made out for another audience',
  iss: 'of another issuer',
  nbf: 'not valid yet',
  iat: 'issued in the future',
  exp: 'claims missing: exp',
  sub: 'claims missing: sub',
};

/** Says what is wrong in words of ours: the error's own text may quote the token. */
function refusal(error: unknown): WanjiaError {
  if (error instanceof WanjiaError) return error;
  if (error instanceof errors.JWTExpired) return new WanjiaError('UNAUTHENTICATED', { detail: 'token expired' });
  if (error instanceof errors.JWTClaimValidationFailed)
    return new WanjiaError('UNAUTHENTICATED', { detail: DETAIL[error.claim] ?? 'claims' });
  return new WanjiaError('UNAUTHENTICATED', { detail: 'signature' });
}

async function verify(token: string, trust: Trust): Promise<JWTPayload> {
  const { payload, protectedHeader } = await jwtVerify(token, trust.key, {
    algorithms: ALGORITHMS,
    issuer: trust.issuer,
    audience: trust.audience,
    clockTolerance: trust.skewSeconds,
    currentDate: trust.clock.now(),
    requiredClaims: ['exp', 'sub'],
    maxTokenAge: `${LONGEST_LIFE_HOURS}h`,
  });
  if (!TYPES.includes(protectedHeader.typ?.toLowerCase()))
    throw new WanjiaError('UNAUTHENTICATED', { detail: 'not an access token' });
  return payload;
}

/** Reads tokens; one that was good is believed for a minute without its signature being checked again. */
export function createJwtReader(trust: Trust): TokenReader {
  const keep = createKeeper<Identity>(trust.clock);
  return {
    read: (token) =>
      keep(token, async () => {
        const identity = await verify(token, trust)
          .then((payload) => identityOf(payload, trust.claims))
          .catch((error: unknown) => {
            throw refusal(error);
          });
        const until = Math.min(identity.expires.getTime(), trust.clock.now().getTime() + BELIEVED_MS);
        return { answer: identity, until };
      }),
  };
}
