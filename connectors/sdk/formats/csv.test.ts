import { afterAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import {
  deliver,
  openSmall,
  readDelivered,
  removeDirectories,
  rowsOf,
  SMALL_HEADER,
  smallLine,
} from '../delivery/kit-delivery.ts';

afterAll(removeDirectories);

const file = (...lines: string[]): string => `${[SMALL_HEADER, ...lines].join('\n')}\n`;

async function failureOf(
  content: string | Uint8Array,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  return readDelivered(await deliver('a.csv', content, changes)).catch((reason: unknown) => reason);
}

describe('CSV', () => {
  it.each([
    ['utf-8', file(smallLine('K1', '𫖯㛃'))],
    ['utf-8-bom', `\ufeff${file(smallLine('K1', '𫖯㛃'))}`],
    ['gb18030', iconv.encode(file(smallLine('K1', '𫖯㛃')), 'gb18030')],
  ] as const)('reads %s', async (encoding, content) => {
    const rows = await readDelivered(await deliver('a.csv', content, { encoding }));
    expect(rows).toMatchObject([{ row: 1, raw: { 来源主键: 'K1', 姓名: '𫖯㛃' } }]);
  });

  it('reads quoted commas, quotes and line breaks; such a record is one row', async () => {
    const quoted = 'K1,2026-10-31,U,,"甲,""乙""\r\n丙",2026-10-01';
    const content = file(quoted, smallLine('K2')).replaceAll('\n', '\r\n').replace('\r\r\n', '\r\n');
    const rows = await readDelivered(await deliver('a.csv', content, { rows: 2 }));
    expect(rows.map(({ row, raw }) => [row, raw.姓名])).toEqual([
      [1, '甲,"乙"\r\n丙'],
      [2, '甲'],
    ]);
  });

  it('reads a file of many pieces without losing a row or a character', async () => {
    const names = Array.from({ length: 30_000 }, (_, at) => `"第${at}个,\n𫖯"`);
    const content = iconv.encode(file(...names.map((name, at) => smallLine(`K${at}`, name))), 'gb18030');
    const rows = await readDelivered(await deliver('a.csv', content, { rows: names.length, encoding: 'gb18030' }));
    expect(rows.every(({ row, raw }, at) => row === at + 1 && raw.姓名 === `第${at}个,\n𫖯`)).toBe(true);
  });

  it('reports columns it does not know', async () => {
    const content = `${SMALL_HEADER},备注\n${smallLine('K1')},x\n`;
    const [batch] = (await openSmall(await deliver('a.csv', content))).batches;
    await rowsOf(batch);
    expect(batch?.headers?.()).toContain('备注');
  });

  it('passes a row with another number of columns on as one that cannot be read', async () => {
    const rows = await readDelivered(
      await deliver('a.csv', file('K1,2026-10-31', `${smallLine('K2')},x`), { rows: 2 }),
    );
    expect(rows.map(({ faults }) => faults?.[0])).toEqual([
      { column: '操作', code: 'COLUMN_COUNT' },
      { column: '死亡日期', code: 'COLUMN_COUNT' },
    ]);
  });
});

describe('a CSV that is refused whole', () => {
  it('lacks a required column', async () => {
    const failure = await failureOf('来源主键,更新时间,姓名\nK1,2026-10-31,甲\n');
    expect(failure).toMatchObject({ code: 'REQUIRED_COLUMNS_MISSING', place: { file: 'a.csv', column: '死亡日期' } });
  });

  it('has a column twice', async () => {
    expect(await failureOf(`${SMALL_HEADER},姓名\n`)).toMatchObject({ code: 'DUPLICATE_COLUMN' });
  });

  it('is empty', async () => {
    expect(await failureOf('')).toMatchObject({ code: 'HEADER_MISSING' });
  });

  it('ends in the middle of a row', async () => {
    expect(await failureOf(`${file(smallLine('K1'))}K2,2026-10`)).toMatchObject({
      code: 'FILE_CUT_OFF',
      place: { line: 3 },
    });
  });

  it('ends inside quotes', async () => {
    expect(await failureOf(`${file(smallLine('K1'))}K2,2026-10-31,U,,"甲`)).toMatchObject({
      code: 'UNCLOSED_QUOTE',
      place: { line: 3 },
    });
  });

  it('has a quote where none belongs', async () => {
    expect(await failureOf(file(smallLine('K1'), smallLine('K2', '甲"乙"')))).toMatchObject({
      code: 'MALFORMED_CSV',
      place: { line: 3 },
    });
  });

  it.each([1, 40_000])('is not in the encoding announced, from line %i of the data', async (at) => {
    const lines = Array.from({ length: at }, (_, index) => smallLine(`K${index}`, '甲乙丙丁'));
    const broken = Buffer.concat([Buffer.from(file(...lines)), iconv.encode(smallLine('K', '甲'), 'gb18030')]);
    expect(await failureOf(broken)).toMatchObject({ code: 'WRONG_ENCODING', place: { file: 'a.csv', line: at + 2 } });
  });

  it('has a line without end, which is not read to its end', async () => {
    const failure = await failureOf(`${file(smallLine('K1'))}${'x'.repeat(20_000_000)}`);
    expect(failure).toMatchObject({ code: 'RECORD_TOO_LONG', place: { line: 3 } });
  });

  it('says what to do and shows no value', async () => {
    const failure = await failureOf(file(smallLine('K1'), smallLine('K2', '秘密"名字"')));
    expect(JSON.stringify(failure) + String(failure)).not.toContain('秘密');
    expect(failure).toHaveProperty('suggestion', expect.stringContaining('RFC 4180'));
  });
});
