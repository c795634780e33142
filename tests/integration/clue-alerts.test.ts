/**
 * What only people know finds families: rows are ingested, a clue is told through the API, rules judge it, an alert
 * stands; and one such alert is worked from the clue to the last word about it.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { RawRow } from '../../connectors/sdk/raw-row.ts';
import { asDay } from '../../src/kernel/day.ts';
import { batchOf, rowOf } from '../support/batches.ts';
import { DAY } from '../support/documents.ts';
import { writeFeeds } from '../support/feeds.ts';
import { operation, serveHub } from '../support/served-hub.ts';

const { hub, ask } = await serveHub();
const file = (name: string): URL => new URL(`../../schema/operations/${name}.graphql`, import.meta.url);

const PLACE = { 街镇代码: '310105001', 居村代码: '310105001001' };
const roll = (household: string, name: string, born: string, relation = '01'): RawRow =>
  rowOf(`${household}-${name}`, '2026-10-30 10:00:00', {
    ...{ 户编号: household, 姓名: name, 性别: '女', 出生日期: born, 与户主关系: relation },
    ...PLACE,
  });
const ROLL = [
  ...[roll('R1', '甲', '1980-01-01'), roll('R1', '乙', '1982-01-01', '10'), roll('R1', '丙', '2016-01-01', '20')],
  ...[roll('R2', '丁', '1950-01-01'), roll('R3', '戊', '1970-01-01'), roll('R3', '己', '1972-01-01', '10')],
  roll('R4', '庚', '1975-01-01'),
];
const RECOGNISED = rowOf('F1', '2026-10-30 10:00:00', {
  ...{ 家庭编号: 'F1', 户主姓名: '庚', 家庭类别: '低保', 认定日期: '2026-10-01', 状态: '在册', 收入稳定性: '稳定' },
  ...PLACE,
});
const MEMBER = rowOf('F1-庚', '2026-10-30 10:00:00', {
  ...{ 家庭编号: 'F1', 姓名: '庚', 性别: '女', 出生日期: '1975-01-01', 与户主关系: '01', 共同生活: '是' },
});

interface Card {
  readonly id: string;
  readonly state: string;
  readonly severity: string;
  readonly household: { readonly id: string };
  readonly hits: readonly {
    readonly rule: { readonly id: string };
    readonly members: readonly { readonly id: string }[];
  }[];
}

async function send<T>(name: string, variables: object, of = 'clues', persona = 'adviser', purpose = 'casework') {
  const source = of === 'partners' ? undefined : file(of);
  const query = await operation(name, source);
  const { data, errors } = await ask<Record<string, T>>({ persona, purpose, query, variables: { ...variables } });
  return (Object.values(data ?? {})[0] as T | null) ?? ({ code: errors?.[0]?.extensions.code } as T);
}

let keys = 0;
interface Told {
  readonly clueId: string;
}
async function tell(input: object, persona = 'adviser'): Promise<Told> {
  keys += 1;
  const given = { channel: 'VISIT', occurredOn: '2026-10-30', source: '居委走访', ...input };
  const told = await send<Told>('RecordClue', { key: `k${keys}`, input: given }, 'clues', persona, 'discovery');
  await hub.pipeline.derive();
  return told;
}

async function alertsOf(rule: string): Promise<readonly Card[]> {
  const variables = { filter: { ruleIds: [rule] }, first: 10 };
  const page = await send<{ edges: { node: Card }[] }>('OpenAlerts', variables, 'partners');
  return page.edges.map(({ node }) => node);
}

const persons = new Map<string, string>();
const households = new Map<string, string>();

beforeAll(async () => {
  await writeFeeds(hub.db, DAY, asDay('2026-10-01'));
  const batches = [batchOf('CA05', ROLL), batchOf('CA01', [RECOGNISED]), batchOf('CA02', [MEMBER])];
  const reports = await hub.pipeline.ingest(batches);
  expect(reports.map(({ accepted, quarantined }) => [accepted, quarantined])).toEqual(
    expect.arrayContaining([
      [ROLL.length, 0],
      [1, 0],
      [1, 0],
    ]),
  );
  await hub.pipeline.derive();
  const query = '{ households(first: 20) { edges { node { id number members { person { id name } } } } } }';
  const { data } = await ask<{
    households: {
      edges: { node: { id: string; number: string; members: { person: { id: string; name: string } }[] } }[];
    };
  }>({ persona: 'district-officer', purpose: 'verification', query });
  for (const { node } of data?.households.edges ?? []) {
    households.set(node.number, node.id);
    for (const { person } of node.members) persons.set(person.name, person.id);
  }
});

describe('a clue becomes an alert', () => {
  it('R16: of a child nobody attends to, told by a grid worker who reads no file', async () => {
    expect(await alertsOf('R16')).toEqual([]);
    await tell({ kind: 'UNATTENDED_CHILD', channel: 'GRID', personId: persons.get('丙') }, 'grid-worker');
    const [alert] = await alertsOf('R16');
    expect(alert).toMatchObject({ severity: 'RED', household: { id: households.get('R1') } });
    expect(alert?.hits.find(({ rule }) => rule.id === 'R16')?.members).toEqual([{ id: persons.get('丙'), name: '丙' }]);
  });

  it('R18: of an elder alone on the elder file, graver when most of daily living is lost', async () => {
    expect(await alertsOf('R18')).toEqual([]);
    const personId = persons.get('丁');
    await tell({ kind: 'ELDER_FILE', personId });
    expect(await alertsOf('R18')).toMatchObject([{ severity: 'ORANGE', household: { id: households.get('R2') } }]);
    await tell({ kind: 'DAILY_LIVING', personId, value: 3 });
    expect(await alertsOf('R18')).toMatchObject([{ severity: 'ORANGE' }]);
    await tell({ kind: 'DAILY_LIVING', personId, value: 4, channel: 'HOTLINE' });
    expect(await alertsOf('R18')).toMatchObject([{ severity: 'RED' }]);
    await tell({ kind: 'CARE_SERVICE', personId, channel: 'AGENCY' });
    expect(await alertsOf('R18')).toEqual([]);
  });

  it('R23: of a new company in a household on allowance, and not in one that is not', async () => {
    await tell({ kind: 'NEW_COMPANY', channel: 'AGENCY', personId: persons.get('庚') }, 'district-officer');
    await tell({ kind: 'NEW_COMPANY', channel: 'AGENCY', personId: persons.get('戊') }, 'district-officer');
    const found = await alertsOf('R23');
    expect(found.map(({ household }) => household.id)).toEqual([households.get('F1')]);
  });

  it('R25: of a fire at home by self-report; taken back, the alert withdraws by itself', async () => {
    const { clueId } = await tell({ kind: 'FIRE', channel: 'SELF', householdId: households.get('R3') });
    expect(await alertsOf('R25')).toMatchObject([{ severity: 'ORANGE', household: { id: households.get('R3') } }]);
    await send('WithdrawClue', { clueId, key: 'back' }, 'clues', 'adviser', 'discovery');
    await hub.pipeline.derive();
    expect(await alertsOf('R25')).toEqual([]);
    const withdrawn = await hub.db.query(`SELECT state, outcome FROM alert WHERE household_id = $1`, [
      Number(households.get('R3')?.slice(1)),
    ]);
    expect(withdrawn).toEqual([{ state: 'CLOSED', outcome: null }]);
  });

  it('SYS-05.10 R25: of a disaster in an area, for every household of it and no other', async () => {
    await tell({ kind: 'DISASTER', channel: 'AGENCY', areaCode: '310105001001' }, 'district-officer');
    expect(new Set((await alertsOf('R25')).map(({ household }) => household.id))).toEqual(
      new Set(['R1', 'R2', 'R3', 'F1'].map((number) => households.get(number))),
    );
  });
});

describe('one alert, from the clue to the last word', () => {
  it('SYS-07.03 SYS-22.04 is taken, visited, referred and answered, and all of it stands in the household’s timeline', async () => {
    const household = households.get('R3');
    const [alert] = (await alertsOf('R25')).filter((one) => one.household.id === household);
    const id = alert?.id;
    const work = <T>(name: string, variables: object, of = 'partners') =>
      send<T>(name, { key: name, ...variables }, of);
    expect(await work('AssignAlert', { id, assignee: 'adviser' })).toMatchObject({ alert: { state: 'ASSIGNED' } });
    const input = { visitedOn: DAY, visitors: ['甲某', '乙某'], purpose: 'ELIGIBILITY', findings: '厨房受损' };
    expect(await work('RecordVisit', { id, input: { ...input, visitors: ['甲某'] } })).toMatchObject({
      code: 'TWO_VISITORS_REQUIRED',
    });
    expect(await work('RecordVisit', { id, input, key: 'visit' })).toMatchObject({ alert: { state: 'VISITING' } });
    const closed = await work('CloseAlert', { id, outcome: 'REFERRED', note: '转房屋修缮' });
    expect(closed).toMatchObject({ alert: { state: 'CLOSED', outcome: 'REFERRED' } });
    const { edges } = await send<{ edges: { node: { id: string } }[] }>(
      'Cases',
      { filter: { awaitsReferral: true } },
      'cases',
    );
    const caseId = edges[0]?.node.id;
    const referral = { organisation: 'demo-service-organisation', need: 'HOUSEWORK', note: '清理厨房' };
    const sent = await work<{ referral: { id: string } }>('Refer', { caseId, input: referral }, 'cases');
    expect(sent.referral).toMatchObject({ state: 'SENT', assessedOn: DAY });
    for (const answer of ['ACCEPTED', 'IN_SERVICE', 'DONE'])
      await send(
        'AnswerReferral',
        { id: sent.referral.id, answer, key: answer },
        'cases',
        'service-organisation',
        'service-delivery',
      );
    await work('EndReferral', { id: sent.referral.id, reason: 'COMPLETED' }, 'cases');
    expect(await work('CloseCase', { caseId, outcome: 'NEED_MET' }, 'cases')).toMatchObject({
      case: { state: 'CLOSED' },
    });
    const told = await send<{ timeline: { edges: { node: { kind: string; what: string } }[] } }>(
      'HouseholdTimeline',
      { id: household, first: 50 },
      'cases',
    );
    const lines = told.timeline.edges.map(({ node }) => `${node.kind} ${node.what}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        ...['CLUE FIRE', 'ALERT RAISED', 'ALERT ASSIGNED', 'VISIT ELIGIBILITY', 'ALERT CLOSED'],
        ...['CASE OPENED', 'CASE REFERRED', 'CASE REFERRAL_ENDED', 'CASE CLOSED'],
      ]),
    );
    // What a person closed is quiet, though the disaster still stands.
    await hub.pipeline.derive();
    expect((await alertsOf('R25')).map((one) => one.household.id)).not.toContain(household);
  });
});
