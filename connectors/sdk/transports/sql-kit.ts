import type { RecordType } from '../../../src/kernel/agency.ts';
import { asDay } from '../../../src/kernel/day.ts';
import type { Connector } from '../connector.ts';
import type { TestRunner } from '../contract-kit.ts';
import { readRow } from '../read-row.ts';
import type { RecordContract } from '../record-contract.ts';
import { type SyncOutcome, syncOnce } from './kit-sync.ts';

/** A database with a view of one record type, and statements in its dialect. */
export interface SqlConnectorUnderTest {
  readonly connector: Connector;
  readonly contract: RecordContract;
  url(): string;
  run(sql: string): Promise<void>;
}

const CREATE = `CREATE TABLE deaths (k varchar(20), t timestamp(0) NULL, op varchar(1), id varchar(20), name varchar(40), died date)`;
const line = (key: string, time: string, name = '甲'): string =>
  `('${key}', '${time}', 'U', '310199199001010018', '${name}', '2026-10-01')`;

/** The tests of a connector on SQL views, here `v_ca04` over a small table. */
export function describeSqlConnector({ describe, it, expect }: TestRunner, under: SqlConnectorUnderTest): void {
  const type: RecordType = 'CA04';
  const sync = (checkpoints?: SyncOutcome['checkpoints'], today = '2026-10-31'): Promise<SyncOutcome> =>
    syncOnce(under.connector, { url: under.url() }, { ...(checkpoints && { checkpoints }), today: asDay(today) });
  const keysIn = ({ rows }: SyncOutcome): readonly unknown[] =>
    (rows.get(type) ?? []).map((row) => row.来源主键).sort();
  const insert = (...lines: string[]): Promise<void> => under.run(`INSERT INTO deaths VALUES ${lines.join(', ')}`);

  describe('views', () => {
    it('give all rows first, then what changed, with an overlap', async () => {
      await insert(line('K1', '2026-10-30 10:00:00'), line('K2', '2026-10-31 10:00:00', '欧阳𫖯'));
      const first = await sync();
      expect(keysIn(first)).toEqual(['K1', 'K2']);
      await insert(line('K3', '2026-10-31 09:55:00'), line('K4', '2026-10-31 11:00:00'));
      const second = await sync(first.checkpoints);
      expect(keysIn(second)).toEqual(['K2', 'K3', 'K4']);
      expect(keysIn(await sync(second.checkpoints))).toEqual(['K4']);
    });

    it('give rows that read as records, without a zone shift', async () => {
      const [raw] = ((await sync()).rows.get(type) ?? []).filter((row) => row.来源主键 === 'K2');
      if (raw === undefined) throw new Error('K2 is missing');
      expect(readRow(under.contract, { row: 1, raw })).toMatchObject({
        kind: 'record',
        updatedAt: '2026-10-31 10:00:00',
        record: { name: '欧阳𫖯', diedOn: '2026-10-01', residentId: '310199199001010018' },
      });
    });

    it('give the list of all keys once a day', async () => {
      const first = await sync();
      expect(first.keys.get(type)).toHaveLength(4);
      await under.run(`DELETE FROM deaths WHERE k = 'K1'`);
      expect((await sync(first.checkpoints)).keys.has(type)).toBe(false);
      const nextDay = await sync(first.checkpoints, '2026-11-01');
      expect([...(nextDay.keys.get(type) ?? [])].sort()).toEqual(['K2', 'K3', 'K4']);
    });

    it('are not skipped because one row is stamped far ahead, or not at all', async () => {
      await insert(line('FAR', '2031-01-01 00:00:00'));
      await under.run(`INSERT INTO deaths VALUES ('NONE', NULL, 'U', NULL, '甲', '2026-10-01')`);
      const first = await sync();
      await insert(line('K5', '2026-10-31 12:00:00'));
      expect(keysIn(await sync(first.checkpoints))).toEqual(['FAR', 'K4', 'K5', 'NONE']);
    });

    it('are read by the thousand', async () => {
      const many = Array.from({ length: 5000 }, (_, at) => line(`M${at}`, '2026-10-20 00:00:00'));
      await insert(...many);
      expect(keysIn(await sync())).toHaveLength(5000 + 6);
    });

    it('that are missing are named, and the other record types are read', async () => {
      const { failures } = await sync();
      expect(failures).toHaveLength(under.connector.contracts.length - 1);
      expect(failures[0]).toMatchObject({ code: 'SOURCE_UNREACHABLE', params: { source: 'civil-affairs' } });
    });
  });
}

/** The table and the view that {@link describeSqlConnector} reads; `quote` quotes a name. */
export function createDeathsView(quote: (name: string) => string): readonly string[] {
  const columns = { k: '来源主键', t: '更新时间', op: '操作', id: '身份证号', name: '姓名', died: '死亡日期' };
  const list = Object.entries(columns).map(([column, header]) => `${column} AS ${quote(header)}`);
  return [CREATE, `CREATE VIEW v_ca04 AS SELECT ${list.join(', ')} FROM deaths`];
}
