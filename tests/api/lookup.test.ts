import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLookupLedger, createLookupQuota, parsePolicy } from '../../src/modules/access/index.ts';
import { openTestDatabase } from '../support/database.ts';
import { graph, startHub, type TestHub } from './support/hub.ts';
import { HEAD, OTHER } from './support/sample-city.ts';

const FILE = 'packs/shanghai/changning/access.yaml';
const text = readFileSync(FILE, 'utf8').replace(/^lookups: .*$/m, 'lookups: { perHour: 6, missesPerHour: 3 }');
const query = 'query ($n: ResidentId!) { householdByResident(residentId: $n) { id } }';
/** Nobody's number, correct in itself. */
const nobody = (index: number): string => {
  const body = `310199${1950 + index}0101001`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
};

const db = await openTestDatabase();
let hub: TestHub;
let now = new Date('2026-11-01T03:00:00+08:00');
beforeAll(async () => {
  hub = await startHub({
    policy: parsePolicy(text, FILE),
    clock: { now: () => now },
    graph: { ...graph, lookupLedger: createLookupLedger({ db }) },
  });
});
afterAll(() => hub.close());

async function codeOf(as: string, n: string | null, purpose: string | null = 'casework'): Promise<string> {
  const { errors } = await hub.ask({ as, purpose, query, variables: { n } });
  return String(errors[0]?.extensions.code ?? 'OK');
}

describe('looking a person up by number', () => {
  it('needs a purpose', async () => {
    expect(await codeOf('adviser', HEAD.residentId, null)).toBe('FORBIDDEN');
    expect(await codeOf('adviser', HEAD.residentId)).toBe('OK');
  });

  it('answers the same for who does not exist and who is outside the scope', async () => {
    const ask = async (n: string | null) => {
      const began = performance.now();
      const { text: body, status } = await hub.ask({ as: 'adviser', purpose: 'discovery', query, variables: { n } });
      return { body, status, late: performance.now() - began > 18 };
    };
    const outside = await ask(OTHER.residentId);
    expect(outside).toEqual({ ...(await ask(nobody(0))), late: true });
    expect(outside.body).toContain('"householdByResident":null');
  });

  it('ends after too many numbers that lead nowhere; aliases do not get around it, known numbers go on', async () => {
    const aliases = [1, 2, 3, 4, 5].map(
      (index) => `a${index}: householdByResident(residentId: "${nobody(index)}") { id }`,
    );
    const { errors } = await hub.ask({
      as: 'district-officer',
      purpose: 'casework',
      query: `{ ${aliases.join(' ')} }`,
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['LOOKUPS_EXHAUSTED', 'LOOKUPS_EXHAUSTED']);
    expect(await codeOf('district-officer', nobody(1))).toBe('OK');
    expect(await codeOf('district-officer', nobody(9))).toBe('LOOKUPS_EXHAUSTED');
  });

  it('another caller has a quota of its own, and an hour later it begins again', async () => {
    expect(await codeOf('adviser', HEAD.residentId)).toBe('OK');
    now = new Date(now.getTime() + 3_600_001);
    expect(await codeOf('district-officer', nobody(9))).toBe('OK');
  });
});

describe('the quota of one caller in several processes', () => {
  const limits = { perHour: 40, missesPerHour: 20 };
  const clockOf = { now: () => now };
  const processes = [1, 2, 3].map(() => createLookupQuota({ clock: clockOf, ledger: createLookupLedger({ db }) }));
  const ask = (place: number, caller: string, number: string, found: object | null) =>
    (processes[place % processes.length] as (typeof processes)[number]).lookUp(
      { caller, number, limits },
      async () => found,
    );

  it('is one: however the numbers are spread, no more lead nowhere than it has', async () => {
    const asked = Array.from({ length: 60 }, (_, index) => ask(index, 'x spread', nobody(index), null));
    const answers = await Promise.allSettled(asked);
    const answered = answers.filter(({ status }) => status === 'fulfilled').length;
    expect(answered).toBeLessThanOrEqual(20);
    // What one process holds back from another is a share of what was left.
    expect(answered).toBeGreaterThanOrEqual(15);
  });

  it('counts a number once in a process, and what is found gives its miss back', async () => {
    for (let round = 0; round < 2; round += 1)
      for (let index = 0; index < 30; index += 1) expect(await ask(0, 'x known', nobody(index), {})).toEqual({});
    expect(await db.query("SELECT 1 FROM lookup_hour WHERE caller = 'x known' AND misses <= 20")).toHaveLength(1);
  });

  it('begins again in an hour, and keeps no row of an hour that is over', async () => {
    await ask(0, 'x later', nobody(1), {});
    now = new Date(now.getTime() + 3_600_001);
    await expect(ask(1, 'x spread', nobody(70), null)).resolves.toBeNull();
    expect(await db.query('SELECT caller FROM lookup_hour')).toEqual([{ caller: 'x spread' }]);
  });
});
