/** A request that comes again is answered as Apollo Server answered it, with what depends on the moment done anew. */
import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createClearedExecution } from '../../schema/server/execution.ts';
import type { Disclosure } from '../../src/modules/audit/index.ts';
import { keepingLog } from './support/fake-audit.ts';
import { headersOf, schema, startHub, type TestHub } from './support/hub.ts';
import { OPERATION_NAMES, operation } from './support/operations.ts';
import { HEAD } from './support/sample-city.ts';

const rows: Disclosure[] = [];
const byApollo = jest.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ execution: createClearedExecution(schema, 1), disclosureLog: keepingLog(rows) });
});
afterAll(async () => {
  byApollo.mockRestore();
  await hub.close();
});
beforeEach(() => {
  byApollo.mockClear();
  rows.length = 0;
});

const PROFILE = { query: operation('HouseholdById'), variables: { id: 'H1' } };
const VARIABLES = { residentId: HEAD.residentId, id: 'H1', first: 3, filter: {}, rule: { id: 'R01' } };

interface Sent {
  readonly persona?: string;
  readonly purpose?: string;
  readonly accept?: string;
  readonly body: object;
}

/** Everything of an answer that a caller sees. */
async function send({ persona = 'district-officer', purpose = 'verification', accept, body }: Sent) {
  const headers = {
    ...(await headersOf(persona, purpose)),
    'content-type': 'application/json',
    ...(accept === undefined ? {} : { accept }),
  };
  const answer = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { date: _date, ...shown } = Object.fromEntries(answer.headers);
  // An error that nobody expected is told by a number of its own each time.
  const text = (await answer.text()).replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '…');
  return { status: answer.status, headers: shown, text };
}

describe('a request that comes again', () => {
  it.each(['district-officer', 'adviser', 'warehouse', 'auditor'])(
    'is answered to the %s as before',
    async (persona) => {
      for (const name of OPERATION_NAMES) {
        const query = operation(name);
        if (!query.startsWith('query')) continue;
        const sent = {
          persona,
          purpose: persona === 'warehouse' ? 'operations' : 'casework',
          body: { query, variables: VARIABLES },
        };
        const first = await send(sent);
        expect(await send(sent)).toEqual(first);
      }
    },
  );

  it('is not looked at by Apollo Server, and is logged each time', async () => {
    await send({ body: PROFILE });
    byApollo.mockClear();
    rows.length = 0;
    await send({ body: PROFILE });
    await send({ body: { ...PROFILE, variables: { id: 'H2' } } });
    expect(byApollo).not.toHaveBeenCalled();
    expect(rows.map(({ households }) => households)).toEqual([[1], [2]]);
  });

  it.each([
    ['another form of answer', { accept: 'application/graphql-response+json', body: PROFILE }],
    ['another purpose', { purpose: 'discovery', body: PROFILE }],
    ['a named operation', { body: { ...PROFILE, operationName: 'HouseholdById' } }],
    ['extensions', { body: { ...PROFILE, extensions: { some: 'thing' } } }],
    ['an operation that is not there', { body: { ...PROFILE, operationName: 'Another' } }],
    ['variables that are none', { body: { ...PROFILE, variables: [] } }],
    ['no answer it can read', { accept: 'text/csv', body: PROFILE }],
  ])('is another one with %s', async (_what, sent) => {
    await send({ body: PROFILE });
    byApollo.mockClear();
    await send(sent);
    expect(byApollo).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['variables that do not fit', { id: null }],
    ['what the operation refuses', { id: 'nonsense' }],
    ['a day nothing is known of', { id: 'H1', asOf: '1990-01-01' }],
  ])('fails as it did the first time: %s', async (_what, variables) => {
    const query = `# ${JSON.stringify(variables)}\n${PROFILE.query}`;
    const first = await send({ body: { query, variables } });
    await send({ body: { query, variables: PROFILE.variables } });
    rows.length = 0;
    expect(await send({ body: { query, variables } })).toEqual(first);
    expect(rows.length).toBeLessThanOrEqual(1);
  });

  it('is refused where its page costs too much', async () => {
    const query = operation('FindHouseholds');
    const small = await startHub({ limits: { cost: 400 } });
    try {
      const ask = (first: number) => small.ask({ query, variables: { filter: {}, first } });
      const answers = [await ask(2), await ask(2), await ask(100)];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 400]);
    } finally {
      await small.close();
    }
  });
});
