/** No caller, for no purpose, by no exit, gets a protected value that the policy does not allow it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import type { Disclosure } from '../../src/modules/audit/index.ts';
import { createFakeFeed } from '../api/support/fake-feed.ts';
import {
  createFakeReader,
  graph,
  headersOf,
  keepingLog,
  policy,
  schema,
  startHub,
  type TestHub,
} from '../api/support/hub.ts';
import { PURPOSES_OF, verdict } from '../api/support/oracle.ts';
import { CANARIES, CANARY_HOUSEHOLDS, type Canary } from './canary-city.ts';
import { everyRoot } from './select-all.ts';

const OPERATIONS = everyRoot(schema);
const disclosures: Disclosure[] = [];
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    graph: {
      ...graph,
      households: createFakeReader(CANARY_HOUSEHOLDS),
      changes: createFakeFeed(CANARY_HOUSEHOLDS, [[1, '310105001']]),
    },
    disclosureLog: keepingLog(disclosures),
    limits: { depth: 60, aliases: 20_000, cost: Number.MAX_SAFE_INTEGER },
  });
});
afterAll(() => hub.close());

/** The households of a role's persona; of no household are rows that belong to agencies. */
const REACH: Readonly<Record<string, readonly number[]>> = {
  adviser: [0, 1, 3],
  auditor: [],
  'service-organisation': [],
};

function isAllowed({ classes, household, child, openAlert }: Canary, role: string, purpose: string | null): boolean {
  if (!(REACH[role] ?? [0, 1, 2, 3]).includes(household)) return false;
  return classes.every((dataClass) => verdict(dataClass, { role, purpose, child, openAlert }) === 'allow');
}

function shownIn(text: string): Canary[] {
  return CANARIES.filter((canary) => text.includes(canary.text));
}

async function answer(role: string, purpose: string | null, query: string): Promise<string> {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { ...(await headersOf(role, purpose ?? undefined)), 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

const CALLERS = [...policy.roles].flatMap((role) => [null, ...policy.purposes].map((purpose) => ({ role, purpose })));

describe('canaries', () => {
  it('every value occurs once, and there are canaries of every kind', () => {
    expect(new Set(CANARIES.map(({ text }) => text)).size).toBe(CANARIES.length);
    const kinds = new Set(CANARIES.flatMap(({ classes }) => classes));
    for (const kind of ['name', 'resident-id', 'phone', 'address', 'birth-date', 'income', 'health-insurance'])
      expect(kinds).toContain(kind);
  });

  it('the schema understands every operation, and there is one for each root field', async () => {
    expect(OPERATIONS.length).toBeGreaterThan(20);
    for (const { root, text } of OPERATIONS)
      expect({ root, errors: validate(schema, parse(text)).map(({ message }) => message) }).toEqual({
        root,
        errors: [],
      });
  });

  it('come out where they may: the test would see them', async () => {
    const text = await answer(
      'district-officer',
      'verification',
      OPERATIONS.find(({ root }) => root === 'Query.households')?.text ?? '',
    );
    const seen = new Set(shownIn(text).flatMap(({ classes }) => classes));
    for (const kind of [
      'name',
      'resident-id',
      'phone',
      'address',
      'birth-date',
      'income',
      'civil-affairs',
      'health-insurance',
      'education',
      'human-resources',
      'disability',
    ])
      expect(seen).toContain(kind);
  });

  it.each(CALLERS)('$role for $purpose gets none that the policy does not allow', async ({ role, purpose }) => {
    const leaked: string[] = [];
    for (const { root, text } of OPERATIONS)
      for (const canary of shownIn(await answer(role, purpose, text)))
        if ((purpose !== null && !PURPOSES_OF(role).includes(purpose)) || !isAllowed(canary, role, purpose))
          leaked.push(`${root}: ${canary.classes} of household ${canary.household}`);
    expect(leaked).toEqual([]);
  });

  it('none stands in a log line, a figure, or the disclosure log', async () => {
    const metrics = await (await fetch(`${hub.url}/metrics`)).text();
    expect(disclosures.length).toBeGreaterThan(100);
    expect(shownIn(JSON.stringify([hub.log, disclosures]) + metrics)).toEqual([]);
  });
});
