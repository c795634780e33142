import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { asDay } from '../../kernel/day.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { admit, commonPrefixes } from './admission.ts';
import { type Caller, NO_QUOTAS } from './caller.ts';
import type { AccountRecord, ClosedClass, OrganisationRecord, Standing } from './directory.ts';
import { parsePolicy } from './policy-load.ts';
import type { Identity, StatedCaller } from './sign-in/identity.ts';
import { LOCAL_ISSUER } from './sign-in/local-issuer.ts';

const policy = parsePolicy(readFileSync('packs/shanghai/changning/access.yaml', 'utf8'), 'access.yaml');
const NOW = new Date('2026-11-01T03:00:00Z');
const UNASKED: StatedCaller = { organisation: null, roles: null, divisions: null };

const identity = (changes: Partial<Identity> = {}): Identity => ({
  issuer: 'https://id.example',
  subject: '7f3a',
  clientId: 'console',
  tokenId: 'j1',
  session: null,
  issuedAt: NOW,
  expires: NOW,
  stated: UNASKED,
  ...changes,
});

const account = (changes: Partial<AccountRecord> = {}): AccountRecord => ({
  id: 7,
  handle: 'li-na',
  clientId: null,
  organisation: 'subdistrict-310105001',
  roles: ['adviser'],
  divisions: ['310105001'],
  purposes: null,
  quotas: NO_QUOTAS,
  expiresOn: null,
  suspended: false,
  ...changes,
});

const organisation = (changes: Partial<OrganisationRecord> = {}): OrganisationRecord => ({
  id: 'subdistrict-310105001',
  title: '华阳路街道',
  kind: 'subdistrict',
  divisions: ['310105001'],
  contractFrom: null,
  contractUntil: null,
  suspended: false,
  ...changes,
});

const standing = (changes: Partial<Standing> = {}): Standing => ({
  revoked: false,
  account: account(),
  organisation: null,
  closed: [],
  ...changes,
});

function admitted(who: Identity, on: Standing): Caller | unknown[] {
  try {
    return admit(who, on, { policy, now: NOW });
  } catch (error) {
    if (!(error instanceof WanjiaError)) throw error;
    return [error.code, error.params.reason ?? error.params.detail];
  }
}

describe('who is admitted', () => {
  it('an account on record, as its record says', () => {
    expect(admitted(identity(), standing())).toMatchObject({
      subject: 'li-na',
      organisation: 'subdistrict-310105001',
      roles: ['adviser'],
      divisions: ['310105001'],
      limits: { purposes: null, closedClasses: [], quotas: NO_QUOTAS, contractUntil: null },
    });
  });

  it.each<[string, Partial<Standing>]>([
    ['NOT_REGISTERED', { account: null }],
    ['SUSPENDED', { account: account({ suspended: true }) }],
    ['EXPIRED', { account: account({ expiresOn: asDay('2026-10-31') }) }],
    ['ORGANISATION_SUSPENDED', { organisation: organisation({ suspended: true }) }],
    ['CONTRACT_NOT_IN_FORCE', { organisation: organisation({ contractUntil: asDay('2026-10-31') }) }],
    ['CONTRACT_NOT_IN_FORCE', { organisation: organisation({ contractFrom: asDay('2026-11-02') }) }],
    ['ORGANISATION_UNKNOWN', { account: account({ organisation: 'nowhere' }) }],
    ['NO_ROLE', { account: account({ roles: ['auditor'] }) }],
    ['NOT_REGISTERED', { account: account({ clientId: 'warehouse-job' }) }],
  ])('not: %s', (reason, on) => {
    expect(admitted(identity(), standing(on))).toEqual(['NOT_ADMITTED', reason]);
  });

  it('on the last day of a contract and of an account still', () => {
    const last = asDay('2026-11-01');
    const on = standing({ account: account({ expiresOn: last }), organisation: organisation({ contractUntil: last }) });
    expect(admitted(identity(), on)).toMatchObject({ subject: 'li-na', limits: { contractUntil: last } });
  });

  it('nobody whose token was revoked', () => {
    expect(admitted(identity(), standing({ revoked: true }))).toEqual(['UNAUTHENTICATED', 'token revoked']);
  });

  it('a system by its subject and the client its token was issued to', () => {
    const system = standing({ account: account({ clientId: 'warehouse-job' }) });
    expect(admitted(identity({ clientId: 'warehouse-job' }), system)).toMatchObject({ subject: 'li-na' });
    expect(admitted(identity({ clientId: null }), system)).toEqual(['NOT_ADMITTED', 'NOT_REGISTERED']);
  });
});

describe('claims', () => {
  const claiming = (stated: Partial<StatedCaller>, on = standing()): Caller | unknown[] =>
    admitted(identity({ stated: { ...UNASKED, ...stated } }), on);

  it('widen nothing', () => {
    expect(claiming({ roles: ['adviser', 'district-officer', 'auditor'], divisions: ['31', '310105'] })).toMatchObject({
      roles: ['adviser'],
      divisions: ['310105001'],
    });
    expect(claiming({ roles: ['district-officer'] })).toEqual(['NOT_ADMITTED', 'NO_ROLE']);
    expect(claiming({ organisation: 'changning-civil-affairs' })).toEqual(['NOT_ADMITTED', 'OTHER_ORGANISATION']);
    expect(claiming({ roles: ['district-officer'] }, standing({ account: null }))).toEqual([
      'NOT_ADMITTED',
      'NOT_REGISTERED',
    ]);
  });

  it('narrow roles and divisions', () => {
    const on = standing({ account: account({ roles: ['adviser', 'grid-worker'] }) });
    expect(claiming({ roles: ['grid-worker'], divisions: ['310105001002'] }, on)).toMatchObject({
      roles: ['grid-worker'],
      divisions: ['310105001002'],
    });
    expect(claiming({ divisions: ['', '3', '310106'] })).toMatchObject({ divisions: [] });
  });
});

describe('a caller of the demo', () => {
  const demo = (divisions: string[]): Identity =>
    identity({
      issuer: LOCAL_ISSUER,
      subject: 'adviser',
      stated: { organisation: 'subdistrict-310105001', roles: ['adviser', 'district-officer'], divisions },
    });

  it('is what the hub signed, within its organisation', () => {
    const unregistered = standing({ account: null });
    expect(admitted(demo(['310105']), unregistered)).toMatchObject({ roles: ['adviser'], divisions: ['310105001'] });
    expect(admitted(demo(['']), unregistered)).toMatchObject({ divisions: [] });
  });

  it('is held by its organisation’s record and by its own, once there is one', () => {
    const shut = standing({ account: null, organisation: organisation({ suspended: true }) });
    expect(admitted(demo(['310105001']), shut)).toEqual(['NOT_ADMITTED', 'ORGANISATION_SUSPENDED']);
    expect(admitted(demo(['310105001']), standing({ account: account({ suspended: true }) }))).toEqual([
      'NOT_ADMITTED',
      'SUSPENDED',
    ]);
  });
});

describe('suspended data classes', () => {
  const closed = (changes: Partial<ClosedClass>): ClosedClass => ({
    target: 'ROLE',
    of: 'adviser',
    dataClass: 'phone',
    from: NOW,
    until: null,
    ...changes,
  });
  const of = (...all: ClosedClass[]): unknown => {
    const caller = admitted(identity(), standing({ closed: all }));
    return Array.isArray(caller) ? caller : caller.limits?.closedClasses;
  };

  it('concern an organisation, a role or an account, for their time', () => {
    expect(
      of(
        closed({}),
        closed({ target: 'ORGANISATION', of: 'subdistrict-310105001', dataClass: 'name' }),
        closed({ target: 'ACCOUNT', of: '7', dataClass: 'address' }),
      ),
    ).toEqual(['address', 'name', 'phone']);
    expect(
      of(
        closed({ of: 'auditor' }),
        closed({ target: 'ACCOUNT', of: '8' }),
        closed({ until: NOW }),
        closed({ from: new Date(NOW.getTime() + 1) }),
      ),
    ).toEqual([]);
  });
});

it('finds what two lists of prefixes both cover', () => {
  expect(commonPrefixes(['310105', '3702'], ['310105001', '37', '4401'])).toEqual(['310105001', '3702']);
  expect(commonPrefixes([], ['31'])).toEqual([]);
});
