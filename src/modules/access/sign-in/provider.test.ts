import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Changes,
  type HostileProvider,
  json,
  type SigningKey,
  signingKey,
  startHostileProvider,
} from '../../../../tests/support/hostile-provider.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import type { TokenReader } from './identity.ts';
import { createProviders, type ProviderSettings } from './provider.ts';
import { KEYS_BELIEVED_MS, KEYS_FRESH_MS, KEYS_PAUSE_MS } from './provider-keys.ts';

const START = new Date('2026-11-01T03:00:00Z');
let now = START;
const clock = { now: () => now };
const later = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};

let provider: HostileProvider;
let key: SigningKey;
let reader: TokenReader;

const readerOf = (changes: Partial<ProviderSettings> = {}): TokenReader =>
  createProviders([{ issuer: provider.issuer, audience: 'wanjia', skewSeconds: 30, claims: {}, clock, ...changes }]);
const token = (changes: Changes = {}, header = {}): Promise<string> => key.sign(provider.claims(now, changes), header);

async function outcome(attempt: Promise<unknown>): Promise<unknown> {
  const error: unknown = await attempt.catch((caught: unknown) => caught);
  return error instanceof WanjiaError ? [error.code, error.params.detail] : error;
}
const outcomeOf = async (changes: Changes, header = {}): Promise<unknown> =>
  outcome(reader.read(await token(changes, header)));

beforeAll(async () => {
  provider = await startHostileProvider();
  key = await signingKey('one');
});
afterAll(() => provider.close());
beforeEach(() => {
  now = START;
  provider.publish(key);
  provider.asked.length = 0;
  reader = readerOf();
});

describe('a provider’s token', () => {
  it('is believed by the keys it publishes, and says who bears it', async () => {
    expect(await reader.read(await token({ sid: 's1' }))).toEqual({
      issuer: provider.issuer,
      subject: '7f3a',
      clientId: 'console',
      tokenId: 'j1',
      session: 's1',
      issuedAt: START,
      expires: new Date(START.getTime() + 600_000),
      stated: { organisation: null, roles: null, divisions: null },
    });
  });

  it.each<[string, string, Changes]>([
    ['of another audience', 'made out for another audience', { aud: ['others', 'wanjia2'] }],
    ['without an audience', 'made out for another audience', { aud: undefined }],
    ['expired by more than the skew', 'token expired', { exp: START.getTime() / 1000 - 31 }],
    ['not valid yet, beyond the skew', 'not valid yet', { nbf: START.getTime() / 1000 + 31 }],
    ['issued in the future', 'issued in the future', { iat: START.getTime() / 1000 + 31 }],
    ['older than a day, whatever it says', 'token expired', { iat: START.getTime() / 1000 - 90_000 }],
    ['without an end', 'claims missing: exp', { exp: undefined }],
    ['without a subject', 'claims missing: sub', { sub: undefined }],
    ['that is an ID token', 'not an access token', { nonce: 'n' }],
    ['that is a refresh token', 'not an access token', { typ: 'Refresh' }],
    ['bound to a key that is not shown', 'not an access token', { cnf: { jkt: 'x' } }],
    ['of another issuer', 'of another issuer', { iss: 'https://other.example' }],
  ])('%s is refused', async (_name, detail, changes) => {
    expect(await outcomeOf(changes)).toEqual(['UNAUTHENTICATED', detail]);
  });

  it('within the skew is believed', async () => {
    const seconds = START.getTime() / 1000;
    expect(await outcomeOf({ exp: seconds - 29, nbf: seconds + 29, iat: seconds + 29 })).toMatchObject({
      subject: '7f3a',
    });
  });

  it('of another kind is refused by its header', async () => {
    for (const typ of ['logout+jwt', 'dpop+jwt', 'id_token+jwt'])
      expect(await outcomeOf({}, { typ })).toEqual(['UNAUTHENTICATED', 'not an access token']);
  });

  it('narrows by the claims that are configured, found by name or path', async () => {
    reader = readerOf({ claims: { organisation: 'org', roles: 'realm_access.roles', divisions: 'https://x.cn/div' } });
    const stated = {
      org: 'street',
      realm_access: { roles: ['adviser', 7] },
      'https://x.cn/div': '310105001 310105002',
    };
    expect(await outcomeOf(stated)).toMatchObject({
      stated: { organisation: 'street', roles: ['adviser'], divisions: ['310105001', '310105002'] },
    });
    expect(await outcomeOf({ jti: 'j2', realm_access: { __proto__: { roles: ['adviser'] } } })).toMatchObject({
      stated: { organisation: '', roles: [], divisions: [] },
    });
  });
});

describe('forged tokens', () => {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('without a signature, or signed with the public key as a secret, are refused', async () => {
    const claims = encode(provider.claims(now));
    const pem = createPublicKey({ key: key.publicJwk as JsonWebKey, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    for (const secret of [pem, JSON.stringify(key.publicJwk)]) {
      const signed = `${encode({ alg: 'HS256', kid: 'one', typ: 'at+jwt' })}.${claims}`;
      const forged = `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
      expect(await outcome(reader.read(forged))).toEqual(['UNAUTHENTICATED', 'signature']);
    }
    for (const alg of ['none', 'None', 'nOnE'])
      expect(await outcome(reader.read(`${encode({ alg, kid: 'one' })}.${claims}.`))).toEqual([
        'UNAUTHENTICATED',
        'signature',
      ]);
  });

  it('a shared secret among the published keys signs nothing', async () => {
    const secret = Buffer.alloc(32, 7);
    provider.pages.set(
      '/jwks',
      json({ keys: [{ kty: 'oct', kid: 'one', k: secret.toString('base64url') }, key.publicJwk] }),
    );
    const signed = `${encode({ alg: 'HS256', kid: 'one' })}.${encode(provider.claims(now))}`;
    const forged = `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    expect(await outcome(reader.read(forged))).toEqual(['UNAUTHENTICATED', 'signature']);
  });

  it('that bring their own key, or say where it is, are refused and nobody is asked for it', async () => {
    const other = await signingKey('one');
    provider.pages.set('/evil', json({ keys: [other.publicJwk] }));
    const jku = `${provider.issuer}/evil`;
    for (const header of [{ jku }, { x5u: jku }, { jwk: other.publicJwk as never }, { jku, kid: '../evil' }]) {
      const forged = await other.sign(provider.claims(now), header);
      expect(await outcome(reader.read(forged))).toEqual(['UNAUTHENTICATED', 'signature']);
    }
    expect(provider.asked).not.toContain('/evil');
  });

  it.each(['', '.', '..', 'a.b.c', 'nonsense', `${'a'.repeat(9_000)}.b.c`, 'bnVsbA.bnVsbA.bnVsbA'])(
    'nonsense %#',
    async (text) => {
      expect(await outcome(reader.read(text))).toEqual(['UNAUTHENTICATED', expect.any(String)]);
    },
  );

  it('are refused in words that hold nothing of the token', async () => {
    const error = await reader.read(await token({ aud: '310199190001010011' })).catch((caught: unknown) => caught);
    expect(JSON.stringify(error)).not.toContain('310199190001010011');
  });
});

describe('the provider’s keys', () => {
  const jwksReads = (): number => provider.asked.filter((path) => path === '/jwks').length;

  it('rotate: a new key is believed at once, an old one no more after it is gone', async () => {
    await reader.read(await token());
    const next = await signingKey('two');
    provider.publish(next);
    later(KEYS_PAUSE_MS);
    expect(await reader.read(await next.sign(provider.claims(now, { jti: 'j2' })))).toMatchObject({ tokenId: 'j2' });
    expect(await outcomeOf({ jti: 'j3' })).toEqual(['UNAUTHENTICATED', 'signature']);
  });

  it('are not read again for every unknown key', async () => {
    await reader.read(await token());
    for (let i = 0; i < 20; i += 1)
      expect(await outcomeOf({}, { kid: `../../${i}` })).toEqual(['UNAUTHENTICATED', 'signature']);
    expect(jwksReads()).toBe(1);
    later(KEYS_PAUSE_MS);
    await Promise.all(Array.from({ length: 20 }, (_, i) => outcomeOf({ jti: `k${i}` }, { kid: `x${i}` })));
    expect(jwksReads()).toBe(2);
  });

  it('go on for an hour while the provider is down, then no more', async () => {
    await reader.read(await token());
    provider.pages.set('/jwks', (response) => response.destroy());
    later(KEYS_FRESH_MS + 1);
    expect(await outcomeOf({})).toMatchObject({ subject: '7f3a' });
    later(KEYS_BELIEVED_MS - KEYS_FRESH_MS - 1);
    expect(await outcomeOf({})).toMatchObject({ subject: '7f3a' });
    later(2);
    expect(await outcomeOf({})).toEqual(['ISSUER_UNREACHABLE', 'NOT_REACHED']);
    provider.publish(key);
    later(KEYS_PAUSE_MS);
    expect(await outcomeOf({})).toMatchObject({ subject: '7f3a' });
  });

  it.each<[string, string, Parameters<HostileProvider['pages']['set']>[1]]>([
    ['rubbish', 'NOT_JSON', (response) => void response.end('<html>')],
    ['no keys', 'NOT_UNDERSTOOD', json({ keys: 'all' })],
    ['only secrets', 'NOT_UNDERSTOOD', json({ keys: [{ kty: 'oct', k: 'AAAA' }] })],
    ['too many keys', 'NOT_UNDERSTOOD', json({ keys: Array.from({ length: 51 }, () => ({ kty: 'EC' })) })],
    ['an error', 'STATUS', (response) => void response.writeHead(500).end('{"keys":[]}')],
    ['a redirect', 'NOT_REACHED', (response) => void response.writeHead(302, { location: '/evil' }).end()],
    [
      'no end',
      'TOO_LARGE',
      (response) => {
        const more = setInterval(() => response.write(' '.repeat(65_536)), 1);
        response.once('close', () => clearInterval(more));
      },
    ],
  ])('%s is no key set', async (_name, detail, page) => {
    provider.pages.set('/evil', json({ keys: [key.publicJwk] }));
    provider.pages.set('/jwks', page);
    expect(await outcomeOf({})).toEqual(['ISSUER_UNREACHABLE', detail]);
    expect(provider.asked).not.toContain('/evil');
  });

  it('are not waited for without end', async () => {
    provider.pages.set('/jwks', (response) => void response.write('{"keys":['));
    expect(await outcomeOf({})).toEqual(['ISSUER_UNREACHABLE', 'NOT_REACHED']);
  });
});

describe('the provider’s description of itself', () => {
  const page = '/.well-known/openid-configuration';
  afterEach(
    () => void provider.pages.set(page, json({ issuer: provider.issuer, jwks_uri: `${provider.issuer}/jwks` })),
  );

  it.each([
    ['another issuer', 'OTHER_ISSUER', (issuer: string) => ({ issuer: `${issuer}/`, jwks_uri: `${issuer}/jwks` })],
    ['keys in the clear', 'NOT_UNDERSTOOD', (issuer: string) => ({ issuer, jwks_uri: 'http://keys.example/jwks' })],
    ['no keys', 'NOT_UNDERSTOOD', (issuer: string) => ({ issuer })],
  ])('that names %s is not used', async (_name, detail, description) => {
    provider.pages.set(page, json(description(provider.issuer)));
    expect(await outcomeOf({})).toEqual(['ISSUER_UNREACHABLE', detail]);
  });

  it('is not needed where the keys’ address is configured', async () => {
    provider.pages.delete(page);
    reader = readerOf({ jwks: new URL(`${provider.issuer}/jwks`) });
    expect(await outcomeOf({})).toMatchObject({ subject: '7f3a' });
  });
});
