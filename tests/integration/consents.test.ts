/** Consents: recorded and withdrawn, and what they open; obligors who live apart; openings by a second person. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { openPolicy } from '../../src/app/access.ts';
import { consentsOf, listConsents, withdrawAtCounter } from '../../src/app/consents.ts';
import { asDay, type Day } from '../../src/kernel/day.ts';
import { certificate, household, member, recognition } from '../support/documents.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, serveWorkedHub } from '../support/worked-hub.ts';

const { hub, ask, live, clear } = await serveWorkedHub();
const OPERATIONS = new URL('../../schema/operations/consents.graphql', import.meta.url);
const LAST: Day = asDay('2099-12-31');

beforeEach(async () => {
  await clear();
  await hub.db.execute('TRUNCATE consent, consent_withdrawal, opening_request');
  const child = member({ id: 62, birthDate: asDay('2018-01-01'), name: '周小宝' });
  const apart = { notCounted: 'NOT_CO_LIVING', relationshipToHead: '20' } as const;
  const son = member({ id: 63, name: '周大宝', phone: '13912345678', certificates: [certificate('4', '3')] }, apart);
  await live(DAY, household([member({ id: 61, name: '周老伯' }), child, son], { recognition: recognition('DB') }), {
    ...household([member({ id: 64, name: '外街人' })]),
    streetCode: '310105002',
    committeeCode: '310105002001',
  });
});

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly consent?: { readonly id: string; readonly version: number };
  readonly request?: { readonly id: string; readonly openUntil: string | null };
}

let keys = 0;
async function run(name: string, variables: object, as: { persona: string; purpose: string }): Promise<Outcome> {
  keys += 1;
  const query = await operation(name, OPERATIONS);
  const { data, errors } = await ask<Record<string, Outcome>>({
    ...as,
    query,
    variables: { key: `consent-${keys}`, ...variables },
  });
  return Object.values(data ?? {})[0] ?? { __typename: 'Error', code: errors?.[0]?.extensions.code ?? '' };
}

const OFFICER = { persona: 'district-officer', purpose: 'verification' };
const ADVISER = { persona: 'adviser', purpose: 'discovery' };

const OWN = {
  householdId: 'H1',
  personId: 'P63',
  capacity: 'SELF',
  givenBy: 'P63',
  kind: 'check-authorisation',
  scope: ['disability-federation'],
  purposes: ['verification'],
  validFrom: DAY,
  validUntil: LAST,
  evidence: '档案柜三号 授权书原件',
};
const record = (changes: object = {}, as = OFFICER) => run('RecordConsent', { input: { ...OWN, ...changes } }, as);

interface Shown {
  readonly person: {
    readonly id: string;
    readonly phone: string;
    readonly disability: object | null;
    readonly humanResources: object | null;
  };
}

async function apartShown(as = OFFICER) {
  const { data, extensions } = await ask<{ household: { otherListings: Shown[] } }>({
    ...as,
    query:
      '{ household(id: "H1") { otherListings { person { id phone disability { certificate { level } } humanResources { status } } } } }',
  });
  return { ...data?.household.otherListings[0]?.person, access: extensions?.access };
}

const closed = (coordinate: string) => ({
  coordinate,
  reason: 'NO_OWN_AUTHORISATION',
  needed: ['consent:check-authorisation'],
  subjects: ['P63'],
});

describe('someone who lives apart and is obliged to support the household', () => {
  it('is shown only as far as their own authorisation goes, and the answer says what is needed', async () => {
    const before = await apartShown();
    expect(before).toMatchObject({ phone: '139****5678', disability: null, humanResources: null });
    expect(before.access).toEqual({
      withheld: [closed('Person.disability'), closed('Person.humanResources')],
      masked: [{ ...closed('Person.phone'), mask: 'phone' }],
    });
    expect(await record()).toMatchObject({ __typename: 'ConsentChanged', consent: { version: 1 } });
    const after = await apartShown();
    expect(after).toMatchObject({
      phone: '139****5678',
      disability: { certificate: { level: '3' } },
      humanResources: null,
    });
    expect(after.access).toMatchObject({ withheld: [closed('Person.humanResources')] });
  });

  it('is closed again from the next read on once it is withdrawn, and to other purposes throughout', async () => {
    const { consent } = await record();
    expect((await apartShown({ persona: 'district-officer', purpose: 'casework' })).disability).toBeNull();
    expect((await apartShown()).disability).not.toBeNull();
    const withdrawn = await run('WithdrawConsent', { id: consent?.id, how: 'PHONE', note: '来电' }, OFFICER);
    expect(withdrawn).toMatchObject({ consent: { version: 2, withdrawal: { how: 'PHONE', note: '来电' } } });
    expect((await apartShown()).disability).toBeNull();
  });

  it('is not opened by what somebody else allows: the applicant for the household', async () => {
    const byApplicant = { personId: null, capacity: 'APPLICANT', givenBy: 'P61' };
    expect(await record(byApplicant)).toMatchObject({ __typename: 'ConsentChanged' });
    expect((await apartShown()).disability).toBeNull();
  });

  it('is not opened by an authorisation that has not begun or has run out', async () => {
    await record({ validFrom: '2099-01-01' });
    await hub.db.execute('ALTER TABLE consent DISABLE TRIGGER USER');
    await record();
    await hub.db.execute(
      "UPDATE consent SET valid_until = '2026-01-02', valid_from = '2026-01-01' WHERE valid_from = $1",
      [DAY],
    );
    await hub.db.execute('ALTER TABLE consent ENABLE TRIGGER USER');
    expect((await apartShown()).disability).toBeNull();
  });
});

describe('a consent', () => {
  it('is refused as data where its words, dates or giver are wrong', async () => {
    const codeOf = async (changes: object) => (await record(changes)).code;
    expect(await codeOf({ kind: 'anything' })).toBe('CONSENT_WORD_UNKNOWN');
    expect(await codeOf({ scope: ['disabilty'] })).toBe('CONSENT_WORD_UNKNOWN');
    expect(await codeOf({ scope: [] })).toBe('CONSENT_WORD_UNKNOWN');
    expect(await codeOf({ purposes: ['fun'] })).toBe('CONSENT_WORD_UNKNOWN');
    expect(await codeOf({ kind: 'service' })).toBe('CONSENT_WORD_UNKNOWN');
    expect(await codeOf({ validUntil: '2026-01-01' })).toBe('CONSENT_DATES_WRONG');
    expect(await codeOf({ evidence: ' ' })).toBe('TEXT_REQUIRED');
    expect(await codeOf({ personId: 'P64' })).toBe('NOT_FOUND');
    expect(await codeOf({ givenBy: 'P61' })).toBe('CONSENT_GIVER_WRONG');
    expect(await codeOf({ personId: 'P62', givenBy: 'P62' })).toBe('CONSENT_GIVER_WRONG');
    expect(await codeOf({ personId: null, capacity: 'APPLICANT', givenBy: 'P63' })).toBe('CONSENT_GIVER_WRONG');
    expect(await hub.db.query('SELECT 1 FROM consent')).toEqual([]);
  });

  it('of a child is its guardian’s', async () => {
    const child = { personId: 'P62', capacity: 'GUARDIAN' };
    expect(await record({ ...child, givenBy: 'P61' })).toMatchObject({ __typename: 'ConsentChanged' });
    expect(await record({ ...child, givenBy: null })).toMatchObject({ __typename: 'ConsentChanged' });
  });

  it('is recorded once per key and withdrawn once, by the version one has seen', async () => {
    const first = await record({});
    const again = await run('RecordConsent', { input: OWN, key: `consent-${keys}` }, OFFICER);
    expect(again.consent?.id).toBe(first.consent?.id);
    const id = first.consent?.id;
    expect(await run('WithdrawConsent', { id, how: 'WRITTEN', expectedVersion: 2 }, OFFICER)).toMatchObject({
      code: 'CONFLICT',
    });
    await run('WithdrawConsent', { id, how: 'WRITTEN', expectedVersion: 1 }, OFFICER);
    expect(await run('WithdrawConsent', { id, how: 'WRITTEN' }, OFFICER)).toMatchObject({ code: 'CONFLICT' });
  });

  it('belongs to its household’s street, and to those who may record it', async () => {
    const { consent } = await record({ householdId: 'H2', personId: 'P64', givenBy: 'P64' });
    const adviser = { persona: 'adviser', purpose: 'casework' };
    expect(await run('WithdrawConsent', { id: consent?.id, how: 'PHONE' }, adviser)).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await run('Consents', { householdId: 'H2' }, adviser)).toMatchObject({ code: '' });
    expect(await record({}, { persona: 'education-desk', purpose: 'verification' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('stays as it was recorded; its evidence is sealed, and followers are told', async () => {
    await hub.db.execute('TRUNCATE outbox');
    const { consent } = await record();
    await run('WithdrawConsent', { id: consent?.id, how: 'PHONE', note: '来电' }, OFFICER);
    await expect(hub.db.execute("UPDATE consent SET scope = '{}'")).rejects.toThrow('append-only');
    await expect(hub.db.execute('DELETE FROM consent_withdrawal')).rejects.toThrow('append-only');
    const stored = JSON.stringify(
      await hub.db.query('SELECT c.*, w.* FROM consent c JOIN consent_withdrawal w ON true'),
    );
    expect(stored).not.toMatch(/档案柜|来电/);
    const told = await hub.db.query('SELECT type, kind, household_id AS of FROM outbox ORDER BY id');
    expect(told).toEqual([
      { type: 'CONSENT', kind: 'GIVEN', of: 1 },
      { type: 'HOUSEHOLD', kind: null, of: 1 },
      { type: 'PERSON', kind: null, of: 1 },
      { type: 'CONSENT', kind: 'WITHDRAWN', of: 1 },
      { type: 'HOUSEHOLD', kind: null, of: 1 },
      { type: 'PERSON', kind: null, of: 1 },
    ]);
    const { data } = await ask<{ consents: object[] }>({
      ...OFFICER,
      query: await operation('Consents', OPERATIONS),
      variables: { householdId: 'H1' },
    });
    expect(data?.consents).toMatchObject([
      {
        id: consent?.id,
        inForce: false,
        evidence: OWN.evidence,
        person: { id: 'P63' },
        recordedBy: 'district-officer',
      },
    ]);
  });
});

describe('at the counter, from the command line', () => {
  it('consents are listed by codes, and withdrawn once', async () => {
    const { consent } = await record();
    const consents = consentsOf(hub, await openPolicy());
    expect(await listConsents(consents, 1)).toMatchObject([{ id: consent?.id, person: 'P63', state: 'IN_FORCE' }]);
    const id = Number(consent?.id.slice(1));
    const withdrawal = { how: 'IN_PERSON', by: 'cli:test' };
    await withdrawAtCounter(hub, consents, id, withdrawal);
    expect(await listConsents(consents, 1)).toMatchObject([{ state: 'WITHDRAWN' }]);
    await expect(withdrawAtCounter(hub, consents, id, withdrawal)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(withdrawAtCounter(hub, consents, id, { ...withdrawal, how: 'FAX' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('a second person', () => {
  const REASON = { householdIds: ['H1'], reason: '邻居反映无人照料' };
  const officer = { persona: 'district-officer', purpose: 'discovery' };

  async function nameSeen(as = ADVISER): Promise<string | undefined> {
    const { data } = await ask<{ household: { members: { person: { name: string } }[] } }>({
      ...as,
      query: '{ household(id: "H1") { members { person { name } } } }',
    });
    return data?.household.members[0]?.person.name;
  }

  it('opens a household to who asked, for that purpose, for a short time', async () => {
    await clear();
    await live(DAY, household([member({ id: 61, name: '周老伯' })]));
    expect(await nameSeen()).toBe('周**');
    const { request } = await run('RequestOpening', REASON, ADVISER);
    expect(await nameSeen()).toBe('周**');
    expect(await run('AnswerOpening', { id: request?.id, confirm: true }, officer)).toMatchObject({
      request: { answeredBy: 'district-officer' },
    });
    expect(await nameSeen()).toBe('周老伯');
    expect(await nameSeen({ persona: 'adviser', purpose: 'casework' })).toBe('周**');
    expect(await nameSeen(officer)).toBe('周**');
    await hub.db.execute("UPDATE opening_request SET open_until = now() - interval '1 second'");
    expect(await nameSeen()).toBe('周**');
  });

  it('is somebody else, answers once, in time, and within their own rows', async () => {
    const own = await run('RequestOpening', REASON, officer);
    expect(await run('AnswerOpening', { id: own.request?.id, confirm: true }, officer)).toMatchObject({
      code: 'OPENING_OWN',
    });
    expect(await run('AnswerOpening', { id: own.request?.id, confirm: true }, ADVISER)).toMatchObject({
      code: 'FORBIDDEN',
    });
    const asked = await run('RequestOpening', REASON, ADVISER);
    expect(await run('AnswerOpening', { id: asked.request?.id, confirm: false }, officer)).toMatchObject({
      request: { openUntil: null },
    });
    expect(await run('AnswerOpening', { id: asked.request?.id, confirm: true }, officer)).toMatchObject({
      code: 'OPENING_CLOSED',
    });
    const late = await run('RequestOpening', REASON, ADVISER);
    await hub.db.execute("UPDATE opening_request SET answer_until = now() - interval '1 second'");
    expect(await run('AnswerOpening', { id: late.request?.id, confirm: true }, officer)).toMatchObject({
      code: 'OPENING_CLOSED',
    });
  });

  it('is asked for few households of one’s own rows, with a reason', async () => {
    const codeOf = async (changes: object) => (await run('RequestOpening', { ...REASON, ...changes }, ADVISER)).code;
    expect(await codeOf({ householdIds: ['H2'] })).toBe('NOT_FOUND');
    expect(await codeOf({ householdIds: [] })).toBe('OPENING_TOO_MANY');
    expect(await codeOf({ householdIds: Array.from({ length: 21 }, (_, id) => `H${id + 1}`) })).toBe(
      'OPENING_TOO_MANY',
    );
    expect(await codeOf({ reason: ' ' })).toBe('TEXT_REQUIRED');
  });

  it('sees what waits, with its reason; the reason is sealed', async () => {
    await run('RequestOpening', REASON, ADVISER);
    const { data } = await ask<{ openingRequests: object[] }>({
      ...officer,
      query: await operation('OpeningRequests', OPERATIONS),
    });
    expect(data?.openingRequests).toMatchObject([{ subject: 'adviser', reason: REASON.reason, householdIds: ['H1'] }]);
    expect(JSON.stringify(await hub.db.query('SELECT * FROM opening_request'))).not.toContain('邻居');
  });
});
