/** Operations that partners have registered: by text or by hash, over every way a request can come. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf } from '../../src/modules/documents/index.ts';
import { type Answer, headersOf, startHub, type TestHub } from './support/hub.ts';

const PROFILE =
  'query Profile($id: ID!) { household(id: $id) { id registeredClass members { person { name phone } } } }';
const FEEDS = 'query PartnerFeeds { feeds { agency } }';
const UNKNOWN = 'query Unregistered { feeds { agency } }';
const BY_NUMBER = 'query ByNumber($n: ResidentId!) { householdByResident(residentId: $n) { id } }';
const REGISTER = `mutation ($m: OperationManifest!) { registerOperations(manifest: $m) { __typename
  ... on OperationsChanged { operations { hash name kind cost } } ... on Refused { code message } } }`;
const [OWN = '', ...OTHER_OWN] = Object.values(
  (await import('../../schema/generated/own-documents.json', { with: { type: 'json' } })).default,
).filter((text) => text.includes('query Feeds'));

let offered: TestHub;
let required: TestHub;
beforeAll(async () => {
  offered = await startHub();
  required = await startHub({ trustedOnly: true });
  const documents = [PROFILE, FEEDS, BY_NUMBER, 'subscription Told { alertRaised { kind } }'];
  // The client preset of GraphQL codegen writes the name of the algorithm before the hash.
  const m = Object.fromEntries(
    documents.map((text, place) => [`${place % 2 === 0 ? 'sha256:' : ''}${hashOf(text)}`, text]),
  );
  const { data } = await offered.ask({ query: REGISTER, variables: { m } });
  expect(data?.registerOperations).toMatchObject({ __typename: 'OperationsChanged' });
});
afterAll(async () => {
  await offered.close();
  await required.close();
});

const VERIFYING = { persona: 'district-officer', purpose: 'verification' };

async function post(hub: TestHub, body: unknown, { persona, purpose } = VERIFYING) {
  const headers = { 'content-type': 'application/json', ...(await headersOf(persona, purpose)) };
  const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return told(response);
}

async function get(hub: TestHub, params: Readonly<Record<string, string>> | string) {
  const headers = await headersOf('district-officer', 'verification');
  return told(await fetch(`${hub.url}/graphql?${new URLSearchParams(params)}`, { headers }));
}

async function told(response: Response) {
  const body = (await response.json()) as { data?: object; errors?: Answer['errors'] };
  return { status: response.status, data: body.data ?? null, code: body.errors?.[0]?.extensions.code };
}

const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });
const REFUSED = { status: 400, data: null, code: 'DOCUMENT_NOT_REGISTERED' };

describe('a registered operation', () => {
  it('is answered by its hash as by its text: in a body, in an address, as automatic persisted queries name it', async () => {
    const variables = { id: 'H1' };
    const plain = await post(offered, { query: PROFILE, variables });
    expect(plain).toMatchObject({ status: 200, data: { household: { id: 'H1' } } });
    for (const hub of [offered, required])
      for (const named of [
        { documentId: hashOf(PROFILE) },
        { documentId: `sha256:${hashOf(PROFILE).toUpperCase()}` },
        { extensions: persisted(PROFILE) },
        { query: PROFILE, extensions: persisted(PROFILE) },
        { query: PROFILE, documentId: hashOf(PROFILE) },
      ])
        expect(await post(hub, { ...named, variables })).toEqual(plain);
    const address = { variables: JSON.stringify(variables) };
    for (const hub of [offered, required]) {
      expect(await get(hub, { ...address, documentId: hashOf(PROFILE) })).toEqual(plain);
      expect(await get(hub, { ...address, extensions: JSON.stringify(persisted(PROFILE)) })).toEqual(plain);
    }
  });

  it('opens nothing: access is that of whoever sends it, and no number goes in an address', async () => {
    const other = { persona: 'rule-releaser', purpose: 'discovery' };
    expect((await post(offered, { documentId: hashOf(FEEDS) }, other)).code).toBe('FORBIDDEN');
    const names = await offered.ask({ query: PROFILE, variables: { id: 'H1' }, purpose: 'discovery' });
    const hashed = await post(
      offered,
      { documentId: hashOf(PROFILE), variables: { id: 'H1' } },
      { persona: 'district-officer', purpose: 'discovery' },
    );
    expect(hashed.data).toEqual(names.data);
    const number = { variables: JSON.stringify({ n: '310199199001011234' }), documentId: hashOf(BY_NUMBER) };
    expect(await get(offered, number)).toMatchObject({ status: 400, code: 'PERSONAL_VALUE_IN_URL' });
  });

  it('is its organisation’s alone', async () => {
    const desk = { persona: 'education-desk', purpose: 'verification' };
    expect(await post(offered, { documentId: hashOf(FEEDS) }, desk)).toEqual(REFUSED);
    expect(await post(required, { query: FEEDS }, desk)).toEqual(REFUSED);
  });
});

describe('what is not registered', () => {
  it('is not found by its hash, whatever was sent before', async () => {
    expect(await post(offered, { query: UNKNOWN, extensions: persisted(UNKNOWN) })).toMatchObject({ status: 200 });
    for (const named of [
      { extensions: persisted(UNKNOWN) },
      { documentId: hashOf(UNKNOWN) },
      { documentId: 'x' },
      { documentId: 5 },
    ])
      expect(await post(offered, named)).toEqual(REFUSED);
    expect(await get(offered, { extensions: JSON.stringify(persisted(UNKNOWN)) })).toEqual(REFUSED);
    expect(await post(offered, { extensions: { persistedQuery: { version: 1 } } })).toEqual(REFUSED);
  });

  it('is refused where a hash stands beside another text', async () => {
    const wrong = { status: 400, data: null, code: 'DOCUMENT_HASH_WRONG' };
    for (const hub of [offered, required]) {
      expect(await post(hub, { query: UNKNOWN, extensions: persisted(FEEDS) })).toEqual(wrong);
      expect(await post(hub, { query: UNKNOWN, documentId: hashOf(FEEDS) })).toEqual(wrong);
      expect(await post(hub, { documentId: hashOf(PROFILE), extensions: persisted(FEEDS) })).toEqual(wrong);
    }
  });

  it('is not answered where registered operations are required, whichever way it comes', async () => {
    const asked = { query: UNKNOWN };
    expect(await post(required, asked)).toEqual(REFUSED);
    expect(await get(required, asked)).toEqual(REFUSED);
    expect(await post(required, { ...asked, extensions: persisted(UNKNOWN) })).toEqual(REFUSED);
    expect(await post(required, { query: `${FEEDS} ` })).toEqual(REFUSED);
    expect(await post(required, { query: '{ __schema { types { name } } }' })).toEqual(REFUSED);
    expect((await post(required, [asked])).status).toBe(400);
    expect(
      (await get(required, `query=${encodeURIComponent(FEEDS)}&query=${encodeURIComponent(UNKNOWN)}`)).status,
    ).toBe(400);
    const headers = { ...(await headersOf('district-officer', 'verification')), 'content-type': 'application/graphql' };
    const other = await fetch(`${required.url}/graphql?query=${encodeURIComponent(UNKNOWN)}`, {
      method: 'POST',
      headers,
      body: UNKNOWN,
    });
    expect(other.status).toBeGreaterThanOrEqual(400);
    expect(
      await (
        await fetch(`${required.url}/graphql/stream`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' },
          body: JSON.stringify({ query: 'subscription { alertRaised { kind } }' }),
        })
      ).text(),
    ).toContain('DOCUMENT_NOT_REGISTERED');
  });

  it('is the hub’s own client’s, which every organisation may send', async () => {
    expect(OTHER_OWN).toEqual([]);
    expect(await post(required, { query: OWN }, { persona: 'education-desk', purpose: 'verification' })).toMatchObject({
      status: 200,
      code: undefined,
    });
  });
});

describe('registering', () => {
  const register = (m: object, as = 'district-officer', purpose = 'verification') =>
    offered.ask({ as, purpose, query: REGISTER, variables: { m } });
  const one = (text: string) => ({ [hashOf(text)]: text });

  it('tells cost, and for each role what would be shown', async () => {
    const list = `{ registeredOperations { name kind cost valid access { role purpose sights { coordinate least most } } } }`;
    const { data } = await offered.ask({ query: list });
    const found = data?.registeredOperations as readonly {
      readonly name: string;
      readonly cost: number;
      readonly access: readonly { role: string; purpose: string | null; sights: readonly object[] }[];
    }[];
    const profile = found.find(({ name }) => name === 'Profile');
    expect(profile).toMatchObject({ kind: 'query', cost: 19, valid: true });
    const seen = (role: string, purpose: string | null) =>
      profile?.access.find((one) => one.role === role && one.purpose === purpose)?.sights;
    // The organisation of these tests is one that provides services.
    expect(seen('service-organisation', 'service-delivery')).toEqual([
      { coordinate: 'Household.registeredClass', least: 'WITHHOLD', most: 'WITHHOLD' },
      { coordinate: 'Person.name', least: 'MASK', most: 'ALLOW' },
      { coordinate: 'Person.phone', least: 'MASK', most: 'ALLOW' },
    ]);
    expect(seen('service-organisation', null)).toContainEqual({
      coordinate: 'Person.name',
      least: 'WITHHOLD',
      most: 'WITHHOLD',
    });
    expect(seen('education-desk', 'verification')).toBeUndefined();
  });

  it('refuses what a request would be refused for, all of a manifest together, and repeats no value', async () => {
    const costly = `query Costly { households(first: 1000) { edges { node { ${Array.from({ length: 30 }, (_, n) => `m${n}: members { person { name } }`).join(' ')} } } } }`;
    const cases: readonly [object, string][] = [
      [{ [hashOf(FEEDS)]: UNKNOWN }, 'DOCUMENT_HASH_WRONG'],
      [one('query A { nothing }'), 'DOCUMENT_INVALID'],
      [one('query A {'), 'DOCUMENT_INVALID'],
      [one('{ feeds { agency } }'), 'DOCUMENT_INVALID'],
      [one('query A { feeds { agency } } query B { feeds { agency } }'), 'DOCUMENT_INVALID'],
      [one(costly), 'DOCUMENT_INVALID'],
      [one('query A { householdByResident(residentId: "310199199001011234") { id } }'), 'DOCUMENT_HOLDS_NUMBER'],
      [one('query A { householdByResident(residentId: "G1234567") { id } }'), 'DOCUMENT_HOLDS_NUMBER'],
      [one('query A { feeds { agency } } # 13800138000'), 'DOCUMENT_HOLDS_NUMBER'],
    ];
    for (const [manifest, code] of cases) {
      const { data, text } = await register({ ...one(UNKNOWN), ...manifest });
      expect(data?.registerOperations).toMatchObject({ __typename: 'Refused', code });
      expect(text).not.toMatch(/310199|138001|G1234567/);
    }
    for (const manifest of [[], { x: FEEDS }, { [hashOf(FEEDS)]: 5 }])
      expect((await register(manifest)).errors[0]?.extensions.code).toBe('DOCUMENT_MANIFEST_INVALID');
    expect(await post(offered, { documentId: hashOf(UNKNOWN) })).toEqual(REFUSED);
  });

  it('and removing are for who may, each for its own organisation', async () => {
    const text = 'query Removed { feeds { agency } }';
    expect((await register(one(text), 'education-desk')).data?.registerOperations).toMatchObject({
      operations: [{ name: 'Removed', cost: 6 }],
    });
    for (const [as, purpose] of [
      ['adviser', 'casework'],
      ['district-officer', 'discovery'],
      ['auditor', 'audit'],
    ] as const)
      expect((await register(one(text), as, purpose)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const remove = (as: string) =>
      offered.ask({
        as,
        query: `mutation ($h: [Sha256!]!) { removeOperations(hashes: $h) { ... on OperationsChanged { removed } } }`,
        variables: { h: [hashOf(text)] },
      });
    expect((await remove('district-officer')).data?.removeOperations).toEqual({ removed: 0 });
    const desk = { persona: 'education-desk', purpose: 'verification' };
    expect((await post(offered, { documentId: hashOf(text) }, desk)).status).toBe(200);
    expect((await remove('education-desk')).data?.removeOperations).toEqual({ removed: 1 });
    expect(await post(offered, { documentId: hashOf(text) }, desk)).toEqual(REFUSED);
  });

  it('is seen by the administrator of all organisations, and by no partner of another', async () => {
    const list = (as: string, purpose: string, args: string) =>
      offered.ask({ as, purpose, query: `{ registeredOperations${args} { organisation name lastUsedOn } }` });
    const all = (await list('administrator', 'operations', '(all: true)')).data?.registeredOperations as object[];
    expect(all.length).toBeGreaterThan(3);
    const other = '(organisation: "changning-civil-affairs")';
    for (const args of [other, '(all: true)'])
      expect((await list('education-desk', 'verification', args)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await list('education-desk', 'verification', '')).data?.registeredOperations).toEqual([]);
  });
});
