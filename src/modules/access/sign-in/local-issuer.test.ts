import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../kernel/clock.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import { createLocalIssuer } from './local-issuer.ts';

const CALLER = { subject: 'adviser', organisation: 'street', roles: ['adviser'], divisions: ['310105001'] };
const IDENTITY = {
  subject: 'adviser',
  stated: { organisation: 'street', roles: ['adviser'], divisions: ['310105001'] },
};
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
    expect(await issuer.read(token)).toMatchObject(IDENTITY);
    now = new Date('2026-11-01T11:59:00Z');
    expect(await issuer.read(token)).toMatchObject(IDENTITY);
    now = new Date('2026-11-01T12:01:00Z');
    expect(await failure(issuer.read(token))).toEqual(['UNAUTHENTICATED', 'token expired']);
  });

  it('keeps one key in a file of its owner, also when two begin at once', async () => {
    const keysFolder = keys();
    const begin = () => createLocalIssuer({ keysFolder, clock: systemClock });
    const [one, other] = await Promise.all([begin(), begin()]);
    expect(await other.read(await one.issue(CALLER))).toMatchObject(IDENTITY);
    const files = readdirSync(keysFolder);
    expect(files).toEqual(['token-signing.jwk']);
    expect(statSync(join(keysFolder, files[0] ?? '')).mode & 0o777).toBe(0o600);
  });

  it('does not believe a changed token', async () => {
    const issuer = await createLocalIssuer({ keysFolder: keys(), clock: systemClock });
    const [header = '', , signature = ''] = (await issuer.issue(CALLER)).split('.');
    const claims = Buffer.from(JSON.stringify({ sub: 'x', roles: ['district-officer'], div: [] })).toString(
      'base64url',
    );
    expect(await failure(issuer.read([header, claims, signature].join('.')))).toEqual([
      'UNAUTHENTICATED',
      expect.anything(),
    ]);
  });
});
