import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { systemClock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { createLocalIssuer, createRemoteVerifier } from './tokens.ts';

const CALLER = { subject: 'adviser', organisation: 'street', roles: ['adviser'], divisions: ['310105001'] };
const keys = (): string => join(mkdtempSync(join(tmpdir(), 'wanjia-')), 'keys');

async function failure(attempt: Promise<unknown>): Promise<unknown> {
  const error: unknown = await attempt.catch((caught: unknown) => caught);
  return error instanceof WanjiaError ? [error.code, error.params.detail] : error;
}

describe('the local issuer', () => {
  it('believes the tokens it issued, for twelve hours', async () => {
    let now = new Date('2026-11-01T00:00:00Z');
    const issuer = await createLocalIssuer({ keysFolder: keys(), clock: { now: () => now } });
    const token = await issuer.issue(CALLER);
    expect(await issuer.verify(token)).toEqual(CALLER);
    now = new Date('2026-11-01T11:59:00Z');
    expect(await issuer.verify(token)).toEqual(CALLER);
    now = new Date('2026-11-01T12:01:00Z');
    expect(await failure(issuer.verify(token))).toEqual(['UNAUTHENTICATED', 'token expired']);
  });

  it('keeps one key in a file of its owner, also when two begin at once', async () => {
    const keysFolder = keys();
    const begin = () => createLocalIssuer({ keysFolder, clock: systemClock });
    const [one, other] = await Promise.all([begin(), begin()]);
    expect(await other.verify(await one.issue(CALLER))).toEqual(CALLER);
    const files = readdirSync(keysFolder);
    expect(files).toEqual(['token-signing.jwk']);
    expect(statSync(join(keysFolder, files[0] ?? '')).mode & 0o777).toBe(0o600);
  });

  it('does not believe a token whose divisions would match everything', async () => {
    const issuer = await createLocalIssuer({ keysFolder: keys(), clock: systemClock });
    const token = await issuer.issue({ ...CALLER, divisions: [''] });
    expect(await failure(issuer.verify(token))).toEqual(['UNAUTHENTICATED', expect.stringContaining('div')]);
  });

  it('does not believe a changed token', async () => {
    const issuer = await createLocalIssuer({ keysFolder: keys(), clock: systemClock });
    const [header = '', , signature = ''] = (await issuer.issue(CALLER)).split('.');
    const claims = Buffer.from(JSON.stringify({ sub: 'x', roles: ['district-officer'], div: [] })).toString(
      'base64url',
    );
    expect(await failure(issuer.verify([header, claims, signature].join('.')))).toEqual([
      'UNAUTHENTICATED',
      expect.anything(),
    ]);
  });
});

describe('an identity provider', () => {
  it('is believed by its published keys, its name and its audience', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }] });
    const server = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(jwks),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const verifier = createRemoteVerifier({
      issuer: 'https://id.example',
      jwksUrl: new URL(`http://127.0.0.1:${port}/jwks`),
      audience: 'wanjia',
      clockToleranceSeconds: 5,
      clock: systemClock,
    });
    const token = (issuer: string, audience: string): Promise<string> =>
      new SignJWT({ org: 'street', roles: ['adviser'], div: ['310105001'] })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setSubject('adviser')
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime('1h')
        .sign(privateKey);
    try {
      expect(await verifier.verify(await token('https://id.example', 'wanjia'))).toEqual(CALLER);
      for (const wrong of [await token('https://other.example', 'wanjia'), await token('https://id.example', 'others')])
        expect(await failure(verifier.verify(wrong))).toEqual(['UNAUTHENTICATED', expect.anything()]);
    } finally {
      server.close();
    }
  });
});
