import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../src/modules/access/index.ts';
import { startHub, type TestHub } from './support/hub.ts';
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

let hub: TestHub;
let now = new Date('2026-11-01T03:00:00+08:00');
beforeAll(async () => {
  hub = await startHub({ policy: parsePolicy(text, FILE), clock: { now: () => now } });
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
