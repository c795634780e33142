/**
 * The sample delivery, made outside this project in the agencies' own formats, must come out as its truth says:
 * every person, link, household, fact, quarantined row, account and alert, asked through the API where it shows them.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ingestDirectory } from '../../src/app/deliveries.ts';
import type { RecordType } from '../../src/kernel/agency.ts';
import { operation, serveHub } from '../support/served-hub.ts';
import { type AnsweredHousehold, type AnsweredPerson, pages, type Truth } from '../support/truth.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const truth = JSON.parse(await readFile(fixture('changning-3k.truth.json'), 'utf8')) as Truth;
const { hub, ask } = await serveHub();
const delivered = await ingestDirectory(hub, fixture('changning-3k'));

/** The rules the truth speaks of. */
const PINNED = new Set(['R01', 'R04', 'R05', 'R08', 'R11', 'R12', 'R13', 'R14', 'R15b']);

const OFFICER = { persona: 'district-officer', purpose: 'casework' };
const byKey = <T>(items: readonly T[], key: (item: T) => string): Map<string, T> =>
  new Map(items.map((item) => [key(item), item]));

/** Whom each record was linked to. */
async function links(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const type of Object.keys(truth.totals.rowsByType) as RecordType[]) {
    if (type === 'CA01') continue;
    const rows = await hub.db.query<{ source_key: string; person_id: number }>(
      `select r.source_key, l.person_id from record_${type.toLowerCase()} r join link l using (subject_id) where r.ended_on is null`,
    );
    for (const row of rows) found.set(`${type}:${row.source_key}`, `P${row.person_id}`);
  }
  return found;
}

const linked = await links();
const personOf = new Map(
  truth.people.map(({ personKey, records }) => [
    personKey,
    linked.get(`${records[0]?.recordType}:${records[0]?.sourceKey}`) ?? personKey,
  ]),
);

async function everyHousehold(): Promise<Map<string, AnsweredHousehold>> {
  const list = await operation('FindHouseholds');
  const ids = await pages(async (after) => {
    const { data } = await ask<{
      households: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>({ ...OFFICER, query: list, variables: { filter: {}, first: 100, after } });
    return data?.households ?? null;
  });
  const one = await operation('HouseholdById');
  const households: AnsweredHousehold[] = [];
  for (const { id } of ids) {
    const { data } = await ask<{ household: AnsweredHousehold }>({ ...OFFICER, query: one, variables: { id } });
    if (data !== null) households.push(data.household);
  }
  return byKey(households, ({ kind, number }) => `${kind === 'ASSISTANCE' ? 'CA01' : 'CA05'}:${number}`);
}

const households = await everyHousehold();
const idOf = byKey([...households], ([, { id }]) => id);
const members = new Map<string, AnsweredPerson>();
for (const household of households.values()) for (const { person } of household.members) members.set(person.id, person);

describe('the sample delivery', () => {
  it('accounts for every row of every file', () => {
    const got = Object.fromEntries(
      delivered.batches.map(({ file, rows, accepted, superseded, quarantined }) => [
        file,
        { rows, accepted, superseded, quarantined },
      ]),
    );
    expect(got).toEqual(truth.accounting);
    for (const { rows, accepted, unchanged, superseded, quarantined } of delivered.batches)
      expect(accepted + unchanged + superseded + quarantined).toBe(rows);
    expect([...delivered.unlisted].sort()).toEqual([...truth.unlistedFiles].sort());
    const extra = delivered.batches.flatMap(({ file, unknownColumns }) =>
      unknownColumns.map((column) => ({ file, column })),
    );
    expect(extra).toEqual(truth.extraColumns);
  });

  it('shows the same accounts in the feeds', async () => {
    const { data } = await ask<{ feeds: { recordType: string; freshness: string; batches: { accepted: number }[] }[] }>(
      {
        ...OFFICER,
        query: await operation('Feeds'),
      },
    );
    expect(data?.feeds).toHaveLength(16);
    expect(new Set(data?.feeds.map(({ freshness }) => freshness))).toEqual(new Set(['FRESH']));
    const accepted = (type: string): number =>
      delivered.batches.filter(({ recordType }) => recordType === type).reduce((sum, batch) => sum + batch.accepted, 0);
    for (const { recordType, batches } of data?.feeds ?? [])
      expect(batches.reduce((sum, batch) => sum + batch.accepted, 0)).toBe(accepted(recordType));
  });

  it('SYS-02.14 links every record to its person, and none to another', () => {
    const wrong = truth.people.filter(({ personKey, records }) =>
      records.some(({ recordType, sourceKey }) => linked.get(`${recordType}:${sourceKey}`) !== personOf.get(personKey)),
    );
    expect(wrong).toEqual([]);
    expect(new Set(personOf.values()).size).toBe(truth.people.length);
    expect(linked.size).toBe(truth.people.reduce((sum, { records }) => sum + records.length, 0));
  });

  it('asks a person about every ambiguous record, and about nothing else', async () => {
    const { data } = await ask<{ identityReviews: { edges: { node: { recordType: string; sourceKey: string } }[] } }>({
      persona: 'district-officer',
      purpose: 'data-quality',
      query: '{ identityReviews(first: 100) { edges { node { recordType sourceKey } } } }',
    });
    const got = data?.identityReviews.edges.map(({ node }) => `${node.recordType}:${node.sourceKey}`).sort();
    expect(got).toEqual(truth.ambiguous.map(({ recordType, sourceKey }) => `${recordType}:${sourceKey}`).sort());
  });

  it('SYS-01.01 forms every household, with its members, class and income', () => {
    const got = [...households].map(([householdKey, household]) => ({
      householdKey,
      streetCode: household.streetCode,
      registeredClass: household.registeredClass,
      annualIncome: household.annualIncome.value,
      incomeKnown: household.annualIncome.status === 'KNOWN',
      members: household.members.map(({ person }) => person.id).sort(),
    }));
    const wanted = truth.households.map(
      ({ householdKey, streetCode, registeredClass, annualIncomeFen, members: keys }) => ({
        householdKey,
        streetCode,
        registeredClass,
        annualIncome: annualIncomeFen === null ? null : (annualIncomeFen / 100).toFixed(2),
        incomeKnown: annualIncomeFen !== null,
        members: keys.map((key) => personOf.get(key) ?? key).sort(),
      }),
    );
    expect(byKey(got, ({ householdKey }) => householdKey)).toEqual(byKey(wanted, ({ householdKey }) => householdKey));
  });

  it('SYS-02.01 knows every member and every fact, from the records of five agencies', () => {
    const compared = truth.people.filter(({ personKey }) => members.has(personOf.get(personKey) ?? ''));
    expect(compared).toHaveLength(new Set(truth.households.flatMap((household) => household.members)).size);
    const got = compared.map(({ personKey }) => {
      const person = members.get(personOf.get(personKey) ?? '') as AnsweredPerson;
      const certificate = person.disability.certificate;
      return {
        personKey,
        residentId: person.residentId,
        name: person.name,
        sex: person.sex,
        birthDate: person.birthDate,
        age: person.age,
        alive: person.alive,
        outOfPocket12Months: person.healthInsurance.outOfPocket12Months.value,
        contributionGapMonths: person.humanResources.contributionGapMonths,
        registeredUnemployed: person.humanResources.unemployment.some(
          ({ status, registeredOn }) => status === '1' && registeredOn <= truth.asOf,
        ),
        enrolled: person.education.enrolments.some(({ status }) => status === '1'),
        certificate: certificate && { category: certificate.category, level: certificate.level },
      };
    });
    const wanted = compared.map(({ personKey, residentId, name, sex, birthDate }) => {
      const { outOfPocket12MonthsFen, ...facts } = truth.facts[personKey] as Truth['facts'][string];
      const outOfPocket12Months = (outOfPocket12MonthsFen / 100).toFixed(2);
      return { personKey, residentId, name, sex, birthDate, outOfPocket12Months, ...facts };
    });
    expect(got).toEqual(wanted);
  });

  it('quarantines exactly the unreadable rows, with every bad column', async () => {
    const query = await operation('Quarantine');
    const rows = await pages(async (after) => {
      const { data } = await ask<{
        quarantine: {
          edges: { node: { file: string; row: number; reasons: { column: string }[]; raw: Record<string, unknown> } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>({ persona: 'district-officer', purpose: 'data-quality', query, variables: { first: 100, after } });
      return data?.quarantine ?? null;
    });
    const got = rows.flatMap(({ file, row, reasons }) => reasons.map(({ column }) => `${file} ${row} ${column}`));
    expect(got.sort()).toEqual(
      truth.quarantine.map(({ file, dataRow, column }) => `${file} ${dataRow} ${column}`).sort(),
    );
    for (const { raw } of rows) expect(Object.keys(raw).length).toBeGreaterThan(3);
  });

  it('tells each agency what its rows contradict', async () => {
    const found = await hub.db.query<{ file: string; row: number; column: string }>(
      'select file, row, "column" from finding',
    );
    const got = found.map(({ file, row, column }) => `${file} ${row} ${column}`).sort();
    expect(got).toEqual(truth.findings.map(({ file, dataRow, column }) => `${file} ${dataRow} ${column}`).sort());
  });

  it('SYS-05.04 raises exactly the alerts of the nine rules, with severity and members', async () => {
    const query = await operation('OpenAlerts');
    const alerts = await pages(async (after) => {
      const { data } = await ask<{
        alerts: { edges: { node: AnsweredAlert }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>({ ...OFFICER, query, variables: { first: 100, after } });
      return data?.alerts ?? null;
    });
    expect(new Set(alerts.map(({ household }) => household.id)).size).toBe(alerts.length);
    const got = alerts.flatMap(({ household, hits }) =>
      hits
        .filter(({ rule }) => PINNED.has(rule.id))
        .map(({ rule, severity, members: people }) =>
          [rule.id, idOf.get(household.id)?.[0], severity, ...people.map(({ id }) => id).sort()].join(' '),
        ),
    );
    const wanted = truth.alerts.map(({ rule, householdKey, severity, members: keys }) =>
      [rule, householdKey, severity.toUpperCase(), ...keys.map((key) => personOf.get(key)).sort()].join(' '),
    );
    expect(got.sort()).toEqual(wanted.sort());
  });

  it('SYS-02.15 what a rule could not know is unknown, not false', async () => {
    const unknown = await hub.db.query<{ rule_id: string; anchor: string }>(
      `select r.rule_id, h.anchor from rule_result r join household h on h.id = r.household_id
       where r.result = 'UNKNOWN' and r.rule_id = any($1)`,
      [[...PINNED]],
    );
    expect(unknown.map(({ rule_id, anchor }) => `${rule_id} ${anchor}`).sort()).toEqual(
      truth.unknown.map(({ rule, householdKey }) => `${rule} ${householdKey}`).sort(),
    );
  });

  it('delivered a second time changes nothing and says so', async () => {
    const again = await ingestDirectory(hub, fixture('changning-3k'));
    for (const batch of again.batches) {
      const wanted = truth.accounting[batch.file];
      expect({ file: batch.file, accepted: batch.accepted, unchanged: batch.unchanged, ended: batch.ended }).toEqual({
        file: batch.file,
        accepted: 0,
        unchanged: wanted?.accepted,
        ended: 0,
      });
    }
    expect(again.derived?.households.changed).toBe(0);
    expect(again.derived?.alerts).toEqual({ raised: 0, changed: 0, closed: 0 });
  });
});

interface AnsweredAlert {
  readonly household: { readonly id: string };
  readonly hits: readonly {
    readonly rule: { readonly id: string };
    readonly severity: string;
    readonly members: readonly { readonly id: string }[];
  }[];
}
