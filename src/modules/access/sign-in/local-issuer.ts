/** The issuer of a hub without an identity provider: for the demo and for tests. */
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { Clock } from '../../../kernel/clock.ts';
import { keyFile } from '../../../platform/crypto/key-file.ts';
import type { Caller } from '../caller.ts';
import type { TokenReader } from './identity.ts';
import { createJwtReader } from './jwt-reader.ts';

const ALGORITHM = 'ES256';
export const LOCAL_ISSUER = 'wanjia-local';
export const AUDIENCE = 'wanjia';
const DEMO_SECONDS = 12 * 3600;
const SKEW_SECONDS = 5;

export type IssuedTo = Pick<Caller, 'subject' | 'organisation' | 'roles' | 'divisions'>;

export interface LocalIssuer extends TokenReader {
  /** A token of twelve hours unless said otherwise. */
  issue(caller: IssuedTo, terms?: { readonly seconds?: number; readonly clientId?: string | null }): Promise<string>;
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
  const { clock, keysFolder } = options;
  const { d, ...publicJwk } = JSON.parse(await keyFile(keysFolder, 'token-signing.jwk', newKey));
  const privateKey = await importJWK({ ...publicJwk, d }, ALGORITHM);
  const publicKey = await importJWK(publicJwk, ALGORITHM);
  const reader = createJwtReader({
    key: async () => publicKey,
    issuer: LOCAL_ISSUER,
    audience: AUDIENCE,
    skewSeconds: SKEW_SECONDS,
    claims: { organisation: 'org', roles: 'roles', divisions: 'div' },
    clock,
  });
  return {
    ...reader,
    issue: (caller, { seconds = DEMO_SECONDS, clientId = null } = {}) => {
      const now = Math.floor(clock.now().getTime() / 1000);
      const { organisation: org, roles, divisions: div } = caller;
      return new SignJWT({ org, roles, div, ...(clientId !== null && { client_id: clientId }) })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(caller.subject)
        .setIssuer(LOCAL_ISSUER)
        .setAudience(AUDIENCE)
        .setJti(randomUUID())
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .sign(privateKey);
    },
  };
}
