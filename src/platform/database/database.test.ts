import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '../../../tests/support/database.ts';
import { openDatabase } from './database.ts';

const db = await openTestDatabase({ empty: true });

beforeAll(() => db.execute('CREATE TABLE item (id bigint, name text, day date, at timestamp(0), tags text[])'));

describe('values', () => {
  it('gives days and wall-clock times as text, whole numbers exactly', async () => {
    const [row] = await db.query(
      `SELECT date '2026-10-31' AS day, timestamp '2026-10-31 08:05:00' AS at, 7::bigint AS small,
              9007199254740993::bigint AS large, sum(x) AS total, 12.5::numeric AS share,
              array[1, null]::bigint[] AS ids, array[date '2026-10-31'] AS days FROM (VALUES (1::bigint), (2)) v(x)`,
    );
    expect(row).toEqual({
      day: '2026-10-31',
      at: '2026-10-31 08:05:00',
      small: 7,
      large: 9007199254740993n,
      total: 3,
      share: 12.5,
      ids: [1, null],
      days: ['2026-10-31'],
    });
  });

  it('gives rows as lists where that is asked for', async () => {
    expect(await db.query('SELECT 1, 2', [], { rowMode: 'array', name: 'pair' })).toEqual([[1, 2]]);
  });
});

describe('rows read as bytes', () => {
  const LARGE = `SELECT n, CASE WHEN n % 2 = 0 THEN repeat('长', 20000) ELSE n::text END FROM generate_series(1, 400) n`;

  it('come whole and in order, however they arrive', async () => {
    const found: [number, string][] = [];
    for await (const { bytes, values } of db.readOut(LARGE))
      for (const [number, name] of values)
        found.push([bytes.readInt32BE(number?.[0]), bytes.toString('utf8', ...(name ?? []))]);
    expect(found.map(([number]) => number)).toEqual(Array.from({ length: 400 }, (_one, index) => index + 1));
    for (const [number, name] of found) expect(name).toBe(number % 2 === 0 ? '长'.repeat(20_000) : String(number));
    expect(await db.readOut('SELECT 1 WHERE false').next()).toEqual({ done: true, value: undefined });
  });

  it('that nobody reads to the end, or that fail, cost a connection and nothing else', async () => {
    for (let turn = 0; turn < 12; turn += 1) for await (const _some of db.readOut(LARGE)) break;
    await expect(db.readOut('SELECT 1 / (n - n) FROM generate_series(1, 4) n').next()).rejects.toThrow('zero');
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a transaction', () => {
  it('keeps everything or nothing', async () => {
    const failing = db.tx(async (tx) => {
      await tx.execute('INSERT INTO item (id) VALUES (1)');
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    expect(await db.query('SELECT id FROM item')).toEqual([]);
  });
});

describe('COPY', () => {
  it('writes rows as they are and reads them back', async () => {
    const name = 'tab\tline\nback\\slash\r \\N 张';
    const rows = [
      [1, name, '2026-10-31', '2026-10-31 08:05:00', ['a"b', null]],
      [2, null, null, null, []],
    ];
    expect(await db.copyInto('item', ['id', 'name', 'day', 'at', 'tags'], rows)).toBe(2);
    expect(await db.query('SELECT name, tags FROM item WHERE id = 1')).toEqual([{ name, tags: ['a"b', null] }]);
    const out = new PassThrough();
    const read = text(out);
    expect(await db.copyOut('SELECT id FROM item ORDER BY id', out)).toBe(2);
    expect(await read).toBe('1\n2\n');
  });

  it('stores nothing of rows that end in an error, and leaves the connection usable', async () => {
    async function* broken(): AsyncGenerator<readonly [number]> {
      yield [3];
      throw new Error('the source broke off');
    }
    await expect(db.copyInto('item', ['id'], broken())).rejects.toThrow('the source broke off');
    await expect(db.copyInto('item', ['id'], [['x']])).rejects.toThrow();
    expect(await db.query('SELECT count(*) AS count FROM item WHERE id = 3')).toEqual([{ count: 0 }]);
  });
});

describe('a lock', () => {
  it('lets one at a time work under a key', async () => {
    const order: string[] = [];
    const work = (name: string) =>
      db.withLock('key', async () => {
        order.push(`${name} in`);
        await db.query('SELECT pg_sleep(0.05)');
        order.push(`${name} out`);
      });
    await Promise.all([work('a'), work('b')]);
    expect(order.map((step) => step.split(' ')[1])).toEqual(['in', 'out', 'in', 'out']);
  });
});

describe('a held key', () => {
  it('is of one holder until it is released', async () => {
    const release = await db.hold('one');
    expect(release).not.toBeNull();
    expect(await db.hold('one')).toBeNull();
    await release?.();
    const again = await db.hold('one');
    expect(again).not.toBeNull();
    await again?.();
  });
});

it('says so when the database cannot be reached', async () => {
  const url = 'postgresql://nobody:none@127.0.0.1:9/none';
  await expect(openDatabase({ url, applicationName: 'wanjia-test' })).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
  });
});
