/** The change feed through the API, as warehouses and advisers follow it. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { PROFILE_RECORDS } from '../../schema/records/record-fields.ts';
import { CHANGE_TYPES } from '../../src/kernel/change.ts';
import { addDays } from '../../src/kernel/day.ts';
import { compactChanges, drainOutbox } from '../../src/modules/delivery/index.ts';
import { certificate, DAY, household, member, monthsBack, payment, recognition } from '../support/documents.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { operation } from '../support/served-hub.ts';
import { serveWorkedHub } from '../support/worked-hub.ts';

interface Edge {
  readonly cursor: string;
  readonly type: string;
  readonly operation: string;
  readonly id: string;
  readonly version: number;
  readonly record: Readonly<Record<string, unknown>> | null;
}

interface Page {
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const { hub, live, ask, work, alertOf } = await serveWorkedHub();
const CHANGES = await operation('Changes');

const child = member({ name: '周小满', birthDate: DAY, phone: '13800000001' });
const severe = member({
  name: '欧阳若曦',
  residentId: '310199198005050041',
  certificates: [certificate('4', '1')],
  payments: [payment('DBJ', monthsBack(1))],
});
const assisted = household([severe, child], { recognition: recognition('BY'), address: '华阳路100号3室' });
const quiet = household([member({ name: '钱一' })], { streetCode: '310105001' });
const elsewhere = household([member({ name: '孙二' })], { streetCode: '310105002', committeeCode: null });

async function read(persona: string, purpose: string, variables: object = {}): Promise<Page> {
  const { data, errors } = await ask<{ changes: Page }>({
    persona,
    purpose,
    query: CHANGES,
    variables: { first: 1_000, ...variables },
  });
  if (data?.changes == null) throw new Error(errors?.map(({ extensions }) => extensions.code).join() ?? 'no answer');
  return data.changes;
}

const refusal = (variables: object, persona = 'warehouse', purpose = 'operations'): Promise<string> =>
  read(persona, purpose, variables).then(
    () => 'answered',
    (error: Error) => error.message,
  );

const brief = ({ edges }: Page): string[] => edges.map(({ type, operation: done, id }) => `${type} ${id} ${done}`);

beforeAll(async () => {
  await live(DAY, assisted, quiet, elsewhere);
  await drainOutbox(hub.db);
});

describe('the change feed', () => {
  it('tells the present state once, in order, and goes on from a cursor', async () => {
    const whole = await read('warehouse', 'operations');
    expect(whole.edges.map(({ type }) => type)).toEqual([
      ...['HOUSEHOLD', 'HOUSEHOLD', 'HOUSEHOLD', 'PERSON', 'PERSON', 'PERSON', 'PERSON', 'ALERT'],
    ]);
    const paged: Edge[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Page = await read('warehouse', 'operations', { first: 3, after });
      paged.push(...page.edges);
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(paged.map(({ type, id }) => [type, id])).toEqual(whole.edges.map(({ type, id }) => [type, id]));
    expect(await read('warehouse', 'operations', { after: whole.pageInfo.endCursor })).toMatchObject({ edges: [] });
    expect(brief(await read('warehouse', 'operations', { types: ['ALERT'] }))).toEqual([
      `ALERT ${await alertOf(1)} UPSERT`,
    ]);
  });

  it('gives the warehouse persons by pseudonym, without name, number, phone or address', async () => {
    const page = await read('warehouse', 'operations');
    const text = JSON.stringify(page);
    for (const value of ['欧阳', '周小满', '310199', '13800000001', '华阳路'])
      expect({ value, shown: text.includes(value) }).toEqual({ value, shown: false });
    for (const { id } of page.edges.filter(({ type }) => type === 'PERSON')) expect(id).toMatch(/^PX[0-9a-f]{20}$/);
    expect(text).toContain('"programme":"DBJ"');
  });

  it.each([
    ['warehouse', 'operations'],
    ['warehouse', 'statistics'],
    ['adviser', 'casework'],
    ['adviser', 'discovery'],
    ['district-officer', 'verification'],
    ['district-officer', 'discovery'],
  ])('a record says to %s for %s what the graph says', async (persona, purpose) => {
    const query = print(PROFILE_RECORDS.HOUSEHOLD.document);
    const outcome = await read(persona, purpose).catch((error: Error) => error.message);
    if (typeof outcome === 'string')
      return expect([persona, purpose, outcome]).toEqual(['warehouse', 'statistics', 'FORBIDDEN']);
    const persons = new Map<unknown, unknown>();
    const households = outcome.edges.filter(({ type }) => type === 'HOUSEHOLD');
    expect(households).toHaveLength(persona === 'adviser' ? 2 : 3);
    for (const { id, record } of households) {
      const { data } = await ask<{ household: { members: { person: { id: string } }[] } }>({
        ...{ persona, purpose, query, variables: { id } },
      });
      expect(record).toEqual(data?.household);
      for (const { person } of data?.household.members ?? []) persons.set(person.id, person);
    }
    const told = outcome.edges.filter(({ type }) => type === 'PERSON');
    expect(told.map(({ id, record }) => [id, record])).toEqual(told.map(({ id }) => [id, persons.get(id)]));
    expect(told).toHaveLength(persons.size);
  });

  it('keeps an adviser to the own street, and says what it held back', async () => {
    const { data, extensions } = await ask<{ changes: Page }>({
      ...{ persona: 'adviser', purpose: 'discovery', query: CHANGES, variables: { first: 100 } },
    });
    expect(JSON.stringify(data)).not.toContain('孙');
    expect(extensions?.access).toMatchObject({
      masked: expect.arrayContaining([expect.objectContaining({ coordinate: 'Person.name' })]),
    });
  });

  it('tells who reads it, and nobody else, that a household moved away, and everybody that one is gone', async () => {
    const [adviser, warehouse] = [await read('adviser', 'casework'), await read('warehouse', 'operations')];
    await writeHouseholds(
      hub.db,
      [assisted, { ...quiet, streetCode: '310105002', committeeCode: null }],
      addDays(DAY, 1),
    );
    await hub.db.execute('UPDATE hub_day SET day = $1', [addDays(DAY, 1)]);
    await drainOutbox(hub.db);
    const moved = await read('adviser', 'casework', { after: adviser.pageInfo.endCursor });
    expect(moved.edges.map(({ type, operation: done, record }) => [type, done, record])).toEqual([
      ['HOUSEHOLD', 'REVOKED', null],
      ['PERSON', 'REVOKED', null],
    ]);
    const seen = await read('warehouse', 'operations', { after: warehouse.pageInfo.endCursor });
    expect(seen.edges.map(({ type, operation: done }) => [type, done])).toEqual([
      ['HOUSEHOLD', 'UPSERT'],
      ['PERSON', 'UPSERT'],
    ]);
    expect(brief(await read('adviser', 'casework', { types: ['HOUSEHOLD'] }))).toEqual([
      'HOUSEHOLD H1 UPSERT',
      'HOUSEHOLD H2 REVOKED',
      'HOUSEHOLD H2 REVOKED',
    ]);
    expect(
      brief(await read('warehouse', 'operations', { types: ['HOUSEHOLD'], after: warehouse.pageInfo.endCursor })),
    ).toEqual(['HOUSEHOLD H2 UPSERT']);
  });

  it('tells what people do with an alert', async () => {
    const { pageInfo } = await read('adviser', 'casework');
    await work('AssignAlert', { id: await alertOf(1), assignee: 'adviser', key: 'a' });
    await drainOutbox(hub.db);
    const { edges } = await read('adviser', 'casework', { after: pageInfo.endCursor });
    const told = new Map(edges.map((edge) => [edge.type, edge]));
    expect(told.get('ALERT')).toMatchObject({ operation: 'UPSERT', version: 2, record: { assignee: 'adviser' } });
    // Work on the household began: its case is told with it.
    expect(told.get('CASE')).toMatchObject({ operation: 'UPSERT', record: { state: 'OPEN', household: { id: 'H1' } } });
  });

  it('tells what was allowed, and that it was taken back, without the paper that says so', async () => {
    const { pageInfo } = await read('warehouse', 'operations');
    const input = {
      ...{ householdId: 'H1', personId: `P${severe.person.id}`, capacity: 'SELF', givenBy: `P${severe.person.id}` },
      ...{ kind: 'check-authorisation', scope: ['disability-federation'], purposes: ['verification'] },
      ...{ validFrom: DAY, validUntil: '2099-12-31', evidence: '档案柜三号' },
    };
    const officer = { persona: 'district-officer', purpose: 'verification' };
    const own = new URL('../../schema/operations/consents.graphql', import.meta.url);
    const [recordConsent, withdraw] = await Promise.all(
      ['RecordConsent', 'WithdrawConsent'].map((name) => operation(name, own)),
    );
    const told = async () => {
      await drainOutbox(hub.db);
      const after = { after: pageInfo.endCursor, types: ['CONSENT'] };
      return (await read('warehouse', 'operations', after)).edges.map(({ version, record }) => ({ version, record }));
    };
    await ask({ ...officer, query: recordConsent ?? '', variables: { input, key: 'consent 1' } });
    const given = { kind: 'check-authorisation', withdrawal: null, recipient: null };
    const [first] = await told();
    expect(first).toMatchObject({ version: 1, record: given });
    expect(JSON.stringify(first)).not.toMatch(/档案柜|"P\d/);
    const variables = { id: first?.record?.id, how: 'PHONE', note: '来电', key: 'consent 2' };
    await ask({ ...officer, query: withdraw ?? '', variables });
    expect((await told()).at(-1)).toMatchObject({ version: 2, record: { withdrawal: { how: 'PHONE' }, version: 2 } });
  });

  it('leaves a row in the disclosure log with whom it told of and what', async () => {
    await read('warehouse', 'operations', { types: ['HOUSEHOLD'] });
    const [row] = await hub.db.query<{ households: number[]; fields: string[] }>(
      `SELECT d.households, s.fields FROM disclosure d JOIN disclosure_scope s ON s.key = d.scope ORDER BY d.at DESC, d.sequence DESC LIMIT 1`,
    );
    expect(row?.households).toEqual([1, 2, 3]);
    expect(row?.fields).toEqual(expect.arrayContaining(['ChangeEdge.record', 'HealthInsuranceSection.settlements']));
    expect(row?.fields).not.toContain('Person.name');
  });
});

describe('a cursor that cannot be gone on from', () => {
  const types = [...CHANGE_TYPES];

  it('is refused with a code: altered, of another organisation, of another hub, of a time to come', async () => {
    const { pageInfo } = await read('warehouse', 'operations', { first: 1 });
    const { endCursor } = pageInfo;
    const altered = `${endCursor.slice(0, -2)}${endCursor.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(await refusal({ after: altered, types })).toBe('CURSOR_DAMAGED');
    expect(await refusal({ after: '不是游标', types })).toBe('CURSOR_DAMAGED');
    expect(await refusal({ after: endCursor }, 'adviser', 'casework')).toBe('CURSOR_FOREIGN');
    const [head] = await hub.db.query<{ position: number; feed: string }>('SELECT position, feed FROM change_head');
    const newest = (await read('warehouse', 'operations')).pageInfo.endCursor;
    await hub.db.execute('UPDATE change_head SET position = 1');
    expect(await refusal({ after: newest })).toBe('CURSOR_AHEAD');
    await hub.db.execute('UPDATE change_head SET position = $1', [head?.position]);
  });

  it('is refused once what followed it is no longer kept; the feed from its beginning still tells everything', async () => {
    const first = await read('warehouse', 'operations', { first: 1 });
    const { pageInfo } = await read('warehouse', 'operations');
    const before = new Map((await read('warehouse', 'operations')).edges.map(({ id, record }) => [id, record]));
    expect(await compactChanges(hub.db, new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    expect(await refusal({ after: first.pageInfo.endCursor })).toBe('CURSOR_EXPIRED');
    expect(await refusal({ after: pageInfo.endCursor })).toBe('answered');
    const paged = new Map<string, unknown>();
    for (let after: string | null = null, more = true; more; ) {
      const page: Page = await read('warehouse', 'operations', { first: 2, after });
      for (const { id, record } of page.edges) paged.set(id, record);
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(paged).toEqual(before);
  });
});

describe('a closed alert', () => {
  const other = member({ name: '钱二' });
  const family = household([severe, other], { recognition: recognition('BY') });
  const hits = ({ edges }: Page): unknown[] =>
    edges.map(({ operation: done, record }) => [
      done,
      (record?.hits as { members: { id: string }[] }[] | undefined)?.map(({ members }) => members.map(({ id }) => id)),
    ]);

  it('is told again when somebody it names leaves the family or comes back, and when the family moves', async () => {
    await live(addDays(DAY, 2), family);
    await work('CloseAlert', { id: await alertOf(1), outcome: 'NOT_NEEDED', key: 'closed' });
    await drainOutbox(hub.db);
    const types = ['ALERT'];
    let after = (await read('adviser', 'casework')).pageInfo.endCursor;
    const told = async (day: number, document: typeof family): Promise<Page> => {
      await live(addDays(DAY, day), document);
      await drainOutbox(hub.db);
      const page = await read('adviser', 'casework', { after, types });
      after = page.pageInfo.endCursor;
      return page;
    };
    const [before] = hits(await read('adviser', 'casework', { types }));
    const named = `P${severe.person.id}`;
    expect(JSON.stringify(before)).toContain(named);
    const left = hits(await told(3, { ...family, members: [other] }));
    expect(left).toHaveLength(1);
    expect(JSON.stringify(left)).not.toContain(named);
    expect(hits(await told(4, family))).toContainEqual(before);
    await told(5, { ...family, members: [other] });
    expect(hits(await told(6, { ...family, members: [other], streetCode: '310105002', committeeCode: null }))).toEqual([
      ['REVOKED', undefined],
    ]);
  });
});
