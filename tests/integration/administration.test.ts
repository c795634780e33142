/** Who may call is administered, within one's own scope, and holds from the next request on. */
import { describe, expect, it } from '@jest/globals';
import { demoToken, issuerOf, openAccess } from '../../src/app/access.ts';
import { administerHub } from '../../src/app/administer.ts';
import { type Caller, LOCAL_ISSUER } from '../../src/modules/access/index.ts';
import { type Answer, serveHub } from '../support/served-hub.ts';

const served = await serveHub();
const { hub, access } = served;
const { administration } = access;
await hub.db.execute("INSERT INTO hub_day (day) VALUES ('2026-11-01')");

const RESULT = `{ __typename ... on Refused { code message }
  ... on Administered { organisation { id version } account { handle version roles suspended } suspension { id from liftedAt } } }`;
const SAVE_ACCOUNT = `mutation ($input: AccountInput!, $version: Int, $key: ID!) {
  saveAccount(input: $input, expectedVersion: $version, reason: "登记", idempotencyKey: $key) ${RESULT} }`;
const SAVE_ORGANISATION = `mutation ($input: OrganisationInput!, $version: Int, $key: ID!) {
  saveOrganisation(input: $input, expectedVersion: $version, reason: "登记", idempotencyKey: $key) ${RESULT} }`;
const SUSPEND = `mutation ($input: ClassSuspensionInput!, $key: ID!) {
  suspendDataClass(input: $input, reason: "核查", idempotencyKey: $key) ${RESULT} }`;
const LIFT = `mutation ($id: ID!, $key: ID!) { liftSuspension(id: $id, reason: "结束", idempotencyKey: $key) ${RESULT} }`;
const HOUSEHOLDS = '{ households(first: 1) { totalCount } }';

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly organisation?: { readonly version: number } | null;
  readonly account?: { readonly handle: string; readonly version: number; readonly suspended: boolean } | null;
  readonly suspension?: { readonly id: string } | null;
}

let keys = 0;
/** One mutation of an administrator; answers with its one result. */
async function administer(
  query: string,
  variables: object,
  persona: string | Caller = 'administrator',
): Promise<Outcome> {
  keys += 1;
  const { data, errors }: Answer<Record<string, Outcome>> = await served.ask({
    persona,
    purpose: 'operations',
    query,
    variables: { ...variables, key: `k${keys}` },
  });
  const [outcome] = Object.values(data ?? {});
  if (outcome == null) throw new Error(errors?.map(({ message }) => message).join() ?? 'no answer');
  return outcome;
}

const account = (handle: string, changes: object = {}): object => ({
  handle,
  issuer: LOCAL_ISSUER,
  subject: `sub-${handle}`,
  organisation: 'subdistrict-310105001',
  roles: ['adviser'],
  divisions: ['310105001'],
  suspended: false,
  ...changes,
});
const organisation = (id: string, changes: object = {}): object => ({
  id,
  title: '长宁社会服务中心',
  kind: 'service-organisation',
  divisions: ['310105'],
  suspended: false,
  ...changes,
});

/** A token of the local issuer that speaks of an account. */
const tokenOf = async (subject: string): Promise<string> =>
  (await issuerOf(hub)).issue({ subject, organisation: 'nobody', roles: ['nobody'], divisions: ['99'] });
const codes = ({ status, errors = [] }: Answer<unknown>): unknown => [
  status,
  ...errors.map(({ extensions }) => extensions.code),
];
const asking = async (subject: string): Promise<unknown> =>
  codes(await served.ask({ persona: '', token: await tokenOf(subject), purpose: 'casework', query: HOUSEHOLDS }));

const STREET_ADMINISTRATOR: Caller = {
  subject: 'street-administrator',
  organisation: 'changning-civil-affairs',
  roles: ['administrator'],
  divisions: ['310105001'],
};

describe('an administrator', () => {
  it('registers an organisation, a person and a system, and changes what it has seen', async () => {
    expect(await administer(SAVE_ORGANISATION, { input: organisation('care-centre') })).toMatchObject({
      organisation: { version: 1 },
    });
    expect(await administer(SAVE_ACCOUNT, { input: account('li-na') })).toMatchObject({ account: { version: 1 } });
    const again = account('li-na', { expiresOn: '2099-12-31' });
    expect(await administer(SAVE_ACCOUNT, { input: again })).toMatchObject({ code: 'CONFLICT' });
    expect(await administer(SAVE_ACCOUNT, { input: again, version: 1 })).toMatchObject({ account: { version: 2 } });
    const system = account('warehouse-job', {
      clientId: 'warehouse-job',
      organisation: 'shanghai-data-warehouse',
      roles: ['warehouse'],
      divisions: ['310105'],
      purposes: ['statistics'],
      quotas: { requestsPerMinute: 2, exportRowsPerDay: 100_000 },
    });
    expect(await administer(SAVE_ACCOUNT, { input: system })).toMatchObject({ account: { handle: 'warehouse-job' } });
    const { data } = await served.ask<Record<string, unknown>>({
      persona: 'administrator',
      purpose: 'operations',
      query: `{ organisations(kind: "service-organisation") { id contractUntil }
        people: accounts(kind: STAFF, first: 5) { totalCount edges { node { handle organisation expiresOn } } }
        systems: accounts(kind: CLIENT, first: 5) { edges { node { clientId quotas { exportRowsPerDay } purposes } } }
        administrationHistory(first: 2) { totalCount edges { node { actor kind target before after } } } }`,
    });
    expect(data).toMatchObject({
      organisations: [{ id: 'care-centre' }, { id: 'demo-service-organisation' }],
      people: { edges: [{ node: { handle: 'li-na', expiresOn: '2099-12-31' } }] },
      systems: { edges: [{ node: { quotas: { exportRowsPerDay: 100_000 }, purposes: ['statistics'] } }] },
      administrationHistory: {
        edges: [
          { node: { actor: 'administrator', kind: 'ACCOUNT_SAVED', target: 'account warehouse-job', before: null } },
          { node: { before: { version: 1 }, after: { version: 2 } } },
        ],
      },
    });
  });

  it.each<[string, object]>([
    [
      'BEYOND_OWN_SCOPE',
      { divisions: ['310106'], organisation: 'changning-civil-affairs', roles: ['district-officer'] },
    ],
    ['ROLE_NOT_HELD_BY', { roles: ['warehouse'] }],
    ['ROLE_NOT_HELD_BY', { organisation: 'changning-taxation', divisions: ['310105'] }],
    ['BEYOND_OWN_SCOPE', { roles: ['root'] }],
    ['NOT_FOUND', { organisation: 'nowhere' }],
    ['BEYOND_OWN_SCOPE', { divisions: ['310105002'] }],
    ['BAD_USER_INPUT', { purposes: ['audit'] }],
    ['BAD_USER_INPUT', { subject: '310199190001010011' }],
    ['BAD_USER_INPUT', { handle: '310199190001010011' }],
    ['BAD_USER_INPUT', { divisions: [''] }],
    ['BAD_USER_INPUT', { quotas: { requestsPerMinute: 0 } }],
    ['ISSUER_NOT_BELIEVED', { issuer: 'https://id.example' }],
    ['ALREADY_REGISTERED', { subject: 'sub-li-na' }],
  ])('is refused: %s for %j', async (code, changes) => {
    expect(await administer(SAVE_ACCOUNT, { input: account('zhang-san', changes) })).toMatchObject({ code });
    expect(await administration.account('zhang-san')).toBeNull();
  });

  it('does not reach beyond its divisions, neither to give, to change nor to see', async () => {
    const street = (input: object, query = SAVE_ACCOUNT): Promise<Outcome> =>
      administer(query, { input }, STREET_ADMINISTRATOR);
    const elsewhere = { organisation: 'subdistrict-310105002', divisions: ['310105002'] };
    await administer(SAVE_ACCOUNT, { input: account('elsewhere', elsewhere) });
    expect(await street(account('wang-wu', elsewhere))).toMatchObject({ code: 'BEYOND_OWN_SCOPE' });
    expect(await street(account('elsewhere'))).toMatchObject({ code: 'BEYOND_OWN_SCOPE' });
    expect(await street(organisation('care-two'), SAVE_ORGANISATION)).toMatchObject({ code: 'BEYOND_OWN_SCOPE' });
    expect(await street(account('wang-wu'))).toMatchObject({ account: { handle: 'wang-wu' } });
    const wide = { target: 'ROLE', of: 'adviser', dataClass: 'phone' };
    expect(await street(wide, SUSPEND)).toMatchObject({ code: 'BEYOND_OWN_SCOPE' });
    const { data } = await served.ask<{
      accounts: { edges: { node: { handle: string } }[] };
      administrationHistory: object;
    }>({
      persona: STREET_ADMINISTRATOR,
      purpose: 'operations',
      query:
        '{ accounts(kind: STAFF, first: 9) { edges { node { handle } } } administrationHistory(first: 9) { totalCount } }',
    });
    expect(data?.accounts.edges.map(({ node }) => node.handle)).toEqual(['li-na', 'wang-wu']);
    expect(data?.administrationHistory).toEqual({ totalCount: 0 });
  });

  it('changes neither its own account nor its own organisation', async () => {
    const own = {
      organisation: 'changning-civil-affairs',
      roles: ['administrator', 'district-officer'],
      divisions: ['310105'],
    };
    expect(await administer(SAVE_ACCOUNT, { input: account('administrator', own) })).toMatchObject({
      code: 'OWN_ACCOUNT',
    });
    const disguised = account('somebody', { ...own, roles: ['district-officer'], subject: 'administrator' });
    expect(await administer(SAVE_ACCOUNT, { input: disguised })).toMatchObject({ code: 'OWN_ACCOUNT' });
    const bureau = organisation('changning-civil-affairs', { kind: 'civil-affairs', suspended: true });
    expect(await administer(SAVE_ORGANISATION, { input: bureau, version: 0 })).toMatchObject({ code: 'OWN_ACCOUNT' });
    const mine = { target: 'ROLE', of: 'administrator', dataClass: 'phone' };
    expect(await administer(SUSPEND, { input: mine })).toMatchObject({ code: 'OWN_ACCOUNT' });
  });

  it('is one to the end: two who suspend each other at once leave one', async () => {
    const admin = (name: string, suspended = false): object =>
      account(name, {
        organisation: 'changning-civil-affairs',
        roles: ['administrator'],
        divisions: ['310105'],
        suspended,
      });
    for (const name of ['first', 'second']) await administer(SAVE_ACCOUNT, { input: admin(name) });
    const callers = ['first', 'second'].map(
      (subject): Caller => ({ ...STREET_ADMINISTRATOR, subject, divisions: ['310105'] }),
    );
    const [first, second] = callers;
    const both = await Promise.all([
      administer(SAVE_ACCOUNT, { input: admin('second', true), version: 1 }, first),
      administer(SAVE_ACCOUNT, { input: admin('first', true), version: 1 }, second),
    ]);
    expect(both.map(({ code }) => code).filter((code) => code !== undefined)).toEqual(['LAST_ADMINISTRATOR']);
    const left = await Promise.all(['first', 'second'].map((name) => administration.account(name)));
    expect(left.filter((one) => one?.suspended === false)).toHaveLength(1);
  });
});

describe('the operator at the machine', () => {
  const decision = { by: 'cli:test', reason: '登记' };
  const desk = administerHub(async () => hub);

  it('registers and changes, stating only what differs, and gets a token of the local issuer', async () => {
    await desk.saveOrganisation('day-care', { title: '日间照料中心', kind: 'service-organisation' }, decision);
    const changes = {
      organisation: 'day-care',
      roles: ['service-organisation'],
      divisions: ['310105'],
      clientId: 'day-care-system',
    };
    await desk.saveAccount('day-care-system', { ...changes, quotas: { lookupsPerHour: 5 } }, decision);
    await desk.saveAccount('day-care-system', { expiresOn: '2099-12-31' }, decision);
    expect(await desk.list('clients')).toContainEqual(
      expect.objectContaining({ handle: 'day-care-system', organisation: 'day-care', expiresOn: '2099-12-31' }),
    );
    const token = await demoToken(hub, 'day-care-system', async () => administration);
    const caller = { subject: 'day-care-system', limits: { quotas: { lookupsPerHour: 5 } } };
    expect(await (await openAccess(hub)).tokens.verify(token)).toMatchObject(caller);
    await desk.saveOrganisation('day-care', { contractUntil: '2020-12-31' }, decision);
    await expect((await openAccess(hub)).tokens.verify(token)).rejects.toMatchObject({
      params: { reason: 'CONTRACT_NOT_IN_FORCE' },
    });
  });

  it('suspends and lifts, revokes, and is told why not', async () => {
    const id = await desk.suspendClass(
      { target: 'ROLE', of: 'auditor', dataClass: 'disclosure', until: null },
      decision,
    );
    expect(await desk.list('suspensions')).toContainEqual(expect.objectContaining({ id, dataClass: 'disclosure' }));
    await desk.liftSuspension(BigInt(id.slice(1)), decision);
    await desk.revokeTokens({ kind: 'SUBJECT', value: 'sub-wang-wu', issuer: undefined }, decision);
    expect(await asking('sub-wang-wu')).toEqual([401, 'UNAUTHENTICATED']);
    await expect(desk.saveAccount('nobody', {}, decision)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('what was administered', () => {
  it('holds at the next request: registered, suspended, expired, back again', async () => {
    await administer(SAVE_ACCOUNT, { input: account('zhao-liu') });
    expect(await asking('sub-zhao-liu')).toEqual([200]);
    await administer(SAVE_ACCOUNT, { input: account('zhao-liu', { suspended: true }), version: 1 });
    expect(await asking('sub-zhao-liu')).toEqual([403, 'NOT_ADMITTED']);
    await administer(SAVE_ACCOUNT, { input: account('zhao-liu', { expiresOn: '2020-01-01' }), version: 2 });
    expect(await asking('sub-zhao-liu')).toEqual([403, 'NOT_ADMITTED']);
    await administer(SAVE_ACCOUNT, { input: account('zhao-liu'), version: 3 });
    expect(await asking('sub-zhao-liu')).toEqual([200]);
  });

  it('closes a data class for an organisation, and opens it again', async () => {
    const officer = () => served.ask({ persona: 'adviser', purpose: 'casework', query: HOUSEHOLDS });
    expect(codes(await officer())).toEqual([200]);
    const input = { target: 'ORGANISATION', of: 'subdistrict-310105001', dataClass: 'household-list' };
    const { suspension } = await administer(SUSPEND, { input });
    expect(codes(await officer())).toEqual([200, 'FORBIDDEN']);
    const lifting = {
      persona: 'administrator',
      purpose: 'operations',
      query: LIFT,
      variables: { id: suspension?.id, key: 'l' },
    };
    const lifted = await served.ask(lifting);
    expect(lifted.data).toMatchObject({
      liftSuspension: { suspension: { liftedAt: expect.stringMatching(/\+08:00$/) } },
    });
    // The same again under the same key: the first answer, times included.
    expect((await served.ask(lifting)).data).toEqual(lifted.data);
    expect(codes(await officer())).toEqual([200]);
    for (const dataClass of ['structure', 'administration-work', 'nothing'])
      expect(await administer(SUSPEND, { input: { ...input, dataClass } })).toMatchObject({
        code: 'CLASS_NOT_SUSPENDABLE',
      });
  });

  it('holds a caller to its requests a minute', async () => {
    const quota = { requestsPerMinute: 1 };
    await administer(SAVE_ACCOUNT, { input: account('qian-qi', { quotas: quota }) });
    const token = await tokenOf('sub-qian-qi');
    const ask = () => served.ask({ persona: '', token, purpose: 'casework', query: HOUSEHOLDS });
    // A minute may turn between two of them, not between three.
    const three = [codes(await ask()), codes(await ask()), codes(await ask())];
    expect(three[0]).toEqual([200]);
    expect(three).toContainEqual([429, 'TOO_MANY_REQUESTS']);
  });

  it('is read by the auditor, changed by nobody else, and never rewritten', async () => {
    const query = '{ administrationHistory(first: 1) { totalCount } }';
    const audited = await served.ask<{ administrationHistory: { totalCount: number } }>({
      persona: 'auditor',
      purpose: 'audit',
      query,
    });
    expect(audited.data?.administrationHistory.totalCount).toBeGreaterThan(0);
    for (const [persona, purpose] of [
      ['auditor', 'audit'],
      ['district-officer', 'verification'],
      ['warehouse', 'operations'],
    ] as const) {
      const variables = { input: account('sun-ba'), key: 'k' };
      expect(codes(await served.ask({ persona, purpose, query: SAVE_ACCOUNT, variables }))).toEqual([200, 'FORBIDDEN']);
    }
    await expect(hub.db.execute("UPDATE administration_event SET actor = 'nobody'")).rejects.toThrow('append-only');
    await expect(hub.db.execute('DELETE FROM administration_event')).rejects.toThrow('append-only');
  });
});
