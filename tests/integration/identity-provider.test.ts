/** Callers of a real OpenID provider, admitted by the administration's records. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { clientCredentials, createClient } from '../../packages/client/src/index.ts';
import { demoToken, openAccess } from '../../src/app/access.ts';
import { createLocalIssuer, NO_QUOTAS } from '../../src/modules/access/index.ts';
import { type Actor, createDirectory, NOTICED_WITHIN_MS } from '../../src/modules/administration/index.ts';
import { startOpenIdProvider } from '../support/openid-provider.ts';
import { type Answer, serveHub } from '../support/served-hub.ts';

const OPERATOR: Actor = { name: 'cli:test', organisation: null, scope: null };
const QUERY = '{ households(first: 1) { totalCount edges { node { members { person { name } } } } } }';

// The provider tells a developer what it would change in production.
for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

const provider = await startOpenIdProvider();
const served = await serveHub({
  WANJIA_ISSUER: provider.issuer,
  WANJIA_CLAIM_ROLES: 'roles',
  WANJIA_CLOCK_SKEW_SECONDS: '0',
});
const { administration, tokens } = served.access;
await served.hub.db.execute("INSERT INTO hub_day (day) VALUES ('2026-11-01')");
afterAll(() => provider.stop());

const NOBODY = {
  clientId: null,
  tokenId: null,
  session: null,
  issuedAt: new Date(),
  expires: new Date(),
  stated: { organisation: null, roles: null, divisions: null },
};

const PERSON = {
  handle: 'li-na',
  issuer: provider.issuer,
  subject: '7f3a-li-na',
  clientId: null as string | null,
  organisation: 'subdistrict-310105001',
  roles: ['adviser'],
  divisions: ['310105001'],
  purposes: null as readonly string[] | null,
  quotas: NO_QUOTAS,
  expiresOn: null,
  suspended: false,
};
const SYSTEM = {
  ...PERSON,
  handle: 'warehouse-job',
  subject: 'warehouse-job',
  clientId: 'warehouse-job',
  organisation: 'shanghai-data-warehouse',
  roles: ['warehouse'],
  divisions: ['310105'],
  purposes: ['operations'],
};

/** Writes an account as it is to be, whatever it was. */
async function save(form: typeof PERSON | typeof SYSTEM): Promise<void> {
  const expectedVersion = (await administration.account(form.handle))?.version ?? null;
  const saved = await administration.saveAccount({ actor: OPERATOR, expectedVersion, reason: '登记', form });
  if (!saved.ok) throw new Error(saved.error.code);
}

const ask = (token: string, purpose = 'casework'): Promise<Answer<{ households: { totalCount: number } }>> =>
  served.ask({ persona: '', token, purpose, query: QUERY });
const codesOf = ({ status, errors = [] }: Answer<unknown>): unknown => [
  status,
  ...errors.map(({ extensions }) => extensions.code),
];
const reasonOf = ({ errors = [] }: Answer<unknown>): string => errors[0]?.message ?? '';

describe('a person who signed in at the provider', () => {
  it('is nobody until registered, then who the records say, at the very next request', async () => {
    const token = await provider.signIn(PERSON.subject);
    expect(codesOf(await ask(token))).toEqual([403, 'NOT_ADMITTED']);
    await save(PERSON);
    expect(codesOf(await ask(token))).toEqual([200]);
    expect(await tokens.verify(token)).toMatchObject({ subject: 'li-na', divisions: ['310105001'] });
  });

  it('gets no role by its claims: the provider says it is an officer of the district too', async () => {
    await save(PERSON);
    const token = await provider.signIn(PERSON.subject);
    expect((await tokens.verify(token)).roles).toEqual(['adviser']);
    expect(codesOf(await ask(token, 'verification'))).toEqual([403, 'FORBIDDEN']);
  });

  it('loses what is suspended in mid-session: itself, its organisation, a data class', async () => {
    await save(PERSON);
    const token = await provider.signIn(PERSON.subject);
    await save({ ...PERSON, suspended: true });
    expect(reasonOf(await ask(token))).toContain('SUSPENDED');
    expect(await tokens.stillValid(token)).toBe(false);
    await save(PERSON);
    const suspended = await administration.suspendClass({
      actor: OPERATOR,
      reason: '数据滥用核查',
      form: { target: 'ROLE', of: 'adviser', dataClass: 'household-list', until: null },
    });
    expect(codesOf(await ask(token))).toEqual([200, 'FORBIDDEN']);
    await administration.liftSuspension(suspended.ok ? suspended.value.id : 0, { actor: OPERATOR, reason: '核查结束' });
    expect(codesOf(await ask(token))).toEqual([200]);
  });

  it('is refused with a revoked token, and with all that were issued before a revocation of the subject', async () => {
    await save(PERSON);
    const [one, other] = [await provider.signIn(PERSON.subject), await provider.signIn(PERSON.subject)];
    const { jti = '' } = JSON.parse(Buffer.from(one.split('.')[1] ?? '', 'base64url').toString()) as { jti?: string };
    const revoke = (kind: 'TOKEN' | 'SUBJECT', value: string) =>
      administration.revokeTokens({ issuer: provider.issuer, kind, value }, { actor: OPERATOR, reason: '设备遗失' });
    expect(codesOf(await ask(one))).toEqual([200]);
    await revoke('TOKEN', jti);
    expect(codesOf(await ask(one))).toEqual([401, 'UNAUTHENTICATED']);
    expect(codesOf(await ask(other))).toEqual([200]);
    await revoke('SUBJECT', PERSON.subject);
    expect(reasonOf(await ask(other))).toContain('token revoked');
    await served.hub.db.execute('delete from token_revocation');
    // What the database is told by hand is noticed too, after the time that any process may take.
    expect(await (await openAccess(served.hub)).tokens.stillValid(other)).toBe(true);
  });

  it('is noticed by every other process within its time', async () => {
    await save(PERSON);
    const elsewhere = createDirectory({ db: served.hub.db, noticedWithinMs: 300 });
    const identity = { ...NOBODY, issuer: provider.issuer, subject: PERSON.subject };
    const suspended = async (): Promise<boolean> => (await elsewhere.standingOf(identity)).account?.suspended === true;
    expect(await suspended()).toBe(false);
    await save({ ...PERSON, suspended: true });
    expect(await suspended()).toBe(false);
    await sleep(301);
    expect(await suspended()).toBe(true);
    expect(NOTICED_WITHIN_MS).toBeLessThan(60_000);
  });
});

describe('a system with credentials', () => {
  it('is admitted by subject and client, for the purposes it was given', async () => {
    await save(SYSTEM);
    const token = await provider.clientToken('warehouse-job');
    expect(await tokens.verify(token)).toMatchObject({
      subject: 'warehouse-job',
      organisation: 'shanghai-data-warehouse',
    });
    expect(codesOf(await ask(token, 'operations'))).toEqual([200]);
    expect(codesOf(await ask(token, 'statistics'))).toEqual([403, 'FORBIDDEN']);
  });

  it('follows the feed with the client package, which gets its tokens by itself', async () => {
    await save(SYSTEM);
    const tokenUrl = `${provider.issuer}/token`;
    const credentials = { tokenUrl, clientId: 'warehouse-job', resource: 'urn:wanjia' };
    const client = (clientSecret: string) =>
      createClient({
        url: served.url,
        purpose: 'operations',
        token: clientCredentials({ ...credentials, clientSecret, method: 'post' }),
      });
    for await (const { changes, cursor } of client('secret').changePages())
      expect([changes, cursor]).toEqual([[], expect.any(String)]);
    await expect(client('wrong').changePages().next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is not played by a person whose name is the system’s', async () => {
    await save(SYSTEM);
    const token = await provider.signIn('warehouse-job');
    expect(reasonOf(await ask(token, 'operations'))).toContain('NOT_REGISTERED');
  });
});

describe('the provider', () => {
  it('may rotate its keys and be down for a while', async () => {
    await save(PERSON);
    const before = await provider.signIn(PERSON.subject);
    expect(codesOf(await ask(before))).toEqual([200]);
    const fresh = await openAccess(served.hub);
    expect(await fresh.tokens.stillValid(before)).toBe(true);
    const unseen = await provider.signIn(PERSON.subject);
    await provider.stop();
    expect(await fresh.tokens.stillValid(unseen)).toBe(true);
    const cold = await openAccess(served.hub);
    await expect(cold.tokens.verify(unseen)).rejects.toMatchObject({ code: 'ISSUER_UNREACHABLE' });
    await provider.start();
    await provider.rotate();
    const after = await provider.signIn(PERSON.subject);
    const again = await openAccess(served.hub);
    expect(await again.tokens.stillValid(after)).toBe(true);
    expect(await again.tokens.stillValid(before)).toBe(false);
  });

  it('turns the demo’s own issuer off', async () => {
    await expect(demoToken(served.hub, 'adviser')).rejects.toMatchObject({ code: 'LOCAL_ISSUER_OFF' });
    const local = await createLocalIssuer({ keysFolder: `${served.hub.config.home}/keys`, clock: served.hub.clock });
    const caller = served.access.policy.personas.get('adviser');
    const token = caller === undefined ? '' : await local.issue(caller);
    expect(codesOf(await ask(token))).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('tokens that are not signed', () => {
  it('are asked about at the provider, and refused within half a minute of their revocation', async () => {
    const opaque = await startOpenIdProvider('opaque');
    let now = Date.now();
    const config = {
      ...served.hub.config,
      signIn: {
        ...served.hub.config.signIn,
        issuers: [opaque.issuer],
        introspection: { clientId: 'wanjia-hub', clientSecret: 'secret' },
      },
    };
    const access = await openAccess({ db: served.hub.db, config, clock: { now: () => new Date(now) } });
    const form = { ...PERSON, handle: 'wang-li', issuer: opaque.issuer };
    await access.administration.saveAccount({ actor: OPERATOR, expectedVersion: null, reason: '登记', form });
    const token = await opaque.signIn(PERSON.subject);
    expect(token.split('.').length).toBe(1);
    expect(await access.tokens.verify(token)).toMatchObject({ subject: 'wang-li', roles: ['adviser'] });
    await opaque.revoke(token);
    now += 30_000;
    await expect(access.tokens.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await opaque.stop();
    await expect(access.tokens.verify('another')).rejects.toMatchObject({ code: 'ISSUER_UNREACHABLE' });
  });
});
