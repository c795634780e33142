/** No caller, for no purpose, by no exit, gets a protected value that the policy does not allow it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOperationAST, OperationTypeNode, parse, validate } from 'graphql';
import { createStandingViewers, type GraphDependencies } from '../../schema/index.ts';
import { createRecordProjection } from '../../schema/records/projection.ts';
import { createClearedExecution } from '../../schema/server/execution.ts';
import { createAnswering } from '../../schema/subscriptions/answering.ts';
import { createLookupQuota } from '../../src/modules/access/index.ts';
import type { Disclosure } from '../../src/modules/audit/index.ts';
import { keepingLog } from '../api/support/fake-audit.ts';
import { createFakeFeed } from '../api/support/fake-feed.ts';
import { createFakeReader } from '../api/support/fake-households.ts';
import { graph, headersOf, masks, policy, schema, startHub, type TestHub } from '../api/support/hub.ts';
import { PURPOSES_OF, verdict } from '../api/support/oracle.ts';
import { clock, TODAY } from '../api/support/sample-city.ts';
import { CANARIES, CANARY_HOUSEHOLDS, type Canary } from './canary-city.ts';
import { everyRoot } from './select-all.ts';

const ALL = everyRoot(schema);
const OPERATIONS = ALL.filter(({ kind }) => kind !== OperationTypeNode.SUBSCRIPTION);
const SUBSCRIPTIONS = ALL.filter(({ kind }) => kind === OperationTypeNode.SUBSCRIPTION).map((one) => ({
  ...one,
  document: parse(one.text),
}));
const disclosures: Disclosure[] = [];
const city: GraphDependencies = {
  ...graph,
  households: createFakeReader(CANARY_HOUSEHOLDS),
  changes: createFakeFeed(CANARY_HOUSEHOLDS, [[1, '310105001']]),
};
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    graph: city,
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

/** What a webhook of a role's persona would be sent of everything that changed. */
async function sent(role: string, purpose: string | null): Promise<string> {
  const caller = policy.personas.get(role);
  if (caller === undefined) return '';
  const viewers = createStandingViewers({
    ...{ ...parts, records, execution },
    tokens: { recall: async () => caller },
  });
  const stated = { organisation: null, roles: null, divisions: null };
  const identity = { issuer: 'test', subject: role, clientId: null, issuedAt: clock.now(), stated };
  const viewer = await viewers({ identity, purpose });
  if (viewer === null) return '';
  const page = { organisation: 'test', cursor: null, types: viewer.types, patterns: null, limit: 1_000 };
  return JSON.stringify(await viewer.tell((await city.changes.read(page)).changes, true));
}

const execution = createClearedExecution(schema);
const lookups = createLookupQuota({ clock, ledger: graph.lookupLedger });
const parts = { schema, policy, masks, clock, graph: city, lookups, disclosureLog: keepingLog(disclosures) };
const records = createRecordProjection(schema, execution);
const tell = createAnswering({ ...parts, records });

/** One change of each household: a number is somebody's alert, household or case, whatever the feed meant by it. */
const { changes } = await city.changes.read({
  ...{ organisation: 'test', cursor: null, types: ['HOUSEHOLD'], patterns: null, limit: 100 },
});

/** What a role's persona is told of something that happened to each household, its alert and its case. */
async function followed(role: string, purpose: string | null): Promise<(readonly [root: string, text: string])[]> {
  const caller = policy.personas.get(role);
  if (caller === undefined) return [];
  const clearance = policy.clear(caller.roles, purpose, policy.standingOf(caller, TODAY));
  const identity = { caller, purpose, caseId: null, caseHousehold: null, clearance };
  const asked = SUBSCRIPTIONS.flatMap((one) => changes.map((change) => ({ ...one, change })));
  return Promise.all(
    asked.map(async ({ root, text, document, change }) => {
      const operation = getOperationAST(document);
      if (operation == null) throw new Error(root);
      const event = { cursor: 'somewhere', change };
      return [root, JSON.stringify(await tell(identity, event, { document, operation, variables: {}, key: text }))];
    }),
  );
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
    const held = purpose === null || PURPOSES_OF(role).includes(purpose);
    for (const [root, text] of held ? await followed(role, purpose) : [])
      for (const canary of shownIn(text))
        if (!isAllowed(canary, role, purpose))
          leaked.push(`${root}: ${canary.classes} of household ${canary.household}`);
    for (const canary of shownIn(await sent(role, purpose)))
      if (!isAllowed(canary, role, purpose)) leaked.push(`webhook: ${canary.classes} of household ${canary.household}`);
    expect(leaked).toEqual([]);
  });

  it.each([
    ['webhooks', async () => sent('district-officer', 'verification')],
    ['subscriptions', async () => JSON.stringify(await followed('district-officer', 'verification'))],
  ])('%s carry those that may come out: the test would see them', async (_exit, told) => {
    const seen = new Set(shownIn(await told()).flatMap(({ classes }) => classes));
    for (const kind of ['name', 'resident-id', 'phone', 'address', 'health-insurance']) expect(seen).toContain(kind);
  });

  it('none stands in a log line, a figure, or the disclosure log', async () => {
    const metrics = await (await fetch(`${hub.url}/metrics`)).text();
    expect(disclosures.length).toBeGreaterThan(100);
    expect(shownIn(JSON.stringify([hub.log, disclosures]) + metrics)).toEqual([]);
  });
});
