/** Which claims make an access token for the hub, and where the caller's own are found in them. */
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { WanjiaError } from '../../../kernel/errors.ts';
import type { Identity, StatedCaller } from './identity.ts';

/** Where a provider's tokens name what may narrow a caller; absent: not asked for. */
export interface ClaimNames {
  readonly organisation?: string | undefined;
  readonly roles?: string | undefined;
  readonly divisions?: string | undefined;
}

const word = z.string().min(1).max(256);
const required = z.object({ iss: word, sub: word, iat: z.number(), exp: z.number() });

/** Marks of ID, logout and refresh tokens, and of tokens that are bound to a key we are not shown (DPoP, mTLS). */
const FOREIGN_CLAIMS = ['nonce', 'at_hash', 'c_hash', 'events', 'cnf'];
const FOREIGN_TYPES = ['id', 'refresh', 'offline', 'logout'];

function refuseForeign(payload: JWTPayload): void {
  const type = typeof payload.typ === 'string' ? payload.typ.toLowerCase() : '';
  if (FOREIGN_TYPES.includes(type) || FOREIGN_CLAIMS.some((name) => Object.hasOwn(payload, name)))
    throw new WanjiaError('UNAUTHENTICATED', { detail: 'not an access token' });
}

function within(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** A claim by its name, or by a path such as `realm_access.roles`. */
function claim(payload: JWTPayload, name: string): unknown {
  return within(payload, name) ?? name.split('.').reduce<unknown>(within, payload);
}

/** A list, or words in one text; anything else is an empty list, which opens nothing. */
function wordsOf(payload: JWTPayload, name: string | undefined): readonly string[] | null {
  if (name === undefined) return null;
  const value = claim(payload, name);
  if (typeof value === 'string') return value.split(/\s+/).filter((part) => part !== '');
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string' && part !== '') : [];
}

function optionalWord(value: unknown): string | null {
  return word.safeParse(value).data ?? null;
}

/** An organisation that is asked for and missing is none that there is. */
function statedBy(payload: JWTPayload, names: ClaimNames): StatedCaller {
  return {
    organisation: names.organisation === undefined ? null : String(claim(payload, names.organisation) ?? ''),
    roles: wordsOf(payload, names.roles),
    divisions: wordsOf(payload, names.divisions),
  };
}

/** The identity in claims that were verified; throws UNAUTHENTICATED where they are not those of an access token. */
export function identityOf(payload: JWTPayload, names: ClaimNames): Identity {
  refuseForeign(payload);
  const read = required.safeParse(payload);
  if (!read.success) throw new WanjiaError('UNAUTHENTICATED', { detail: 'claims missing: iss, sub, iat, exp' });
  const { iss, sub, iat, exp } = read.data;
  return {
    issuer: iss,
    subject: sub,
    clientId: optionalWord(payload.client_id) ?? optionalWord(payload.azp),
    tokenId: optionalWord(payload.jti),
    session: optionalWord(payload.sid),
    issuedAt: new Date(iat * 1000),
    expires: new Date(exp * 1000),
    stated: statedBy(payload, names),
  };
}
