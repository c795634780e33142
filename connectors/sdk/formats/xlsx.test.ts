import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import exceljs, { type CellValue } from 'exceljs';
import { deliver, readDelivered, removeDirectories, SMALL_HEADER } from '../delivery/kit-delivery.ts';

afterAll(removeDirectories);

const HEADER = SMALL_HEADER.split(',');
const XLSX = { format: 'xlsx', sheet: '名单', headerRow: 3 };
const line = (key: string, name: CellValue = '甲', died: CellValue = '2026-10-01'): CellValue[] => [
  key,
  '2026-10-31 08:00:00',
  'U',
  null,
  name,
  died,
];

async function workbook(
  rows: readonly CellValue[][],
  arrange?: (sheet: exceljs.Worksheet) => void,
): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.addWorksheet('说明').addRow(['填表说明']);
  const sheet = book.addWorksheet('名单');
  sheet.addRow(['死亡登记名册']);
  sheet.mergeCells('A1:F1');
  sheet.addRow(['单位:民政局']);
  sheet.addRow(HEADER);
  for (const row of rows) sheet.addRow(row);
  arrange?.(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function read(
  content: Uint8Array,
  rows: number,
  changes: object = {},
): Promise<Awaited<ReturnType<typeof readDelivered>>> {
  return readDelivered(await deliver('a.xlsx', content, { ...XLSX, rows, ...changes }));
}

const failureOf = async (content: Uint8Array, changes: object = {}): Promise<unknown> =>
  read(content, 1, changes).catch((reason: unknown) => reason);

describe('XLSX', () => {
  it('reads the rows under the header row, and neither titles nor notes', async () => {
    const rows = await read(await workbook([line('K1'), line('K2'), [], ['制表人:王某某']]), 2);
    expect(rows.map(({ row, raw }) => [row, raw.来源主键])).toEqual([
      [1, 'K1'],
      [2, 'K2'],
    ]);
  });

  it('keeps date cells and serials as they are', async () => {
    const date = new Date('2026-10-01T00:00:00Z');
    const rows = await read(await workbook([line('K1', '甲', date), line('K2', '乙', 46296)]), 2);
    expect(rows.map(({ raw }) => raw.死亡日期)).toEqual([date, 46296]);
  });

  it('reads rich text and links as their text', async () => {
    const rich = { richText: [{ text: '甲' }, { text: '乙' }] };
    const link = { text: '丙', hyperlink: 'mailto:x@example.org' };
    const rows = await read(await workbook([line('K1', rich), line('K2', link)]), 2);
    expect(rows.map(({ raw }) => raw.姓名)).toEqual(['甲乙', '丙']);
  });

  it('does not take a formula or an error for a value', async () => {
    const formula = { formula: 'A1', result: '甲', date1904: false };
    const rows = await read(await workbook([line('K1', formula), line('K2', { error: '#VALUE!' })]), 2);
    expect(rows.map(({ faults }) => faults)).toEqual([
      [{ column: '姓名', code: 'FORMULA_CELL' }],
      [{ column: '姓名', code: 'ERROR_CELL' }],
    ]);
  });

  it('gives merged cells their value once', async () => {
    const content = await workbook([line('K1'), line('K2')], (sheet) => sheet.mergeCells('E4:E5'));
    const rows = await read(content, 2);
    expect(rows.map(({ raw }) => raw.姓名)).toEqual(['甲', null]);
  });

  it('counts a blank row between records, and none after them', async () => {
    const content = await workbook([line('K1'), [], line('K3'), []]);
    expect((await read(content, 3)).map(({ raw }) => raw.来源主键)).toEqual(['K1', null, 'K3']);
    await expect(read(content, 4)).rejects.toMatchObject({
      code: 'ROW_COUNT_MISMATCH',
      params: { expected: 4, actual: 3 },
    });
  });
});

/** A ZIP archive with one packed part that claims a size. */
function zipOf(name: string, content: Uint8Array, claimed = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const path = Buffer.from(name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(claimed, 18);
  fields.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, path, packed]);
  const entry = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, Buffer.alloc(14), path]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('PK\u0005\u0006'), end]);
}

describe('a workbook that is refused whole', () => {
  it('has no such sheet', async () => {
    expect(await failureOf(await workbook([line('K1')]), { sheet: '别的' })).toMatchObject({ code: 'SHEET_MISSING' });
  });

  it('has another header row', async () => {
    expect(await failureOf(await workbook([line('K1')]), { headerRow: 1 })).toMatchObject({
      code: 'REQUIRED_COLUMNS_MISSING',
    });
  });

  it('is no workbook', async () => {
    expect(await failureOf(Buffer.from('来源主键,更新时间'))).toMatchObject({ code: 'WORKBOOK_UNREADABLE' });
  });

  it('is cut off', async () => {
    const whole = await workbook([line('K1')]);
    expect(await failureOf(whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'WORKBOOK_UNREADABLE' });
  });

  it('would fill the memory when unpacked', async () => {
    const bomb = zipOf('xl/workbook.xml', Buffer.alloc(300_000_000));
    expect(await failureOf(bomb)).toMatchObject({ code: 'WORKBOOK_TOO_LARGE', place: { file: 'a.xlsx' } });
  });

  it('unpacks to more than it says', async () => {
    const liar = zipOf('xl/_rels/workbook.xml.rels', Buffer.alloc(50_000_000, ' '), 1000);
    expect(await failureOf(liar)).toMatchObject({ code: 'WORKBOOK_UNREADABLE' });
  });
});
