/** What the outcomes of visits say: precision by rule, street and source, time to contact, coverage. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { certificate, DAY, household, member, recognition } from '../support/documents.ts';
import { serveWorkedHub } from '../support/worked-hub.ts';

const { hub, ask, live, clear } = await serveWorkedHub();
beforeEach(async () => {
  await clear();
  await hub.db.execute('TRUNCATE clue, clue_report');
});

interface Closed {
  readonly count: number;
  readonly outcome: string;
  readonly visited?: boolean;
  readonly street?: string;
  readonly rule?: string;
}

let household0 = 1_000;

/** Alerts that were closed, so many of a kind. */
async function close({ count, outcome, visited = true, street = '310105001', rule = 'R01' }: Closed): Promise<void> {
  await hub.db.execute(
    `WITH closed AS (
       INSERT INTO alert (household_id, state, severity, severity_rank, raised_at, raised_on, street_code, assignee,
         outcome, closed_at, closed_on, contacted_at)
       SELECT $1 + n, 'CLOSED', 'ORANGE', 2, '2026-10-01T00:00Z', '2026-10-01', $2, 'x', $3, '2026-10-05T00:00Z',
         '2026-10-05', CASE WHEN $4 THEN '2026-10-02T12:00Z'::timestamptz END
       FROM generate_series(1, $5::int) n RETURNING id, household_id),
     hit AS (
       INSERT INTO alert_hit (alert_id, rule_id, rule_version, severity, first_seen_on, members, evidence)
       SELECT id, $6, 1, 'ORANGE', '2026-10-01', '{}', '[]' FROM closed)
     INSERT INTO visit (household_id, alert_id, visited_on, visitors, purpose, recorded_by, recorded_at)
     SELECT household_id, id, '2026-10-02', '{x}', 'FIRST_CONTACT', 'x', now() FROM closed WHERE $4`,
    [household0, street, outcome, visited, count, rule],
  );
  household0 += count;
}

async function officer<T>(query: string): Promise<T> {
  const { data, errors } = await ask<T>({ persona: 'district-officer', purpose: 'statistics', query });
  expect(errors).toBeUndefined();
  return data as T;
}

const learning = async (by: string, fields: string) =>
  (await officer<{ alertLearning: object[] }>(`{ alertLearning(by: ${by}) { key ${fields} } }`)).alertLearning;

describe('learning from visits', () => {
  beforeEach(() => live(DAY, household([member()])));

  it('SYS-05.09 SYS-05.03 counts only what a visit confirmed or refuted', async () => {
    await close({ count: 20, outcome: 'GRANTED' });
    await close({ count: 10, outcome: 'ALREADY_SERVED' });
    await close({ count: 10, outcome: 'FALSE_ALARM' });
    await close({ count: 12, outcome: 'CANNOT_REACH' });
    await close({ count: 15, outcome: 'GRANTED', visited: false });
    expect(
      await learning('RULE', 'closed decided confirmed alreadyServed refuted unreached precision hoursToContact'),
    ).toEqual([
      {
        key: 'R01',
        closed: 67,
        decided: 40,
        confirmed: 20,
        alreadyServed: 10,
        refuted: 10,
        unreached: 12,
        precision: 0.5,
        hoursToContact: 36,
      },
    ]);
  });

  it('by street and by source, small cells hidden', async () => {
    await close({ count: 30, outcome: 'GRANTED' });
    await close({ count: 9, outcome: 'GRANTED', street: '310105002', rule: 'R04' });
    expect(await learning('STREET', 'decided precision')).toEqual([
      { key: '310105001', decided: 30, precision: 1 },
      { key: '310105002', decided: null, precision: null },
    ]);
    const sources = await learning('SOURCE', 'decided');
    expect(sources).toContainEqual({ key: 'health-insurance', decided: 30 });
    expect(sources).toContainEqual({ key: 'disability-federation', decided: null });
  });

  it('SYS-05.02 SYS-06.01 by the channel of a clue beside what the data found', async () => {
    const tell = (count: number, channel: string, answer: string, outcome: string | null) =>
      hub.db
        .execute(
          `WITH told AS (
           INSERT INTO clue (kind, channel, household_id, occurred_on, source, recorded_by, recorded_at, recorded_on)
           SELECT 'HARDSHIP', $1, $2 + n, '2026-09-30', 'x', 'x', '2026-10-01T00:00Z', '2026-10-01'
           FROM generate_series(1, $3::int) n RETURNING id, household_id),
         filed AS (
           INSERT INTO case_file (household_id, street_code, origin, adviser, opened_at, opened_on, opened_by, closed_at,
             closed_on, outcome)
           SELECT household_id, '310105001', 'CLUE', 'x', '2026-10-01T00:00Z', '2026-10-01', 'x', '2026-10-09T00:00Z',
             '2026-10-09', $4 FROM told WHERE $4::text IS NOT NULL RETURNING id, household_id),
         seen AS (
           INSERT INTO visit (household_id, visited_on, visitors, purpose, recorded_by, recorded_at)
           SELECT household_id, '2026-10-02', '{x}', 'FIRST_CONTACT', 'x', '2026-10-02T00:00Z' FROM filed)
         INSERT INTO clue_report (clue_id, subject, organisation, place_code, recipient, answer_by, reported_at, answer,
           answered_at, case_id)
         SELECT t.id, 'x', 'x', '310105001', 'x', '2026-10-08', '2026-10-01T00:00Z', $5, '2026-10-02T00:00Z', f.id
         FROM told t LEFT JOIN filed f USING (household_id)`,
          [channel, household0, count, outcome, answer],
        )
        .then(() => {
          household0 += count;
        });
    await close({ count: 30, outcome: 'GRANTED' });
    await tell(20, 'HOTLINE', 'TAKEN_UP', 'NEED_MET');
    await tell(10, 'HOTLINE', 'UNFOUNDED', null);
    await tell(10, 'HOTLINE', 'ALREADY_KNOWN', null);
    await tell(9, 'GRID', 'TAKEN_UP', 'NEED_MET');
    await close({ count: 12, outcome: 'GRANTED', rule: 'R25' });
    // The fire that R25 found was told by somebody: it is that channel's, not the data's.
    await hub.db.execute(
      `INSERT INTO clue (kind, channel, area_code, occurred_on, source, recorded_by, recorded_at, recorded_on)
       VALUES ('FIRE', 'GRID', '310105001', '2026-09-30', 'x', 'x', now(), '2026-09-30')`,
    );
    expect(
      await learning('CHANNEL', 'closed decided confirmed alreadyServed refuted precision hoursToContact'),
    ).toEqual([
      {
        key: 'DATA',
        closed: 30,
        decided: 30,
        confirmed: null,
        alreadyServed: null,
        refuted: null,
        precision: 1,
        hoursToContact: 36,
      },
      {
        key: 'GRID',
        closed: null,
        decided: null,
        confirmed: null,
        alreadyServed: null,
        refuted: null,
        precision: null,
        hoursToContact: null,
      },
      {
        key: 'HOTLINE',
        closed: 40,
        decided: 40,
        confirmed: 20,
        alreadyServed: 10,
        refuted: 10,
        precision: 0.5,
        hoursToContact: 24,
      },
    ]);
  });

  it('names the rules that are wrong most of the time', async () => {
    await close({ count: 30, outcome: 'NOT_NEEDED', rule: 'R11' });
    await close({ count: 30, outcome: 'REFERRED', rule: 'R04' });
    const { rulesToRetire } = await officer<{ rulesToRetire: object[] }>('{ rulesToRetire { key decided precision } }');
    expect(rulesToRetire).toEqual([{ key: 'R11', decided: 30, precision: 0 }]);
  });

  it('is for officers with the purpose of statistics', async () => {
    const query = '{ alertLearning(by: RULE) { key } }';
    for (const [persona, purpose] of [
      ['adviser', 'casework'],
      ['district-officer', 'casework'],
      ['warehouse', 'statistics'],
    ] as const)
      expect((await ask({ persona, purpose, query })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('coverage', () => {
  it('SYS-05.05 is served ÷ (served + confirmed unserved), by street', async () => {
    const registered = () =>
      household([member({ certificates: [certificate('4', '1')] })], { recognition: recognition('QT') });
    await live(DAY, ...Array.from({ length: 15 }, registered));
    await close({ count: 15, outcome: 'GRANTED' });
    await close({ count: 10, outcome: 'REFERRED' });
    await close({ count: 10, outcome: 'REFERRED', visited: false });
    const query = '{ assistanceCoverage { streetCode served confirmedUnserved coverage } }';
    expect((await officer<{ assistanceCoverage: object[] }>(query)).assistanceCoverage).toEqual([
      { streetCode: '310105001', served: 30, confirmedUnserved: 10, coverage: 0.75 },
    ]);
  });
});
