/** Who would get more out of the parts than the whole graph gives: forged papers, wide batches, other doors. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import type { SignedErrand } from '../../src/modules/access/index.ts';
import { serveFederation } from '../support/federation.ts';
import { askEntities, askPart } from '../support/hop.ts';

const federation = await serveFederation(120, ['education']);
const { hub, url, agencies, ask, tokenOf } = federation;
const education = agencies.get('education')?.url ?? '';
const gateways = url.replace('/graphql', '/federation/graphql');

const SECTION = 'education { status }';
const HOUSEHOLDS = (selection: string): string =>
  `{ households(first: 30) { edges { node { id members { person { ${selection} } } } } } }`;
const officer = { persona: 'district-officer', purpose: 'verification' };

interface Person {
  readonly id: string;
  readonly residentId: string | null;
  readonly educationPass: string | null;
}
interface Found {
  readonly households: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly members: readonly { person: Person }[] };
    }[];
  };
}
const personsOf = (data: Found | null): Person[] =>
  data?.households.edges.flatMap(({ node }) => node.members.map(({ person }) => person)) ?? [];

let errand: SignedErrand = { token: '', passes: {} };
let passes: readonly string[] = [];
let persons: readonly Person[] = [];
let households: readonly string[] = [];
beforeAll(async () => {
  const part = await askPart<Found>(federation, {
    ...officer,
    query: HOUSEHOLDS('educationPass'),
    original: HOUSEHOLDS(SECTION),
  });
  errand = part.extensions?.errand ?? errand;
  passes = personsOf(part.data).flatMap(({ educationPass }) => educationPass ?? []);
  const whole = await ask<Found>({ ...officer, query: HOUSEHOLDS('id residentId') });
  persons = personsOf(whole.data);
  households = whole.data?.households.edges.map(({ node }) => node.id) ?? [];
});

/** What the hub signed with other claims, signed again: with its own key, unless another is given. */
async function signed(
  claims: Readonly<Record<string, unknown>>,
  key?: Awaited<ReturnType<typeof importJWK>>,
): Promise<string> {
  const jwk = await readFile(join(hub.config.home, 'keys', 'errand-signing.jwk'), 'utf8');
  const own = await importJWK(JSON.parse(jwk), 'EdDSA');
  return new SignJWT({ ...decodeJwt(errand.token), ...claims })
    .setProtectedHeader({ ...decodeProtectedHeader(errand.token), alg: 'EdDSA' })
    .sign(key ?? own);
}

const now = (): number => Math.floor(Date.now() / 1000);

/** How an agency takes it: the status, and how many persons it shows. */
async function taken(token: string | undefined, headers: Readonly<Record<string, string>> = {}) {
  const { status, data } = await askEntities(education, {
    ...{ pass: 'educationPass', passes, selection: SECTION, headers },
    errand: token === undefined ? undefined : { ...errand, token },
  });
  return [status, data?._entities.filter((entity) => entity !== null).length ?? 0];
}

describe('an agency’s own process is shown', () => {
  it('an errand of the hub, and by it persons', async () => {
    expect(passes.length).toBeGreaterThan(10);
    expect(await taken(errand.token)).toEqual([200, passes.length]);
    // What the other cases take away is all they differ in.
    expect(await taken(await signed({}))).toEqual([200, passes.length]);
  });

  it('an errand of another hub, an expired one, one for others, one without a signature: nothing comes of it', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const forged = {
      foreign: await signed({}, privateKey),
      expired: await signed({ iat: now() - 120, exp: now() - 60 }),
      'without an end': await signed({ exp: null }),
      'of another issuer': await signed({ iss: 'somebody' }),
      'for callers': await signed({ aud: 'wanjia' }),
      unsigned: new UnsecuredJWT(decodeJwt(errand.token)).encode(),
      'a caller’s own token': await tokenOf('district-officer'),
    };
    for (const [name, token] of Object.entries(forged)) expect([name, ...(await taken(token))]).toEqual([name, 401, 0]);
  });

  it('headers that say who asks, without an errand: nothing comes of it', async () => {
    const said = { 'wanjia-purpose': 'casework', 'x-wanjia-roles': 'district-officer', 'x-forwarded-user': 'x' };
    expect(await taken(undefined, said)).toEqual([401, 0]);
    for (const query of ['{ _service { sdl } }', '{ __schema { types { name } } }'])
      expect((await post(education, {}, { query })).status).toBe(401);
  });

  it('an errand of a caller who sees less, with the passes of one who sees more: nobody is shown', async () => {
    const { extensions } = await askPart(federation, {
      ...{ persona: 'education-desk', purpose: 'verification' },
      ...{ query: HOUSEHOLDS('educationPass'), original: HOUSEHOLDS(SECTION) },
    });
    expect(await taken(extensions?.errand?.token)).toEqual([200, 0]);
  });
});

async function post(target: string, headers: Readonly<Record<string, string>>, body: object) {
  const response = await fetch(target, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { errors = [], data = null } = (await response.json()) as {
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    readonly data?: { readonly _entities?: readonly unknown[] } | null;
  };
  return { status: response.status, data, codes: [...new Set(errors.map(({ extensions }) => extensions.code))] };
}

describe('the hub’s own entities', () => {
  const ENTITIES = `query ($r: [_Any!]!) { _entities(representations: $r) {
    ... on Person { id name education: educationPass } ... on Household { household: id members { person { name } } } } }`;

  async function entities(persona: string, purpose: string, r: readonly object[]) {
    const headers = { authorization: `Bearer ${await tokenOf(persona)}`, 'wanjia-purpose': purpose };
    return post(gateways, headers, { query: ENTITIES, variables: { r } });
  }

  it('stay within the caller’s rows, however many are asked for in whatever way', async () => {
    const own = await ask<{ households: { edges: { node: { id: string } }[] } }>({
      ...{ persona: 'adviser', purpose: 'casework' },
      query: '{ households(first: 200) { edges { node { id } } } }',
    });
    const reached = new Set(own.data?.households.edges.map(({ node }) => node.id));
    const asked = households.map((id) => ({ __typename: 'Household', id }));
    const { data } = await entities('adviser', 'casework', asked);
    const shown = data?._entities?.map((one) => one !== null);
    expect(shown).toEqual(households.map((id) => reached.has(id)));
    expect(shown).toContain(false);
    expect(shown).toContain(true);
    const all = persons.map(({ id }) => ({ __typename: 'Person', id }));
    const seen = await entities('adviser', 'casework', all);
    expect(seen.data?._entities).toContain(null);
    const whole = await entities('district-officer', 'verification', all);
    expect(whole.data?._entities).not.toContain(null);
    // Without an original nothing of an agency is handed out.
    expect(JSON.stringify(whole.data)).not.toMatch(/"education":"/);
  });

  it('are counted: by references, by cost, and where they are tried by number', async () => {
    const wide = (count: number) =>
      Array.from({ length: count }, () => ({ __typename: 'Household', id: households[0] }));
    expect((await entities('district-officer', 'verification', wide(1_001))).codes).toEqual(['BAD_USER_INPUT']);
    const headers = { authorization: `Bearer ${await tokenOf('district-officer')}`, 'wanjia-purpose': 'verification' };
    const flooding = (aliases: number) =>
      `query ($r: [_Any!]!) { ${Array.from({ length: aliases }, (_, n) => `e${n}: _entities(representations: $r) { ... on Household { id members { person { id name sex } } } }`).join(' ')} }`;
    const costly = await post(gateways, headers, { query: flooding(20), variables: { r: wide(1_000) } });
    expect([costly.status, costly.codes]).toEqual([400, ['QUERY_TOO_COSTLY']]);
    const many = await post(gateways, headers, { query: flooding(41), variables: { r: [] } });
    expect([many.status, many.codes]).toEqual([400, ['TOO_MANY_ALIASES']]);
    const tried = Array.from({ length: 500 }, (_, n) => ({ __typename: 'Person', residentId: `310199${n}` }));
    const { codes, data } = await entities('district-officer', 'verification', tried);
    expect(codes).toEqual(['LOOKUPS_EXHAUSTED']);
    expect(data?._entities?.every((one) => one === null) ?? true).toBe(true);
  });

  it('are asked for by nobody’s number in an address', async () => {
    const headers = { authorization: `Bearer ${await tokenOf('district-officer')}`, 'wanjia-purpose': 'verification' };
    const residentId = '310199199001011234';
    const variables = JSON.stringify({ r: [{ __typename: 'Person', residentId }] });
    const inline = `{ _entities(representations: [{ __typename: "Person", residentId: "${residentId}" }]) { __typename } }`;
    for (const search of [
      new URLSearchParams({ query: ENTITIES, variables }),
      new URLSearchParams({ query: inline }),
    ]) {
      const response = await fetch(`${gateways}?${search}`, { headers });
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('PERSONAL_VALUE_IN_URL')]);
    }
  });

  it('are told to nobody unknown, and an agency’s errand is no caller’s token', async () => {
    const query = '{ _service { sdl } __schema { queryType { name } } }';
    for (const headers of [{}, { authorization: `Bearer ${errand.token}` }])
      for (const target of [gateways, url]) expect((await post(target, headers, { query })).status).toBe(401);
    const headers = { authorization: `Bearer ${await tokenOf('auditor')}` };
    expect((await post(url, headers, { query })).codes).not.toEqual([]);
    expect((await post(gateways, headers, { query })).codes).toEqual([]);
  });
});
