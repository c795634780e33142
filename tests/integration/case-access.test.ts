/** What a case opens: to whom works on it, to the organisation it was referred to, and to nobody who only names it. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { asDay } from '../../src/kernel/day.ts';
import { household, member } from '../support/documents.ts';
import { operation, type Question } from '../support/served-hub.ts';
import { addDays, DAY, serveWorkedHub } from '../support/worked-hub.ts';

const { hub, ask, live, clear } = await serveWorkedHub();
const CASES = new URL('../../schema/operations/cases.graphql', import.meta.url);
const CONSENTS = new URL('../../schema/operations/consents.graphql', import.meta.url);
const ADVISER = { persona: 'adviser', purpose: 'casework' };
const PROVIDER = { persona: 'service-organisation', purpose: 'service-delivery' };
const LAST = asDay('2099-12-31');

let keys = 0;
async function act(file: URL, name: string, variables: object): Promise<{ readonly id: string }> {
  keys += 1;
  const query = await operation(name, file);
  const given = { key: `case-access-${keys}`, ...variables };
  const { data, errors } = await ask<Record<string, object>>({ ...ADVISER, query, variables: given });
  const [answer = {}] = Object.values(data ?? {});
  const [, thing] = Object.entries(answer).find(([name]) => name !== '__typename') ?? [];
  if (thing === null || typeof thing !== 'object') throw new Error(JSON.stringify([answer, errors]));
  return thing as { readonly id: string };
}

beforeEach(async () => {
  await clear();
  await hub.db.execute('TRUNCATE case_file, consent, consent_withdrawal CASCADE');
  const child = member({ id: 52, name: '孙小宝', birthDate: asDay('2018-01-01') });
  await live(
    DAY,
    household([member({ id: 51, name: '孙老伯', phone: '13912345678' }), child], { address: '长宁区华阳路100号301室' }),
    household([member({ id: 53, name: '李奶奶' })]),
    { ...household([member({ id: 54 })]), streetCode: '310105002', committeeCode: '310105002001' },
  );
});

const openCase = (householdId: string) =>
  act(CASES, 'OpenCase', { householdId, input: { nextContactOn: addDays(DAY, 5) } });
const refer = (caseId: string) =>
  act(CASES, 'Refer', { caseId, input: { organisation: 'demo-service-organisation', need: 'CARE' } });
const consent = (input: object) =>
  act(CONSENTS, 'RecordConsent', {
    input: {
      householdId: 'H1',
      kind: 'service',
      scope: ['name', 'phone', 'address'],
      purposes: ['service-delivery'],
      recipient: 'demo-service-organisation',
      validFrom: DAY,
      validUntil: LAST,
      evidence: '服务协议第3页',
      ...input,
    },
  });

const SEE = 'query ($id: ID!) { household(id: $id) { address members { person { id name phone } } } }';
interface Seen {
  readonly household: {
    readonly address: string;
    readonly members: readonly { readonly person: { readonly name: string; readonly phone: string } }[];
  } | null;
}
const see = (id: string, as: Omit<Question, 'query'> = PROVIDER) => ask<Seen>({ ...as, query: SEE, variables: { id } });
const namesIn = ({ data }: { data: Seen | null }) => data?.household?.members.map(({ person }) => person.name);

describe('a service organisation', () => {
  it('reaches the households referred to it, while the referral lasts', async () => {
    expect((await see('H1')).data?.household).toBeNull();
    const held = await openCase('H1');
    const referral = await refer(held.id);
    expect((await see('H1')).data?.household).not.toBeNull();
    expect((await see('H2')).data?.household).toBeNull();
    await act(CASES, 'EndReferral', { id: referral.id, reason: 'COMPLETED' });
    expect((await see('H1')).data?.household).toBeNull();
  });

  it('SYS-19.10 sees who they are with their consent to it, the children’s from their guardian', async () => {
    await refer((await openCase('H1')).id);
    const before = await see('H1');
    expect(namesIn(before)).toEqual(['孙**', '孙**']);
    const masked = {
      coordinate: 'Person.name',
      mask: 'name',
      reason: 'NO_CONSENT',
      needed: ['consent:service'],
      subjects: ['P51', 'P52'],
    };
    expect(before.extensions?.access).toMatchObject({ masked: expect.arrayContaining([masked]) });
    const given = await consent({ capacity: 'APPLICANT', givenBy: 'P51' });
    const after = await see('H1');
    expect(namesIn(after)).toEqual(['孙老伯', '孙**']);
    expect(after.data?.household).toMatchObject({
      address: '长宁区华阳路100号301室',
      members: [{ person: { phone: '13912345678' } }, {}],
    });
    await consent({ capacity: 'GUARDIAN', personId: 'P52', givenBy: 'P51' });
    expect(namesIn(await see('H1'))).toEqual(['孙老伯', '孙小宝']);
    await act(CONSENTS, 'WithdrawConsent', { id: given.id, how: 'IN_PERSON' });
    expect(namesIn(await see('H1'))).toEqual(['孙**', '孙小宝']);
  });

  it('sees nothing by a consent to somebody else, or for another purpose', async () => {
    await refer((await openCase('H1')).id);
    await consent({ capacity: 'APPLICANT', givenBy: 'P51', recipient: 'changning-education' });
    await consent({ capacity: 'APPLICANT', givenBy: 'P51', purposes: ['statistics'] });
    expect(namesIn(await see('H1'))).toEqual(['孙**', '孙**']);
  });
});

describe('an open case', () => {
  it('opens the household to its street’s adviser, as an open alert does, until it is closed', async () => {
    expect(namesIn(await see('H2', ADVISER))).toEqual(['李**']);
    const held = await openCase('H2');
    expect(namesIn(await see('H2', ADVISER))).toEqual(['李奶奶']);
    expect(namesIn(await see('H2', { ...ADVISER, purpose: 'discovery' }))).toEqual(['李**']);
    await act(CASES, 'CloseCase', { caseId: held.id, outcome: 'NEED_MET' });
    expect(namesIn(await see('H2', ADVISER))).toEqual(['李**']);
  });

  it('that is stated opens its own household only', async () => {
    const [first, second] = [await openCase('H1'), await openCase('H2')];
    expect(namesIn(await see('H2', { ...ADVISER, caseId: second.id }))).toEqual(['李奶奶']);
    expect(namesIn(await see('H2', { ...ADVISER, caseId: first.id }))).toEqual(['李**']);
    const [row] = await hub.db.query('SELECT case_id, households FROM disclosure ORDER BY at DESC LIMIT 1');
    expect(row).toEqual({ case_id: first.id, households: [2] });
  });

  it('that is not there, is closed or lies elsewhere is refused alike, and the attempt is kept', async () => {
    const held = await openCase('H1');
    await act(CASES, 'CloseCase', { caseId: held.id, outcome: 'NEED_MET' });
    const officer = { persona: 'district-officer', purpose: 'casework' };
    const query = await operation('OpenCase', CASES);
    const input = { nextContactOn: addDays(DAY, 5) };
    const { data } = await ask<{ openCase: { case: { id: string } } }>({
      ...officer,
      query,
      variables: { householdId: 'H3', input, key: 'elsewhere' },
    });
    const elsewhere = data?.openCase.case.id ?? '';
    for (const caseId of [held.id, elsewhere, 'C999']) {
      const answer = await see('H1', { ...ADVISER, caseId });
      expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([403, 'CASE_NOT_OPEN']);
      const [row] = await hub.db.query('SELECT case_id, decision FROM disclosure ORDER BY at DESC LIMIT 1');
      expect(row).toEqual({ case_id: caseId, decision: 'REFUSED' });
    }
    expect((await see('H1', { ...ADVISER, caseId: 'X1' })).status).toBe(400);
    expect((await see('H3', { ...officer, caseId: elsewhere })).status).toBe(200);
  });

  it('may be stated by the organisation it was referred to, while that lasts', async () => {
    const held = await openCase('H1');
    expect((await see('H1', { ...PROVIDER, caseId: held.id })).status).toBe(403);
    await refer(held.id);
    expect((await see('H1', { ...PROVIDER, caseId: held.id })).status).toBe(200);
  });
});
