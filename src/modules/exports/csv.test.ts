import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Column } from './columns.ts';
import { csv } from './csv.ts';

const COLUMNS: readonly Column[] = [
  { name: 'id', type: { kind: 'TEXT' } },
  { name: 'paid', type: { kind: 'MONEY' } },
  {
    name: 'income',
    type: {
      fields: [
        { name: 'value', type: { kind: 'MONEY' } },
        { name: 'source', type: { kind: 'TEXT' } },
      ],
    },
  },
  { name: 'sources', type: { list: { kind: 'TEXT' } } },
];

async function written(...records: readonly object[]): Promise<string> {
  async function* batches(): AsyncGenerator<Buffer> {
    for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of csv(batches(), COLUMNS)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('CSV', () => {
  it('is read again as it was, line breaks, quotes and commas within cells included', async () => {
    const text = await written(
      { id: '一,"二"\r\n三', paid: '1234.50', income: { value: '2.00', source: 'CA01' }, sources: ['a,b', '"'] },
      { id: 'x', paid: null, income: null, sources: [] },
    );
    expect(text.startsWith('\uFEFFid,paid,income.value,income.source,sources\r\n')).toBe(true);
    expect(parse(text, { bom: true, columns: true })).toEqual([
      {
        id: '一,"二"\r\n三',
        paid: '1234.50',
        'income.value': '2.00',
        'income.source': 'CA01',
        sources: '["a,b","\\""]',
      },
      { id: 'x', paid: '', 'income.value': '', 'income.source': '', sources: '[]' },
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('shows %j to a spreadsheet as text', async (id) => {
    const [record] = parse(await written({ id }), { bom: true, columns: true }) as { id: string }[];
    expect(record?.id).toBe(`'${id}`);
  });

  it('leaves a negative amount a number', async () => {
    expect(await written({ id: 'x', paid: '-120.00' })).toContain('x,-120.00,');
  });
});
