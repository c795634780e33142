/** The hub's side of the hop: signs errands and passes under a key of its own, and publishes how to check them. */
import { randomUUID } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { AgencyId } from '../../../kernel/agency.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { keyFile } from '../../../platform/crypto/key-file.ts';
import { ALGORITHM, ALL_AGENCIES, audienceOf, ERRAND_SECONDS, type Errand, HUB, type PersonPass } from './errand.ts';

/** An errand under way. */
export interface OpenErrand {
  /** What the agencies are shown. */
  readonly token: Promise<string>;
  /** A pass of this errand, for one agency. */
  pass(agency: AgencyId, pass: PersonPass): Promise<string>;
}

export interface ErrandIssuer {
  open(errand: Errand): OpenErrand;
  /** The public key, as a JWK set. */
  readonly keys: { readonly keys: readonly JWK[] };
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

/** The issuer whose key lies in a file of `keysFolder`, made on first use. */
export async function createErrandIssuer(deps: {
  readonly keysFolder: string;
  readonly clock: Clock;
}): Promise<ErrandIssuer> {
  const { d, ...publicJwk } = JSON.parse(await keyFile(deps.keysFolder, 'errand-signing.jwk', newKey));
  const privateKey = await importJWK({ ...publicJwk, d }, ALGORITHM);
  const kid = String(publicJwk.x).slice(0, 12);
  const text = new TextEncoder();
  const sign = (claims: object): Promise<string> =>
    new CompactSign(text.encode(JSON.stringify(claims))).setProtectedHeader({ alg: ALGORITHM, kid }).sign(privateKey);
  return {
    keys: { keys: [{ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }] },
    open: (errand) => {
      const id = randomUUID();
      const now = Math.floor(deps.clock.now().getTime() / 1000);
      const times = { iss: HUB, iat: now, exp: now + ERRAND_SECONDS };
      return {
        token: sign({ ...times, aud: ALL_AGENCIES, jti: id, errand }),
        pass: (agency, { given, ...pass }) =>
          sign({
            ...times,
            aud: audienceOf(agency),
            of: id,
            ...pass,
            given: { ...given, consented: [...given.consented] },
          }),
      };
    },
  };
}
