/** Signed tokens: who may be believed to be whom. */
import { createHash } from 'node:crypto';
import {
  createRemoteJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { keyFile } from '../../platform/crypto/key-file.ts';
import type { Caller } from './caller.ts';

const ALGORITHM = 'ES256';
export const LOCAL_ISSUER = 'wanjia-local';
export const AUDIENCE = 'wanjia';
const DEMO_SECONDS = 12 * 3600;
const DEFAULT_TOLERANCE_SECONDS = 5;

/** Tells who sent a token; throws UNAUTHENTICATED for one that cannot be believed. */
export interface TokenVerifier {
  verify(token: string): Promise<Caller>;
}

/** The issuer of a hub without an identity provider: for the demo and for tests. */
export interface LocalIssuer extends TokenVerifier {
  issue(caller: Caller, seconds?: number): Promise<string>;
}

const claims = z.object({
  sub: z.string().min(1),
  org: z.string().min(1),
  roles: z.array(z.string().min(1)).min(1),
  // An empty prefix would match every division.
  div: z.array(z.string().regex(/^\d{2,12}$/)),
  exp: z.number(),
});

function callerOf(payload: JWTPayload): Caller {
  const read = claims.safeParse(payload);
  if (!read.success) throw new WanjiaError('UNAUTHENTICATED', { detail: 'claims missing: sub, org, roles, div, exp' });
  const { sub, org, roles, div } = read.data;
  return { subject: sub, organisation: org, roles, divisions: div };
}

function refusal(error: unknown): WanjiaError {
  if (error instanceof WanjiaError) return error;
  if (error instanceof errors.JWTExpired) return new WanjiaError('UNAUTHENTICATED', { detail: 'token expired' });
  const detail = error instanceof errors.JWKSTimeout ? 'keys of the issuer not reachable' : 'signature or claims';
  return new WanjiaError('UNAUTHENTICATED', { detail });
}

interface Trust {
  readonly key: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly clockToleranceSeconds: number;
  readonly clock: Clock;
}

const KEPT_TOKENS = 5_000;
const KEPT_MS = 60_000;

/** Checks tokens; one that was good is believed for a minute without checking the signature again. */
function createVerifier(trust: Trust): TokenVerifier {
  const believed = new Map<string, { readonly caller: Caller; readonly until: number }>();
  const check = async (token: string): Promise<{ caller: Caller; expires: number }> => {
    const { payload } = await jwtVerify(token, trust.key, {
      issuer: trust.issuer,
      audience: trust.audience,
      clockTolerance: trust.clockToleranceSeconds,
      currentDate: trust.clock.now(),
      algorithms: [ALGORITHM, 'EdDSA', 'RS256', 'PS256'],
    });
    return { caller: callerOf(payload), expires: (payload.exp ?? 0) * 1000 };
  };
  return {
    verify: async (token) => {
      const now = trust.clock.now().getTime();
      const digest = createHash('sha256').update(token).digest('base64');
      const known = believed.get(digest);
      if (known !== undefined && known.until > now) return known.caller;
      const { caller, expires } = await check(token).catch((error: unknown) => {
        throw refusal(error);
      });
      if (believed.size >= KEPT_TOKENS) believed.clear();
      believed.set(digest, { caller, until: Math.min(expires, now + KEPT_MS) });
      return caller;
    },
  };
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return JSON.stringify({ ...(await exportJWK(privateKey)), alg: ALGORITHM });
}

/** An issuer whose key lies in a file of `keysFolder`, made on first use. */
export async function createLocalIssuer(options: {
  readonly keysFolder: string;
  readonly clock: Clock;
}): Promise<LocalIssuer> {
  const { d, ...publicJwk } = JSON.parse(await keyFile(options.keysFolder, 'token-signing.jwk', newKey));
  const privateKey = await importJWK({ ...publicJwk, d }, ALGORITHM);
  const publicKey = await importJWK(publicJwk, ALGORITHM);
  const verifier = createVerifier({
    key: async () => publicKey,
    issuer: LOCAL_ISSUER,
    audience: AUDIENCE,
    clockToleranceSeconds: DEFAULT_TOLERANCE_SECONDS,
    clock: options.clock,
  });
  return {
    ...verifier,
    issue: (caller, seconds = DEMO_SECONDS) => {
      const now = Math.floor(options.clock.now().getTime() / 1000);
      return new SignJWT({ org: caller.organisation, roles: [...caller.roles], div: [...caller.divisions] })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(caller.subject)
        .setIssuer(LOCAL_ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .sign(privateKey);
    },
  };
}

/** Believes the tokens of an identity provider, whose keys are read from its JWKS address. */
export function createRemoteVerifier(options: {
  readonly issuer: string;
  readonly jwksUrl: URL;
  readonly audience: string;
  readonly clockToleranceSeconds: number;
  readonly clock: Clock;
}): TokenVerifier {
  return createVerifier({ ...options, key: createRemoteJWKSet(options.jwksUrl) });
}
