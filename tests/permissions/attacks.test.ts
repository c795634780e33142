/** What another agency's engineer would try: filters, orders, cursors and ids that tell what the answer may not. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../src/modules/access/index.ts';
import type { HouseholdDocument } from '../../src/modules/household/index.ts';
import type { Answer } from '../support/served-hub.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, ask, live, alertOf, clear } = await serveWorkedHub();

const STREET = { streetCode: '310105001', committeeCode: '310105001001' };
const ELSEWHERE = { streetCode: '310105002', committeeCode: '310105002001' };
const here: HouseholdDocument = { ...unserved(71), ...STREET };
const there: HouseholdDocument = { ...unserved(81), ...ELSEWHERE };
const officerOf = (division: string): Caller => ({
  subject: `officer-${division}`,
  organisation: 'changning-civil-affairs',
  roles: ['district-officer'],
  divisions: [division],
});

beforeEach(clear);

async function read<T>(persona: string | Caller, purpose: string, query: string, variables = {}): Promise<Answer<T>> {
  return ask<T>({ persona, purpose, query, variables });
}

interface AlertPage {
  readonly alerts: { readonly totalCount: number; readonly edges: { cursor: string; node: { id: string } }[] };
}
const ALERTS = `query ($filter: AlertFilter, $after: String, $first: Int) {
  alerts(filter: $filter, after: $after, first: $first) { totalCount edges { cursor node { id } } }
}`;

describe('the list of alerts, for a desk that works with some rules only', () => {
  const DESK = ['health-insurance-desk', 'verification'] as const;

  it('cannot be filtered by rules of others', async () => {
    await live(DAY, here);
    const count = async (ruleIds: string[]) =>
      (await read<AlertPage>(...DESK, ALERTS, { filter: { ruleIds } })).data?.alerts.totalCount;
    expect(await count(['R13'])).toBe(1);
    expect(await count(['R04'])).toBe(0);
  });

  it('is not in the order of a severity it may not see', async () => {
    await live(DAY, here, { ...unserved(72), ...STREET });
    const [first, second] = [await alertOf(1), await alertOf(2)].sort();
    await hub.db.execute('update alert set severity_rank = 100 - id');
    const { data } = await read<AlertPage>(...DESK, ALERTS);
    expect(data?.alerts.edges.map(({ node }) => node.id)).toEqual([first, second]);
    const officer = await read<AlertPage>('district-officer', 'casework', ALERTS);
    expect(officer.data?.alerts.edges.map(({ node }) => node.id)).toEqual([second, first]);
  });
});

describe('alerts of other streets', () => {
  it('cannot be placed by their cursors', async () => {
    await live(DAY, here, there);
    const { data } = await read<AlertPage>('district-officer', 'casework', ALERTS);
    const foreign = await alertOf(2);
    const [own, other] = [true, false].map((mine) =>
      data?.alerts.edges.find(({ node }) => (node.id !== foreign) === mine),
    );
    const codesAfter = async (cursor: string | undefined) => {
      const { errors } = await read<AlertPage>('adviser', 'casework', ALERTS, { after: cursor });
      return errors?.map(({ extensions }) => extensions.code) ?? [];
    };
    expect(await codesAfter(own?.cursor)).toEqual([]);
    expect(await codesAfter(other?.cursor)).toEqual(['BAD_USER_INPUT']);
    expect(await codesAfter(Buffer.from('GPC:J:"999999"').toString('base64'))).toEqual(['BAD_USER_INPUT']);
  });

  it('do not open a household of this one', async () => {
    await live(DAY, { ...here, address: '长宁区华阳路100弄12号301室' });
    const address = async () =>
      (await read<{ household: { address: string } }>('adviser', 'casework', '{ household(id: "H1") { address } }'))
        .data?.household.address;
    expect(await address()).toBe('长宁区华阳路100弄12号301室');
    await hub.db.execute(`update alert set street_code = '310105002', committee_code = null`);
    expect(await address()).toContain('****');
  });
});

describe('what belongs to no street', () => {
  const STREET_OFFICER = officerOf('310105001');
  const counted = async (root: string, purpose = 'data-quality') => {
    const query = `{ ${root} { totalCount } }`;
    const { data } = await read<Record<string, { totalCount: number }>>(STREET_OFFICER, purpose, query);
    return data?.[root]?.totalCount;
  };

  it('is for callers of the whole district: deliveries, rows set aside, doubts about who is who', async () => {
    await live(DAY, here);
    await hub.db.execute(
      `insert into identity_review (id, subject_id, record_type, source_key, candidates, reason)
       values (900, 900, 'ED01', 'E1', '{81}', 'SEVERAL_CANDIDATES')`,
    );
    expect(await counted('identityReviews')).toBe(0);
    expect(await counted('quarantine')).toBe(0);
    const { data } = await read<{ feeds: unknown[] }>(STREET_OFFICER, 'data-quality', '{ feeds { agency } }');
    expect(data?.feeds).toEqual([]);
    const decide = `mutation { decideIdentityReview(id: "R900", reason: "x", idempotencyKey: "k") { ... on Refused { code } } }`;
    const undo = `mutation { undoLink(recordType: "ED01", sourceKey: "E1", reason: "x", idempotencyKey: "k2") { ... on Refused { code } } }`;
    for (const query of [decide, undo]) {
      const { data } = await read<Record<string, unknown>>(STREET_OFFICER, 'data-quality', query);
      expect(Object.values(data ?? {})).toEqual([{ code: 'NOT_FOUND' }]);
    }
    await hub.db.execute('delete from identity_review');
  });
});

describe('the disclosure log', () => {
  const auditorOf = (division: string): Caller => ({
    subject: `auditor-${division}`,
    organisation: 'changning-audit',
    roles: ['auditor'],
    divisions: [division],
  });
  const rows = async (division: string, person: string) => {
    const query = '{ disclosures(personId: "PERSON") { edges { node { subject } } } }'.replace('PERSON', person);
    const { data } = await read<{ disclosures: { edges: unknown[] } }>(auditorOf(division), 'audit', query);
    return data?.disclosures.edges.length ?? 0;
  };

  it('of a person is not read from another street', async () => {
    await live(DAY, here, there);
    await read(
      'district-officer',
      'casework',
      '{ a: household(id: "H1") { id kind } b: household(id: "H2") { kind } }',
    );
    expect(await rows('310105001', 'P71')).toBeGreaterThan(0);
    expect(await rows('310105001', 'P81')).toBe(0);
    expect(await rows('310105', 'P81')).toBeGreaterThan(0);
  });
});

describe('a cursor nobody was given', () => {
  it.each(['reviews', 'households', 'disclosures', 'alerts', 'findings'])('is refused by %s as such', async (root) => {
    await live(DAY, here);
    const args = root === 'disclosures' ? 'personId: "P71", ' : '';
    for (const text of ['["2026-10-31"]', '["x",1,"PERIODIC"]', 'after:x', '{}']) {
      const query = `{ ${root}(${args}first: 1, after: "${Buffer.from(text).toString('base64url')}") { edges { cursor } } }`;
      const persona = root === 'disclosures' ? 'auditor' : 'district-officer';
      const { errors } = await read(persona, root === 'disclosures' ? 'audit' : 'casework', query);
      expect({ text, codes: errors?.map(({ extensions }) => extensions.code) }).toEqual({
        text,
        codes: ['BAD_USER_INPUT'],
      });
    }
  });
});
