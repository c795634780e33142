/**
 * The hub's side of the hop: makes out passes and signs the errand that names them, under a key of its own, and publishes
 * how to check it. One signature serves all persons and agencies of an operation.
 */
import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { AgencyId } from '../../../kernel/agency.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { keyFile } from '../../../platform/crypto/key-file.ts';
import {
  ALGORITHM,
  ALL_AGENCIES,
  audienceOf,
  digestOf,
  digestOfAll,
  ERRAND_SECONDS,
  type Errand,
  HUB,
  type PersonPass,
  type SignedErrand,
} from './errand.ts';

/** An errand under way. */
export interface OpenErrand {
  /** A pass of this errand, for one agency. */
  pass(agency: AgencyId, pass: PersonPass): string;
  /** What the agencies are shown, once every pass was made out. */
  sign(): SignedErrand;
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

const encoded = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url');

/** The issuer whose key lies in a file of `keysFolder`, made on first use. */
export async function createErrandIssuer(deps: {
  readonly keysFolder: string;
  readonly clock: Clock;
}): Promise<ErrandIssuer> {
  const { d, ...publicJwk } = JSON.parse(await keyFile(deps.keysFolder, 'errand-signing.jwk', newKey));
  const privateKey = createPrivateKey({ key: { ...publicJwk, d }, format: 'jwk' });
  const kid = String(publicJwk.x).slice(0, 12);
  const header = encoded({ alg: ALGORITHM, kid });
  const signed = (claims: object): string => {
    const text = `${header}.${encoded(claims)}`;
    return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
  };
  return {
    keys: { keys: [{ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }] },
    open: (errand) => {
      const id = randomUUID();
      const passes = new Map<AgencyId, string[]>();
      return {
        pass: (agency, { given, ...pass }) => {
          const consented = [...given.consented];
          const text = encoded({ aud: audienceOf(agency), of: id, ...pass, given: { ...given, consented } });
          const digests = passes.get(agency) ?? [];
          digests.push(digestOf(text));
          passes.set(agency, digests);
          return text;
        },
        sign: () => {
          const iat = Math.floor(deps.clock.now().getTime() / 1000);
          const times = { iss: HUB, iat, exp: iat + ERRAND_SECONDS };
          const lists = Object.fromEntries([...passes].map(([agency, digests]) => [agency, digestOfAll(digests)]));
          const token = signed({ ...times, aud: ALL_AGENCIES, jti: id, errand, passes: lists });
          return { token, passes: Object.fromEntries(passes) };
        },
      };
    },
  };
}
