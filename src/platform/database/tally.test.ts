import { beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase } from '../../../tests/support/database.ts';
import { type Database, openDatabase } from './database.ts';
import { foldTally } from './tally.ts';

const TALLY = { table: 'counted', by: ['colour', 'size'] };
let db: Database;
beforeAll(async () => {
  db = await openDatabase({ url: await createTestDatabase(), applicationName: 'wanjia-test' });
  await db.execute(
    'create table counted (id bigserial primary key, colour text, size int, folded boolean not null default false, rows int not null)',
  );
});

const sums = (): Promise<unknown[]> =>
  db.query(
    'select colour, size, sum(rows)::int as rows from counted group by 1, 2 having sum(rows) <> 0 order by 1, 2',
  );
const held = async (): Promise<unknown> => (await db.query('select count(*)::int as rows from counted'))[0];

it('adds many differences up, leaves few as they are, and keeps nothing of what is gone', async () => {
  await db.execute(`insert into counted (colour, size, rows) select 'red', n % 3, 1 from generate_series(1, 3000) n`);
  await db.tx((tx) => foldTally(tx, TALLY));
  expect(await held()).toEqual({ rows: 3000 });
  await db.execute(`insert into counted (colour, size, rows) select 'red', 0, -1 from generate_series(1, 1000) n`);
  await db.execute(`insert into counted (colour, size, rows) select null, null, 1 from generate_series(1, 200) n`);
  const before = await sums();
  await db.tx((tx) => foldTally(tx, TALLY));
  expect(await sums()).toEqual(before);
  expect(await held()).toEqual({ rows: 3 });
});

it('loses nothing of what another writes meanwhile', async () => {
  await db.execute(`insert into counted (colour, size, rows) select 'blue', 1, 1 from generate_series(1, 5000) n`);
  await db.tx(async (other) => {
    await other.execute(`insert into counted (colour, size, rows) values ('blue', 1, 1)`);
    await db.tx((tx) => foldTally(tx, TALLY));
  });
  expect(await sums()).toContainEqual({ colour: 'blue', size: 1, rows: 5001 });
});
