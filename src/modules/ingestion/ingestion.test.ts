import { describe, expect, it } from '@jest/globals';
import { SourceError } from '../../../connectors/sdk/index.ts';
import { batchOf, rowOf } from '../../../tests/support/batches.ts';
import { openTestDatabase } from '../../../tests/support/database.ts';
import { hubOver } from '../../../tests/support/hub.ts';
import { testSealer } from '../../../tests/support/sealer.ts';
import { type BatchReport, noteSyncDone, noteSyncFailure } from './index.ts';
import { openRawRow } from './raw-row.ts';

const db = await openTestDatabase();
const { applier, quarantine } = hubOver(db);

const death = (key: string, at: string, died = '2026-10-01', operation = 'U') =>
  rowOf(key, at, { 身份证号: '310199199001010018', 姓名: '测试', 死亡日期: died }, operation);

async function held(key: string): Promise<{ died_on: string | null; ended_by: string | null } | undefined> {
  const rows = await db.query<{ died_on: string | null; ended_by: string | null }>(
    'select died_on, ended_by from record_ca04 where source_key = $1',
    [key],
  );
  return rows[0];
}

function account({ accepted, unchanged, superseded, quarantined, ended }: BatchReport): readonly number[] {
  return [accepted, unchanged, superseded, quarantined, ended];
}

describe('a batch', () => {
  it('the later of two rows of one key wins, on a tie the later row', async () => {
    const report = await applier.apply(
      batchOf('CA04', [
        death('a1', '2026-10-02 10:00:00', '2026-10-02'),
        death('a1', '2026-10-01 10:00:00', '2026-10-01'),
        death('a2', '2026-10-01 10:00:00', '2026-10-03'),
        death('a2', '2026-10-01 10:00:00', '2026-10-04'),
      ]),
    );
    expect(account(report)).toEqual([2, 0, 2, 0, 0]);
    expect(await held('a1')).toMatchObject({ died_on: '2026-10-02' });
    expect(await held('a2')).toMatchObject({ died_on: '2026-10-04' });
  });

  it('delivered twice changes nothing and says so', async () => {
    const rows = [death('b1', '2026-10-01 10:00:00'), death('b2', '2026-10-01 10:00:00')];
    await applier.apply(batchOf('CA04', rows));
    expect(account(await applier.apply(batchOf('CA04', rows)))).toEqual([0, 2, 0, 0, 0]);
  });

  it('an older row never overwrites a newer one, whatever came first', async () => {
    await applier.apply(batchOf('CA04', [death('c1', '2026-10-05 10:00:00', '2026-10-05')]));
    const late = await applier.apply(batchOf('CA04', [death('c1', '2026-10-04 10:00:00', '2026-10-04')]));
    expect(account(late)).toEqual([0, 0, 1, 0, 0]);
    expect(await held('c1')).toMatchObject({ died_on: '2026-10-05' });
  });

  it('a newer time with the same content is unchanged, and still outranks what lies between', async () => {
    await applier.apply(batchOf('CA04', [death('d1', '2026-10-01 10:00:00')]));
    const same = await applier.apply(batchOf('CA04', [death('d1', '2026-10-09 10:00:00')]));
    const between = await applier.apply(batchOf('CA04', [death('d1', '2026-10-05 10:00:00', '2026-09-30')]));
    expect(account(same)).toEqual([0, 1, 0, 0, 0]);
    expect(account(between)).toEqual([0, 0, 1, 0, 0]);
  });

  it('a deletion ends the record; one of nothing held changes nothing, but keeps older rows dead', async () => {
    await applier.apply(batchOf('CA04', [death('e1', '2026-10-01 10:00:00')]));
    const deleted = await applier.apply(batchOf('CA04', [rowOf('e1', '2026-10-02 10:00:00', {}, 'D')]));
    const again = await applier.apply(batchOf('CA04', [rowOf('e1', '2026-10-02 10:00:00', {}, 'D')]));
    const first = await applier.apply(batchOf('CA04', [rowOf('e2', '2026-10-02 10:00:00', {}, 'D')]));
    const late = await applier.apply(batchOf('CA04', [death('e2', '2026-10-01 10:00:00')]));
    expect([deleted, again, first, late].map(account)).toEqual([
      [1, 0, 0, 0, 1],
      [0, 1, 0, 0, 0],
      [0, 1, 0, 0, 0],
      [0, 0, 1, 0, 0],
    ]);
    expect(await held('e1')).toMatchObject({ ended_by: 'D' });
    expect(await held('e2')).toMatchObject({ ended_by: 'D' });
  });

  it('a deletion and the row it deletes in one batch: the deletion is accepted, the row superseded', async () => {
    const report = await applier.apply(
      batchOf('CA04', [death('f1', '2026-10-01 10:00:00'), rowOf('f1', '2026-10-02 10:00:00', {}, 'D')]),
    );
    expect(account(report)).toEqual([1, 0, 1, 0, 0]);
  });

  it('a full list ends what it lacks; it comes back only by a newer row', async () => {
    const rows = [death('g1', '2026-10-01 10:00:00'), death('g2', '2026-10-01 10:00:00')];
    await db.execute('delete from record_ca04');
    await applier.apply(batchOf('CA04', rows, { mode: 'full' }));
    const shorter = await applier.apply(batchOf('CA04', rows.slice(0, 1), { mode: 'full', asOf: '2026-11-01' }));
    expect(account(shorter)).toEqual([0, 1, 0, 0, 1]);
    expect(await held('g2')).toMatchObject({ ended_by: 'A' });
    const back = await applier.apply(batchOf('CA04', rows, { mode: 'full', asOf: '2026-11-02' }));
    expect(account(back)).toEqual([0, 1, 1, 0, 0]);
    const newer = await applier.apply(batchOf('CA04', [death('g2', '2026-11-02 10:00:00')], { asOf: '2026-11-02' }));
    expect(account(newer)).toEqual([1, 0, 0, 0, 0]);
    expect(await held('g2')).toMatchObject({ ended_by: null });
  });

  it('a full list of an earlier day, delivered late, ends nothing', async () => {
    await applier.apply(batchOf('CA04', [death('h1', '2026-11-03 10:00:00')], { mode: 'full', asOf: '2026-11-03' }));
    const late = await applier.apply(batchOf('CA04', [death('h0', '2026-10-01 10:00:00')], { mode: 'full' }));
    expect(late.ended).toBe(0);
    expect(await held('h1')).toMatchObject({ ended_by: null });
  });

  it('a key list ends what it lacks beside changed rows', async () => {
    await db.execute('delete from record_ca04');
    await applier.apply(
      batchOf('CA04', [death('i1', '2026-11-04 10:00:00'), death('i2', '2026-11-04 10:00:00')], { asOf: '2026-11-04' }),
    );
    const report = await applier.apply(batchOf('CA04', [], { asOf: '2026-11-04', presentKeys: ['i2'] }));
    expect(report.ended).toBe(1);
    expect(await held('i1')).toMatchObject({ ended_by: 'A' });
  });

  it('keeps what was held when a newer version cannot be read, and says so', async () => {
    await applier.apply(batchOf('CA04', [death('j1', '2026-11-04 10:00:00')], { asOf: '2026-11-04' }));
    const bad = await applier.apply(
      batchOf('CA04', [death('j1', '2026-11-05 10:00:00', '2026-02-30')], { asOf: '2026-11-04' }),
    );
    expect(account(bad)).toEqual([0, 0, 0, 1, 0]);
    const [record] = await db.query<{ newer_quarantined: boolean }>(
      `select newer_quarantined from record_ca04 where source_key = 'j1' and ended_on is null`,
    );
    expect(record?.newer_quarantined).toBe(true);
  });

  it('delivered twice at the same moment is taken once', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => death(`t${at}`, '2026-11-04 10:00:00'));
    const reports = await Promise.all(
      [1, 2, 3].map(() => applier.apply(batchOf('CA04', rows, { asOf: '2026-11-04' }))),
    );
    expect(reports.map(({ state }) => state)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    expect(reports.map(({ accepted }) => accepted).sort()).toEqual([0, 0, 50]);
    expect(reports.map(({ unchanged }) => unchanged).sort()).toEqual([0, 50, 50]);
  });

  it('a batch that breaks off changes nothing and is told with its reason', async () => {
    const broken = {
      ...batchOf('CA04', []),
      async *rows() {
        yield [{ row: 1, raw: death('k1', '2026-11-05 10:00:00') }];
        throw new SourceError('ROW_COUNT_MISMATCH', {
          file: 'x.csv',
          expected: 2,
          actual: 1,
        });
      },
    };
    const report = await applier.apply(broken);
    expect(report).toMatchObject({ state: 'REFUSED', rows: 0, error: { code: 'ROW_COUNT_MISMATCH' } });
    expect(report.error?.message).toMatch(/2.*1/);
    expect(await held('k1')).toBeUndefined();
  });
});

describe('a quarantined row', () => {
  async function quarantined(key: string): Promise<number> {
    await applier.apply(batchOf('CA04', [death(key, '2026-11-05 10:00:00', '2026-13-01')], { asOf: '2026-11-04' }));
    const rows = await db.query<{ id: number }>('select id from quarantined_row where source_key = $1', [key]);
    return rows[0]?.id ?? 0;
  }

  it('is kept once, whole, with every reason', async () => {
    await quarantined('q1');
    const batch = batchOf('CA04', [death('q1x', '2026-11-05 10:00:00', '2026-13-01')], { name: 'same' });
    await applier.apply(batch);
    await applier.apply(batch);
    const rows = await db.query<{ raw: string; reasons: readonly { column: string }[] }>(
      `select raw, reasons from quarantined_row where source_key = 'q1x'`,
    );
    expect(rows).toHaveLength(1);
    expect(openRawRow(testSealer, rows[0]?.raw ?? '').死亡日期).toBe('2026-13-01');
    expect(rows[0]?.reasons.map(({ column }) => column)).toEqual(['死亡日期']);
  });

  it('is kept even where it holds what a database cannot', async () => {
    const report = await applier.apply(
      batchOf('CA04', [{ ...death('nul', '2026-11-05 10:00:00'), 姓名: '甲\0乙', 备注: '半\ud800' }], {
        asOf: '2026-11-04',
      }),
    );
    expect(account(report)).toEqual([0, 0, 0, 1, 0]);
    const rows = await db.query<{ raw: string }>(`select raw from quarantined_row where source_key = 'nul'`);
    expect(openRawRow(testSealer, rows[0]?.raw ?? '')).toMatchObject({ 姓名: '甲␀乙', 备注: '半\ufffd' });
  });

  it('can be mended and sent again', async () => {
    const id = await quarantined('q2');
    const still = await quarantine.resubmit(id, { 死亡日期: '2026-02-30' }, 'officer');
    expect(still).toMatchObject({ ok: false, error: { code: 'STILL_UNREADABLE', reasons: [{ column: '死亡日期' }] } });
    const mended = await quarantine.resubmit(id, { 死亡日期: '2026-10-11' }, 'officer');
    expect(mended).toMatchObject({ ok: true, value: { accepted: 1 } });
    expect(await held('q2')).toMatchObject({ died_on: '2026-10-11' });
    const twice = await quarantine.resubmit(id, { 死亡日期: '2026-10-12' }, 'officer');
    expect(twice).toMatchObject({ ok: false, error: { code: 'NOT_IN_QUARANTINE' } });
  });

  it('is closed when a newer readable row arrives', async () => {
    const id = await quarantined('q3');
    await applier.apply(batchOf('CA04', [death('q3', '2026-11-06 10:00:00')], { asOf: '2026-11-04' }));
    const rows = await db.query('select state from quarantined_row where id = $1', [id]);
    expect(rows).toEqual([{ state: 'OVERTAKEN' }]);
  });

  it('does not come back with its file once it was mended', async () => {
    const file = batchOf('CA04', [death('q4', '2026-11-05 10:00:00', '2026-13-01')], { name: 'again' });
    await applier.apply(file);
    const [row] = await db.query<{ id: number }>(`select id from quarantined_row where source_key = 'q4'`);
    await quarantine.resubmit(row?.id ?? 0, { 死亡日期: '2026-10-11' }, 'officer');
    expect(account(await applier.apply(file))).toEqual([0, 0, 0, 1, 0]);
    expect(await db.query(`select state from quarantined_row where source_key = 'q4'`)).toEqual([
      { state: 'RESUBMITTED' },
    ]);
    expect(await held('q4')).toMatchObject({ died_on: '2026-10-11' });
  });

  it('is closed when the same version arrives readable, though it says what is held', async () => {
    const [older, bad] = [death('q5', '2026-11-05 10:00:00'), death('q5', '2026-11-05 10:00:00', '2026-13-01')];
    await applier.apply(batchOf('CA04', [older]));
    await applier.apply(batchOf('CA04', [bad]));
    expect(account(await applier.apply(batchOf('CA04', [older])))).toEqual([0, 1, 0, 0, 0]);
    expect(await db.query(`select state from quarantined_row where source_key = 'q5'`)).toEqual([
      { state: 'OVERTAKEN' },
    ]);
  });

  it('stays open while only the version before it is sent again', async () => {
    const older = batchOf('CA04', [death('q6', '2026-11-04 10:00:00')]);
    await applier.apply(older);
    await applier.apply(batchOf('CA04', [death('q6', '2026-11-05 10:00:00', '2026-13-01')]));
    await applier.apply(older);
    expect(await db.query(`select state from quarantined_row where source_key = 'q6'`)).toEqual([{ state: 'OPEN' }]);
  });
});

describe('the note of a failure on a feed', () => {
  const notes = async (): Promise<Record<string, string>> => {
    const rows = await db.query<{ type: string; code: string }>(
      `select record_type as type, last_error_code as code from feed where agency = 'disability-federation' and last_error_code is not null`,
    );
    return Object.fromEntries(rows.map(({ type, code }) => [type, code]));
  };

  it('goes with the next whole sync, also where nothing was new', async () => {
    await noteSyncFailure(db, 'disability-federation', 'SOURCE_UNREACHABLE');
    expect(await notes()).toEqual({ DF01: 'SOURCE_UNREACHABLE', DF02: 'SOURCE_UNREACHABLE' });
    await noteSyncDone(db, 'disability-federation');
    expect(await notes()).toEqual({});
  });

  it('stays where a file was refused', async () => {
    const cut = {
      ...batchOf('DF02', []),
      async *rows() {
        yield [];
        throw new SourceError('FILE_CUT_OFF', { file: 'a.csv', line: 3 });
      },
    };
    await applier.apply(cut);
    await noteSyncDone(db, 'disability-federation');
    expect(await notes()).toEqual({ DF02: 'FILE_CUT_OFF' });
  });
});
