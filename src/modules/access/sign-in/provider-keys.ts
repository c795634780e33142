/**
 * The public keys of an identity provider. A token with a key we have not seen makes us read them again, though not
 * more often than the pause; while the provider cannot be reached, known keys go on for a bounded time.
 */
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import { fetchJson } from '../../../platform/http/fetch-json.ts';
import { LONGEST_ANSWER, PROVIDER_TIMEOUT_MS } from './provider-metadata.ts';

/** Read again after this time, beside the requests. */
export const KEYS_FRESH_MS = 5 * 60_000;
/** Not believed after this time without the provider. */
export const KEYS_BELIEVED_MS = 60 * 60_000;
/** Unknown keys do not make us ask more often. */
export const KEYS_PAUSE_MS = 10_000;

const MOST_KEYS = 50;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(MOST_KEYS) });

/** Public keys that sign; a shared secret among them is no key of ours, and a private part is not kept. */
function signingKeys(value: unknown): JSONWebKeySet | null {
  const read = keySet.safeParse(value);
  if (!read.success) return null;
  const keys = read.data.keys
    .filter(({ kty, use }) => ['RSA', 'EC', 'OKP'].includes(kty) && (use === undefined || use === 'sig'))
    .map(({ d: _private, ...key }) => key);
  return keys.length === 0 ? null : ({ keys } as JSONWebKeySet);
}

async function readKeys(url: URL): Promise<JSONWebKeySet> {
  const answer = await fetchJson({ url, timeoutMs: PROVIDER_TIMEOUT_MS, maxBytes: LONGEST_ANSWER });
  const keys = answer.ok ? signingKeys(answer.value) : null;
  if (keys !== null) return keys;
  throw new WanjiaError('ISSUER_UNREACHABLE', { what: 'keys', detail: answer.ok ? 'NOT_UNDERSTOOD' : answer.error });
}

interface Known {
  readonly find: JWTVerifyGetKey;
  readonly readAt: number;
}

/** `locate` tells where the keys are. */
export function createProviderKeys(deps: { locate(): Promise<URL>; readonly clock: Clock }): JWTVerifyGetKey {
  const now = (): number => deps.clock.now().getTime();
  let known: Known | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let failure: unknown;
  let reading: Promise<void> | null = null;

  const read = async (): Promise<void> => {
    askedAt = now();
    try {
      const keys = await readKeys(await deps.locate());
      known = { find: createLocalJWKSet(keys), readAt: now() };
    } catch (error) {
      failure = error;
    }
  };
  const refresh = (): Promise<void> => {
    if (reading === null && now() - askedAt < KEYS_PAUSE_MS) return Promise.resolve();
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
  const age = (): number => (known === null ? Number.POSITIVE_INFINITY : now() - known.readAt);
  const believed = (): Known => {
    if (known === null || age() > KEYS_BELIEVED_MS) throw failure;
    return known;
  };

  return async (header, token) => {
    if (age() > KEYS_BELIEVED_MS) await refresh();
    else if (age() > KEYS_FRESH_MS) void refresh();
    try {
      return await believed().find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await refresh();
      return believed().find(header, token);
    }
  };
}
