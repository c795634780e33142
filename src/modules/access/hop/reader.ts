/** The agency's side of the hop: believes what the hub signed for it, and nothing else. */
import { KeyObject, verify } from 'node:crypto';
import { type CryptoKey, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { AgencyId } from '../../../kernel/agency.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import {
  ALGORITHM,
  ALL_AGENCIES,
  audienceOf,
  digestOf,
  digestOfAll,
  type Errand,
  HUB,
  type PersonPass,
  SKEW_SECONDS,
} from './errand.ts';

const texts = z.array(z.string());

const limits = z.object({
  purposes: texts.nullable(),
  closedClasses: texts,
  quotas: z.object({
    requestsPerMinute: z.number().nullable(),
    lookupsPerHour: z.number().nullable(),
    missesPerHour: z.number().nullable(),
    exportRowsPerDay: z.number().nullable(),
  }),
  contractUntil: z.custom<Day>((value) => typeof value === 'string').nullable(),
});

const tokenHeader = z.object({ alg: z.literal(ALGORITHM), kid: z.string() });

const errandClaims = z.object({
  iss: z.literal(HUB),
  aud: z.literal(ALL_AGENCIES),
  exp: z.number(),
  jti: z.string().min(1),
  errand: z.object({
    caller: z.object({
      subject: z.string(),
      organisation: z.string(),
      roles: texts,
      divisions: texts,
      limits: limits.optional(),
    }),
    purpose: z.string().nullable(),
    caseId: z.string().nullable(),
  }),
  passes: z.record(z.string(), z.string()),
});

const passClaims = z.object({
  aud: z.string(),
  of: z.string(),
  person: z.int(),
  household: z.int(),
  day: z.custom<Day>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)),
  given: z.object({
    openAlert: z.boolean(),
    openCase: z.boolean(),
    emergency: z.boolean(),
    secondPerson: z.boolean(),
    child: z.boolean(),
    obligor: z.boolean(),
    consented: texts,
  }),
});

/** An errand as an agency received it. */
export interface ReceivedErrand extends Errand {
  readonly id: string;
  /** The digest of the list of this agency's passes; null: it was given none. */
  readonly passes: string | null;
}

/** A pass of an errand and for this agency; null: it is not. */
export type PassReader = (pass: string) => PersonPass | null;

export interface ErrandReader {
  /** Throws UNAUTHENTICATED. */
  read(token: string): Promise<ReceivedErrand>;
  /** Reads the passes of an errand by the list of their digests, as the gateway brought it. */
  passesOf(errand: ReceivedErrand, list: unknown): PassReader;
}

/** Finds the key of the hub that a token names. */
export type HubKeys = (...token: Parameters<JWTVerifyGetKey>) => Promise<CryptoKey>;

/** The hub's keys, fetched when first needed and when an unknown one turns up. */
export function hubKeys(hub: URL): HubKeys {
  return createRemoteJWKSet(new URL('/federation/keys', hub));
}

const decoded = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));

/** The payload of a token that the hub signed. Throws where it did not. */
async function signedPayload(token: string, keys: HubKeys): Promise<unknown> {
  const [header = '', payload = '', signature = '', ...rest] = token.split('.');
  const key = await keys(tokenHeader.parse(decoded(header)), { payload, signature });
  const [text, bytes] = [Buffer.from(`${header}.${payload}`), Buffer.from(signature, 'base64url')];
  const signed = rest.length === 0 && verify(null, text, KeyObject.from(key), bytes);
  if (!signed) throw new Error('not signed by the hub');
  return decoded(payload);
}

const NONE: PassReader = () => null;
const digests = z.array(z.string());

export function createErrandReader(deps: {
  readonly agency: AgencyId;
  readonly keys: HubKeys;
  readonly clock: Clock;
}): ErrandReader {
  const { agency, keys, clock } = deps;
  return {
    async read(token) {
      try {
        const { jti, errand, exp, passes } = errandClaims.parse(await signedPayload(token, keys));
        if (exp + SKEW_SECONDS < clock.now().getTime() / 1000) throw new Error('expired');
        const { limits: narrowed, ...caller } = errand.caller;
        const received = narrowed === undefined ? caller : { ...caller, limits: narrowed };
        return { ...errand, id: jti, caller: received, passes: passes[agency] ?? null };
      } catch {
        throw new WanjiaError('UNAUTHENTICATED', { detail: 'not an errand of the hub' });
      }
    },
    passesOf(errand, list) {
      const { success, data } = digests.safeParse(list);
      if (!success || errand.passes === null || digestOfAll(data) !== errand.passes) return NONE;
      const madeOut = new Set(data);
      return (pass) => {
        if (!madeOut.has(digestOf(pass))) return null;
        const { aud, of, given, ...stated } = passClaims.parse(decoded(pass));
        if (aud !== audienceOf(agency) || of !== errand.id) return null;
        return { ...stated, given: { ...given, consented: new Set(given.consented) } };
      };
    },
  };
}
