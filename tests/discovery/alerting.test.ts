import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordType } from '../../src/kernel/agency.ts';
import { addDays, asDay, type Day } from '../../src/kernel/day.ts';
import { createAlerting, loadRoster } from '../../src/modules/alerting/index.ts';
import { createDiscovery, loadPack } from '../../src/modules/discovery/index.ts';
import type { HouseholdDocument } from '../../src/modules/household/index.ts';
import { heldAlerts } from '../support/alerts.ts';
import { openTestDatabase } from '../support/database.ts';
import {
  bill,
  certificate,
  DAY,
  household,
  member,
  monthsBack,
  payment,
  pension,
  recognition,
} from '../support/documents.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { feedsOn } from '../support/feeds.ts';

const whole = await loadPack('packs', 'shanghai/changning');
/** A few rules, so that a household's alert holds what its test says. */
const ASKED = ['R01', 'R04', 'R05', 'R08', 'R11', 'R12', 'R13', 'R14', 'R15b'];
const pack = { ...whole, rules: whole.rules.filter(({ id }) => ASKED.includes(id)) };
const db = await openTestDatabase();
let stale: readonly RecordType[] = [];
let now = new Date('2026-11-06T02:00:00Z');
const discovery = createDiscovery({ db, pack, feedsOn: async (day) => feedsOn(day, stale) });
const roster = await loadRoster('packs', pack.name, pack.division);
const alerting = createAlerting({ db, clock: { now: () => now }, pack, roster });

/** Writes the documents as of a day, judges what changed and brings the alerts in line. */
async function live(day: Day, ...documents: readonly HouseholdDocument[]) {
  await writeHouseholds(db, documents, day);
  const evaluation = await discovery.evaluate({ day, scope: 'marked', write: true });
  return { evaluation, alerts: await alerting.apply(day) };
}

const severe = certificate('4', '1');
const unserved = () => household([member({ id: 71, certificates: [severe] })], { recognition: recognition('DB') });
const served = () =>
  household([member({ id: 71, certificates: [severe], payments: [payment('CJH', monthsBack(0))] })], {
    recognition: recognition('DB'),
  });

beforeEach(() => {
  stale = [];
  now = new Date('2026-11-06T02:00:00Z');
});
afterEach(() =>
  db.execute(
    'TRUNCATE household_fact, member_fact, profile_version, judgement_mark, rule_result, discovery_state, alert_mark, alert CASCADE',
  ),
);

describe('alerts', () => {
  it('raises one alert for all hits of a household, as grave as the gravest', async () => {
    const { evaluation, alerts } = await live(
      DAY,
      household([member({ settlements: [bill(500_000)], certificates: [severe] })]),
    );
    expect((await evaluation.rules()).filter(({ matched }) => matched > 0).map(({ id }) => id)).toEqual([
      'R01',
      'R04',
      'R05',
    ]);
    expect(alerts).toEqual({ raised: 1, changed: 0, closed: 0 });
    const [alert, ...others] = await heldAlerts(db);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ state: 'OPEN', severity: 'RED', raisedOn: DAY, householdId: 1, version: 1 });
    expect(alert?.hits.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['R01', 'RED'],
      ['R04', 'ORANGE'],
      ['R05', 'ORANGE'],
    ]);
    expect(alert?.hits[1]?.evidence[0]).toEqual({
      label: '残疾类别',
      value: '4',
      unit: null,
      source: 'DF01',
      asOf: DAY,
      personId: expect.any(Number),
    });
  });

  it('SYS-05.04 finds who never applied, and leaves out who is served', async () => {
    const person = { certificates: [severe], pensions: [pension(3_000)] };
    const silent = household([member(person)]);
    const paid = household([member({ ...person, payments: [payment('CJH', monthsBack(0))] })]);
    await live(DAY, silent, paid);
    const alerts = await heldAlerts(db);
    expect(alerts.map(({ householdId, hits }) => [householdId, hits.map(({ ruleId }) => ruleId)])).toEqual([
      [1, ['R04']],
    ]);
  });

  it('gives red 24 hours and orange three working days', async () => {
    await live(
      DAY,
      household([member({ settlements: [bill(500_000)] })]),
      household([member({ certificates: [severe] })]),
    );
    const alerts = await heldAlerts(db);
    expect(alerts.map(({ dueAt }) => dueAt)).toEqual([
      new Date('2026-11-07T02:00:00Z'),
      new Date('2026-11-11T02:00:00Z'),
    ]);
  });

  it('SYS-07.01 changes when a hit joins, and escalates its clock', async () => {
    const person = { id: 50, certificates: [severe] };
    await live(DAY, household([member(person)]));
    now = new Date('2026-11-06T03:00:00Z');
    const { evaluation, alerts } = await live(DAY, household([member({ ...person, settlements: [bill(500_000)] })]));
    expect(evaluation.scope).toBe('marked');
    expect(alerts).toEqual({ raised: 0, changed: 1, closed: 0 });
    const [alert] = await heldAlerts(db);
    expect(alert).toMatchObject({
      severity: 'RED',
      version: 2,
      dueAt: new Date('2026-11-07T03:00:00Z'),
      raisedAt: new Date('2026-11-06T02:00:00Z'),
    });
  });

  it('changes when a hit leaves, and keeps its clock', async () => {
    await live(DAY, household([member({ id: 50, certificates: [severe], settlements: [bill(500_000)] })]));
    const { alerts } = await live(DAY, household([member({ id: 50, certificates: [severe] })]));
    expect(alerts).toEqual({ raised: 0, changed: 1, closed: 0 });
    const [alert] = await heldAlerts(db);
    expect(alert).toMatchObject({ severity: 'ORANGE', dueAt: new Date('2026-11-07T02:00:00Z') });
    expect(alert?.hits.map(({ ruleId }) => ruleId)).toEqual(['R04', 'R05']);
  });

  it('a backdated correction withdraws the alert, without an outcome and with its trace', async () => {
    await live(DAY, unserved());
    expect((await live(DAY, served())).alerts).toEqual({ raised: 0, changed: 1, closed: 0 });
    const insured = {
      insurance: [{ insuranceType: '390', year: 2026, status: '1', source: recognition('DB').source }],
    };
    const quiet = household([member({ id: 71, ...insured })], { recognition: recognition('DB') });
    expect((await live(addDays(DAY, 1), quiet)).alerts).toEqual({ raised: 0, changed: 0, closed: 1 });
    expect(await heldAlerts(db)).toEqual([]);
    const [alert] = await heldAlerts(db, ['CLOSED']);
    expect(alert).toMatchObject({ state: 'CLOSED', outcome: null, closedAt: now });
    expect(alert?.hits.map(({ ruleId, endedOn }) => [ruleId, endedOn])).toEqual([
      ['R04', DAY],
      ['R13', addDays(DAY, 1)],
    ]);
  });

  it('raises a new alert when a hit comes back', async () => {
    await live(DAY, unserved());
    await live(DAY, household([]));
    expect((await live(DAY, unserved())).alerts).toEqual({ raised: 1, changed: 0, closed: 0 });
    expect(await heldAlerts(db, ['OPEN', 'CLOSED'])).toHaveLength(2);
  });

  it('says nothing the second time', async () => {
    await live(DAY, unserved());
    expect((await live(DAY, unserved())).alerts).toEqual({ raised: 0, changed: 0, closed: 0 });
  });

  it('keeps a hit while its feed is out of date, and no longer than that', async () => {
    await live(DAY, household([member({ certificates: [severe], pensions: [] })]));
    stale = ['DF01', 'HR01', 'HR02', 'HR03'];
    expect((await live(addDays(DAY, 1))).alerts).toEqual({ raised: 0, changed: 0, closed: 0 });
    expect((await heldAlerts(db))[0]?.hits.map(({ ruleId }) => ruleId)).toEqual(['R04', 'R05']);
    stale = [];
    const { alerts } = await live(addDays(DAY, 2), household([member()]));
    expect(alerts).toEqual({ raised: 0, changed: 0, closed: 1 });
  });
});

describe('evaluation', () => {
  it('judges everybody when the day moves, and only what is marked otherwise', async () => {
    const scopeOf = async (...step: Parameters<typeof live>) => (await live(...step)).evaluation.scope;
    expect(await scopeOf(DAY, unserved())).toBe('all');
    expect(await scopeOf(DAY, served())).toBe('marked');
    expect(await scopeOf(DAY)).toBe('none');
    expect(await scopeOf(addDays(DAY, 1))).toBe('all');
  });

  it('judges everybody when a feed comes or goes', async () => {
    await live(DAY, unserved());
    stale = ['HI01'];
    const { evaluation } = await live(DAY);
    expect((await evaluation.rules()).find(({ id }) => id === 'R13')).toEqual({ id: 'R13', matched: 0, unknown: 1 });
  });

  it('finds by time alone: a birthday', async () => {
    const child = household([member({ birthDate: asDay('2020-11-01') })]);
    expect((await live(DAY, child)).alerts.raised).toBe(0);
    expect((await live(addDays(DAY, 1))).alerts.raised).toBe(1);
  });

  it('keeps the day a hit was first seen while it is unbroken', async () => {
    await live(DAY, unserved());
    await live(addDays(DAY, 3));
    const [alert] = await heldAlerts(db);
    expect(alert?.hits.map(({ firstSeenOn }) => firstSeenOn)).toEqual([DAY, DAY]);
  });

  it('of another day is counted and not written', async () => {
    await live(DAY, unserved());
    const { rules } = await discovery.evaluate({ day: addDays(DAY, 1), scope: 'all', write: false });
    expect((await rules()).filter(({ matched }) => matched > 0).map(({ id }) => id)).toEqual(['R04', 'R13']);
    expect(await db.query('SELECT judged_on FROM discovery_state')).toEqual([{ judged_on: DAY }]);
  });

  it('leaves households of other jurisdictions to their own packs', async () => {
    const { evaluation } = await live(DAY, { ...unserved(), streetCode: '310118001' });
    expect((await evaluation.rules()).every(({ matched, unknown }) => matched === 0 && unknown === 0)).toBe(true);
  });

  it('withdraws the alert of a household that is no more', async () => {
    await live(DAY, unserved());
    await db.execute('UPDATE household_fact SET valid_to = $1', [addDays(DAY, 1)]);
    await db.execute('INSERT INTO judgement_mark (household_id) VALUES (1)');
    const day = addDays(DAY, 1);
    await discovery.evaluate({ day, scope: 'marked', write: true });
    expect(await alerting.apply(day)).toEqual({ raised: 0, changed: 0, closed: 1 });
  });
});
