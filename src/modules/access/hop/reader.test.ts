import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { importJWK } from 'jose';
import { asDay } from '../../../kernel/day.ts';
import type { PersonPass } from './errand.ts';
import { createErrandIssuer } from './issuer.ts';
import { createErrandReader, type HubKeys } from './reader.ts';

const START = Date.parse('2026-11-01T00:00:00Z');
const at = (seconds: number) => ({ now: () => new Date(START + seconds * 1000) });
const keysFolder = await mkdtemp(join(tmpdir(), 'errand-'));
afterAll(() => rm(keysFolder, { recursive: true }));

const issuer = await createErrandIssuer({ keysFolder, clock: at(0) });
const keys = (async ({ kid }) => {
  const jwk = issuer.keys.keys.find((key) => key.kid === kid);
  if (jwk === undefined) throw new Error('no such key');
  return importJWK(jwk, 'EdDSA');
}) as HubKeys;
const readerOf = (agency: 'education' | 'housing', seconds = 0) =>
  createErrandReader({ agency, keys, clock: at(seconds) });

const errand = {
  caller: { subject: 'officer', organisation: 'district', roles: ['r'], divisions: ['310199'] },
  purpose: 'casework',
  caseId: null,
};
const circumstances = { openAlert: true, openCase: false, emergency: false, secondPerson: false, child: false };
const passOf = (person: number): PersonPass => ({
  ...{ person, household: 7, day: asDay('2026-11-01') },
  given: { ...circumstances, obligor: false, consented: new Set(['2 education']) },
});

function opened() {
  const open = issuer.open(errand);
  const passes = [1, 2].map((person) => open.pass('education', passOf(person)));
  return { passes, signed: open.sign() };
}

/** The token with its claims or header written anew, signed with a key of somebody's. */
function rewritten(
  token: string,
  change: { readonly header?: object; readonly claims?: object; readonly key: KeyObject },
) {
  const [header = '', claims = ''] = token.split('.');
  const merged = (text: string, more = {}): string =>
    Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(text, 'base64url').toString()), ...more })).toString(
      'base64url',
    );
  const text = `${merged(header, change.header)}.${merged(claims, change.claims)}`;
  return `${text}.${sign(null, Buffer.from(text), change.key).toString('base64url')}`;
}

describe('an errand of the hub', () => {
  it('says who asks, and opens the passes it was made out with to their agency', async () => {
    const { passes, signed } = opened();
    const reader = readerOf('education');
    const read = await reader.read(signed.token);
    expect(read).toMatchObject(errand);
    const open = reader.passesOf(read, signed.passes.education);
    expect(passes.map(open)).toEqual([passOf(1), passOf(2)]);
    expect(open('x')).toBeNull();
    expect(open(opened().passes[0] ?? '')).toBeNull();
  });

  it('opens nothing to another agency, nor by a list that is not its own', async () => {
    const { passes, signed } = opened();
    const housing = readerOf('housing');
    expect(passes.map(housing.passesOf(await housing.read(signed.token), signed.passes.education))).toEqual([
      null,
      null,
    ]);
    const education = readerOf('education');
    const read = await education.read(signed.token);
    const lists = [undefined, [], signed.passes.education?.slice(1), opened().signed.passes.education];
    for (const list of lists) expect(passes.map(education.passesOf(read, list))).toEqual([null, null]);
  });

  it('is believed for half a minute, and only as the hub signed it', async () => {
    const { token } = opened().signed;
    const refusal = { code: 'UNAUTHENTICATED' };
    await expect(readerOf('education', 34).read(token)).resolves.toBeDefined();
    await expect(readerOf('education', 36).read(token)).rejects.toMatchObject(refusal);
    const { privateKey: key } = generateKeyPairSync('ed25519');
    const [header, claims, signature] = token.split('.');
    const forged = [
      rewritten(token, { key }),
      rewritten(token, { key, header: { alg: 'none' } }),
      rewritten(token, { key, header: { kid: 'other' } }),
      rewritten(token, { key, claims: { purpose: 'discovery' } }),
      [header, claims, ''].join('.'),
      [header, claims, signature, ''].join('.'),
      'x',
    ];
    for (const one of forged) await expect(readerOf('education').read(one)).rejects.toMatchObject(refusal);
  });
});
