/** The agency's side of the hop: believes what the hub signed for it, and nothing else. */
import { compactVerify, createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { AgencyId } from '../../../kernel/agency.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import { ALGORITHM, ALL_AGENCIES, audienceOf, type Errand, HUB, type PersonPass, SKEW_SECONDS } from './errand.ts';

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

const errandClaims = z.object({
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
});

const passClaims = z.object({
  iss: z.literal(HUB),
  aud: z.string(),
  of: z.string(),
  exp: z.number(),
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
}

export interface ErrandReader {
  /** Throws UNAUTHENTICATED. */
  read(token: string): Promise<ReceivedErrand>;
  /** A pass of this errand and for this agency; null: it is not. */
  readPass(errand: ReceivedErrand, pass: string): Promise<PersonPass | null>;
}

/** The hub's keys, fetched when first needed and when an unknown one turns up. */
export function hubKeys(hub: URL): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL('/federation/keys', hub));
}

export function createErrandReader(deps: {
  readonly agency: AgencyId;
  readonly keys: JWTVerifyGetKey;
  readonly clock: Clock;
}): ErrandReader {
  const { agency, keys, clock } = deps;
  const text = new TextDecoder();
  return {
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: [ALGORITHM],
          issuer: HUB,
          audience: ALL_AGENCIES,
          clockTolerance: SKEW_SECONDS,
          currentDate: clock.now(),
          requiredClaims: ['exp', 'jti'],
        });
        const { jti, errand } = errandClaims.parse(payload);
        const { limits: narrowed, ...caller } = errand.caller;
        return { ...errand, id: jti, caller: narrowed === undefined ? caller : { ...caller, limits: narrowed } };
      } catch {
        throw new WanjiaError('UNAUTHENTICATED', { detail: 'not an errand of the hub' });
      }
    },
    async readPass(errand, pass) {
      try {
        const { payload } = await compactVerify(pass, keys, { algorithms: [ALGORITHM] });
        const { aud, of, exp, given, person, household, day } = passClaims.parse(JSON.parse(text.decode(payload)));
        const ours = aud === audienceOf(agency) && of === errand.id;
        if (!ours || exp + SKEW_SECONDS < clock.now().getTime() / 1000) return null;
        return { person, household, day, given: { ...given, consented: new Set(given.consented) } };
      } catch {
        return null;
      }
    },
  };
}
