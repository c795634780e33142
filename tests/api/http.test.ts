import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { AUDIENCE, LOCAL_ISSUER } from '../../src/modules/access/index.ts';
import { graph, headersOf, issuer, policy, startHub, type TestHub } from './support/hub.ts';
import { operation } from './support/operations.ts';
import { HEAD } from './support/sample-city.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const SECRET = HEAD.residentId ?? '';

describe('sign-in', () => {
  it('refuses a request without a token, with 401 and a code', async () => {
    const { status, errors, data } = await hub.ask({ as: null, query: '{ feeds { agency } }' });
    expect([status, errors[0]?.extensions.code, data]).toEqual([401, 'UNAUTHENTICATED', null]);
  });

  it('refuses introspection without a token too, and allows it with one', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect((await hub.ask({ as: null, query })).status).toBe(401);
    expect((await hub.ask({ query })).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  it('refuses an expired token and one signed by somebody else', async () => {
    const caller = policy.personas.get('adviser');
    if (caller === undefined) throw new Error('no adviser');
    const { privateKey } = await generateKeyPair('ES256');
    const forged = await new SignJWT({ org: 'x', roles: ['district-officer'], div: ['310105'] })
      .setProtectedHeader({ alg: 'ES256' })
      .setSubject('x')
      .setIssuer(LOCAL_ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('1h')
      .sign(privateKey);
    for (const token of [await issuer.issue(caller, { seconds: -60 }), forged, 'nonsense']) {
      const response = await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      });
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    }
  });
});

describe('GET', () => {
  const get = async (search: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${hub.url}/graphql?${new URLSearchParams(search)}`, {
      headers: { ...(await headersOf('district-officer', 'verification')), ...headers },
    });

  it('answers a query', async () => {
    const response = await get({ query: '{ feeds { agency } }' });
    expect(response.status).toBe(200);
  });

  it('refuses a citizen number in the URL, as a variable and in the text', async () => {
    const asVariable = await get({
      query: operation('HouseholdProfile'),
      variables: JSON.stringify({ residentId: SECRET }),
    });
    const inline = await get({ query: `{ householdByResident(residentId: "${SECRET}") { id } }` });
    for (const response of [asVariable, inline]) {
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'PERSONAL_VALUE_IN_URL' } }] });
      expect(text).not.toContain(SECRET);
    }
  });

  it('refuses a mutation', async () => {
    const response = await get({
      query:
        'mutation { undoLink(recordType: "ED01", sourceKey: "E1", reason: "x", idempotencyKey: "k") { __typename } }',
    });
    expect(response.status).toBe(405);
  });

  it('serves the explorer to a browser, from the hub alone', async () => {
    const page = await fetch(`${hub.url}/graphql`, { headers: { accept: 'text/html' } });
    const text = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/https?:\/\//);
    for (const file of ['explorer.js', 'explorer.css'])
      expect((await fetch(`${hub.url}/graphql/${file}`)).status).toBe(200);
    const root = await fetch(`${hub.url}/`, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
  });
});

describe('limits', () => {
  const code = async (query: string, variables?: object): Promise<unknown> =>
    (await hub.ask(variables === undefined ? { query } : { query, variables })).errors[0]?.extensions.code;

  it('refuses what is too deep', async () => {
    const inner = 'hits { members { id } }';
    const nested = Array.from({ length: 14 }).reduce<string>((text) => `members { person { ${text} } }`, inner);
    expect(await code(`{ household(id: "H1") { ${nested} } }`)).toMatch(/QUERY_TOO_DEEP|GRAPHQL_VALIDATION_FAILED/);
    const deep = `{ ${'__schema { types { fields { type { ofType { ofType { ofType { ofType { name } } } } } } } }'} }`;
    expect(await code(deep)).toBeUndefined();
  });

  it('refuses many aliases, also through fragments', async () => {
    const aliases = Array.from({ length: 50 }, (_, i) => `a${i}: feeds { agency }`).join(' ');
    expect(await code(`{ ${aliases} }`)).toBe('TOO_MANY_ALIASES');
    const some = Array.from({ length: 10 }, (_, i) => `a${i}: household(id: "H1") { id }`).join(' ');
    const spreads = Array.from({ length: 8 }, () => '...F').join(' ');
    expect(await code(`{ ${spreads} } fragment F on Query { ${some} }`)).toBe('TOO_MANY_ALIASES');
  });

  it('refuses what costs too much, by the page sizes of this request', async () => {
    const wide = `query ($first: Int!) { households(filter: {}, first: $first) { edges { node {
      members { person { healthInsurance { settlements { settlementId type settledAt total fundPaid selfPaid refund }
      enrolments { insuranceType year status } } humanResources { contributions { month employer base status } } } } } } } }`;
    expect(await code(wide, { first: 5 })).toBeUndefined();
    expect(await code(wide, { first: 1000 })).toBe('QUERY_TOO_COSTLY');
    expect((await hub.ask({ query: wide, variables: { first: 1000 } })).status).toBe(400);
  });

  it('refuses a body that is too large, and a batch', async () => {
    const headers = { ...(await headersOf('district-officer')), 'content-type': 'application/json' };
    const send = (body: string): Promise<Response> => fetch(`${hub.url}/graphql`, { method: 'POST', headers, body });
    expect((await send(JSON.stringify({ query: `{ __typename } #${'x'.repeat(1_100_000)}` }))).status).toBe(413);
    expect((await send('[{"query":"{ __typename }"},{"query":"{ __typename }"}]')).status).toBe(400);
    expect((await send('{"query":')).status).toBe(400);
  });
});

describe('a page of households', () => {
  const code = async (page: string): Promise<unknown> =>
    (await hub.ask({ query: `{ households(filter: {}, ${page}) { totalCount } }` })).errors[0]?.extensions.code;

  it('is read forwards, and has a size', async () => {
    expect(await code('first: 1')).toBeUndefined();
    for (const page of ['first: -1', 'last: 1', 'first: 1, before: "x"'])
      expect(await code(page)).toBe('BAD_USER_INPUT');
  });
});

describe('errors', () => {
  it('tell of a subscription that is sent as a plain request', async () => {
    const { status, errors } = await hub.ask({ query: 'subscription { alertRaised { cursor } }' });
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toMatch(/REQUEST_MALFORMED|GRAPHQL_VALIDATION_FAILED/);
  });

  it('answer an address that is none, and the hub stays', async () => {
    const { hostname, port } = new URL(hub.url);
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path: '//' }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(400);
    expect((await fetch(`${hub.url}/health/live`)).status).toBe(200);
  });

  it('never repeat a value of the request', async () => {
    const asking = [
      { query: operation('HouseholdProfile'), variables: { residentId: `${SECRET.slice(0, 17)}?` } },
      { query: operation('HouseholdProfile'), variables: { residentId: { secret: SECRET } } },
      { query: `{ householdByResident(residentId: "${SECRET}x") { id } }` },
      { query: `{ householdByResident(residentId: ${SECRET.slice(0, 17)}) { id } }` },
      { query: `{ household(id: "H1", asOf: "${SECRET}") { id } }` },
      { query: `{ alerts(filter: { states: [X${SECRET}] }) { totalCount } }` },
      { query: `{ alerts(first: "${SECRET}") { totalCount } }` },
      { query: `{ nothing${SECRET} }` },
      { query: `{ household(id: "${SECRET}") { id } }` },
      { query: `query A { __typename } query B { __typename }`, operationName: SECRET },
      { query: `{ feeds { agency } "${SECRET}` },
      { query: `{ quarantine(agency: "${SECRET}", first: 1) { totalCount } }` },
      { query: `{ alerts(after: "${SECRET}") { totalCount } }` },
    ];
    for (const one of asking) {
      const { errors, text } = await hub.ask(one);
      expect({ query: one.query, errors: errors.length > 0 }).toEqual({ query: one.query, errors: true });
      expect(text).not.toContain(SECRET.slice(0, 17));
      expect(errors[0]?.extensions).toMatchObject({ code: expect.any(String), suggestion: expect.any(String) });
      expect(errors[0]?.message).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(JSON.stringify(hub.log)).not.toContain(SECRET.slice(0, 17));
  });

  it('hide what the hub did not expect, and log where it happened without its text', async () => {
    const broken = await startHub({
      graph: {
        ...graph,
        households: { ...graph.households, findById: () => Promise.reject(new Error(`duplicate key ${SECRET}`)) },
      },
    });
    try {
      const { errors, text } = await broken.ask({ query: operation('HouseholdById'), variables: { id: 'H1' } });
      expect(errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
      expect(text + JSON.stringify(broken.log)).not.toContain(SECRET);
      expect(broken.log).toMatchObject([{ level: 'error', fields: { reference: expect.any(String), error: 'Error' } }]);
    } finally {
      await broken.close();
    }
  });

  it('NO_DATA_BEFORE answers a day before the first delivery', async () => {
    const { errors } = await hub.ask({
      query: operation('HouseholdById'),
      variables: { id: 'H1', asOf: '2020-01-01' },
    });
    expect(errors[0]?.extensions.code).toBe('NO_DATA_BEFORE');
  });
});

describe('numbers that come in other forms', () => {
  it('reads full-width digits, a lower-case x and blanks as ingestion does', async () => {
    const fullWidth = [...SECRET].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    for (const residentId of [SECRET.toLowerCase(), ` ${SECRET} `, fullWidth, `'${SECRET}`]) {
      const { data } = await hub.ask({ query: operation('HouseholdProfile'), variables: { residentId } });
      expect(data).toMatchObject({ householdByResident: { id: 'H1' } });
    }
  });
});

describe('health and figures', () => {
  it('is ready only when the hub says so', async () => {
    expect((await fetch(`${hub.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
    const unready = await startHub({ ready: async () => false });
    expect((await fetch(`${unready.url}/health/ready`)).status).toBe(503);
    await unready.close();
  });

  it('gives Prometheus counts and no values of persons', async () => {
    const other = await startHub({ pipelineCounts: async () => ({ quarantined: 3 }) });
    await other.ask({ query: operation('HouseholdProfile'), variables: { residentId: SECRET } });
    const text = await (await fetch(`${other.url}/metrics`)).text();
    expect(text).toContain('wanjia_pipeline{what="quarantined"} 3');
    expect(text).toMatch(/wanjia_graphql_operation_seconds_count\{kind="query",code="OK"\} 1/);
    expect(text).not.toContain(SECRET);
    await other.close();
  });

  it('answers other paths with 404', async () => {
    expect((await fetch(`${hub.url}/nothing`)).status).toBe(404);
  });
});
