import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Disclosure, disclosureScope, openAudit } from '../../src/modules/audit/index.ts';
import { openTestDatabase } from '../support/database.ts';

const SCOPE = disclosureScope({
  operation: 'HouseholdById',
  document: 'x',
  fields: ['Person.name'],
  masked: ['Person.name'],
  withheld: [],
});

const read = (person: number): Disclosure => ({
  subject: 'adviser',
  organisation: 'subdistrict-310105001',
  purpose: 'casework',
  caseId: null,
  scope: SCOPE,
  decision: 'MASKED',
  persons: [person + 1, person],
  households: [7],
});

const db = await openTestDatabase();

/** Whoever owns the database can do this. */
async function tamper(statement: string): Promise<void> {
  await db.execute(`set session_replication_role = replica; ${statement}; set session_replication_role = default`);
}

/** A log over empty tables. */
async function openLog(capacity = 1_000, now = (): Date => new Date()) {
  await tamper('truncate disclosure, disclosure_scope, disclosure_writer');
  const home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'audit-'));
  return openAudit({ db, clock: { now }, settings: { home, capacity, years: 3 } });
}

async function kept(count: number) {
  const audit = await openLog();
  await Promise.all(Array.from({ length: count }, (_, index) => audit.log.admit().record(read(index))));
  return audit;
}

describe('the disclosure log', () => {
  it('many answers share a commit, and each stands in the chain', async () => {
    const audit = await kept(300);
    const [commits] = await db.query<{ n: number }>('select count(distinct xmin::text)::int as n from disclosure');
    expect(commits?.n).toBeLessThan(10);
    expect(await audit.verify()).toEqual({ writers: 1, rows: 300, problems: [] });
  });

  it('refuses to read when its queue is full', async () => {
    const audit = await openLog(2);
    const held = [audit.log.admit(), audit.log.admit()];
    expect(() => audit.log.admit()).toThrow(expect.objectContaining({ code: 'DISCLOSURE_LOG_FULL' }));
    held[0]?.release();
    held[0]?.release();
    await audit.log.admit().record(read(1));
    audit.log.admit();
    expect(() => audit.log.admit()).toThrow(expect.objectContaining({ code: 'DISCLOSURE_LOG_FULL' }));
  });

  it('an answer whose row cannot be written is refused', async () => {
    const audit = await openLog();
    await db.execute('alter table disclosure rename to moved');
    await expect(audit.log.admit().record(read(1))).rejects.toMatchObject({ code: 'DISCLOSURE_LOG_FAILED' });
    await db.execute('alter table moved rename to disclosure');
    await audit.log.admit().record(read(2));
    expect((await audit.verify()).problems).toEqual([]);
  });

  it('is never changed through the database', async () => {
    await kept(1);
    await expect(db.execute(`update disclosure set subject = 'x'`)).rejects.toThrow('never changed');
    await expect(db.execute('delete from disclosure')).rejects.toThrow('never changed');
  });

  it.each([
    ['a changed reader', `update disclosure set subject = 'x' where sequence = 5`, 'CHANGED', 5],
    ['a changed time', `update disclosure set at = at + interval '1 ms' where sequence = 5`, 'CHANGED', 5],
    ['a changed subject', `update disclosure set persons = '{1}' where sequence = 5`, 'CHANGED', 5],
    ['a removed row', 'delete from disclosure where sequence = 5', 'REMOVED', 5],
    ['the last rows removed', 'delete from disclosure where sequence > 8', 'REMOVED', 9],
    ['everything removed', 'delete from disclosure', 'REMOVED', 1],
    ['a chain removed whole', 'delete from disclosure; delete from disclosure_writer', 'REMOVED', null],
    [
      'an end moved back',
      'delete from disclosure where sequence > 8; update disclosure_writer set last_sequence = 8, last_hash = (select hash from disclosure where sequence = 8)',
      'CHANGED',
      null,
    ],
    [
      'an inserted row',
      `insert into disclosure select writer, 11, at, subject, organisation, purpose, case_id, scope, decision, persons, households, hash, hash from disclosure where sequence = 10`,
      'INSERTED',
      11,
    ],
    [
      'an inserted chain',
      `insert into disclosure select 'w', 1, at, subject, organisation, purpose, case_id, scope, decision, persons, households, hash, hash from disclosure where sequence = 10`,
      'INSERTED',
      1,
    ],
    ['a changed list of fields', `update disclosure_scope set fields = '{}'`, 'CHANGED', null],
  ])('verification finds %s', async (_what, statement, kind, sequence) => {
    const audit = await kept(10);
    await tamper(statement);
    const { problems } = await audit.verify();
    expect(problems[0]).toMatchObject({ kind, sequence });
  });

  it('removes rows after their time only, and the chain still holds', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const audit = await openLog(1_000, () => new Date(now));
    for (let person = 0; person < 5; person += 1) await audit.log.admit().record(read(person));
    now = new Date('2028-12-31T00:00:00Z');
    await audit.log.admit().record(read(9));
    expect(await audit.enforceRetention()).toBe(0);
    now = new Date('2029-01-02T00:00:00Z');
    expect(await audit.enforceRetention()).toBe(5);
    await audit.log.admit().record(read(10));
    expect(await audit.verify()).toEqual({ writers: 1, rows: 2, problems: [] });
  });
});
