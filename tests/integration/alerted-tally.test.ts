/** Households with an open alert are counted by a tally that two tables keep: it holds what counting finds, whoever writes first. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHouseholdReader } from '../../src/modules/household/index.ts';
import { type Database, openDatabase, type Transaction } from '../../src/platform/database/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { testSealer } from '../support/sealer.ts';

const DAY = '2026-10-20';
const CELLS = 'street_code, committee_code, kind, class_code, class_until';
let db: Database;
beforeAll(async () => {
  db = await openDatabase({ url: await createTestDatabase(), applicationName: 'wanjia-test' });
  await db.execute('insert into hub_day (id, day) values (1, $1)', [DAY]);
});
afterAll(() => db.close());

/** Writes a household anew, as the pipeline does: its version ends, another begins. */
async function rewrite(tx: Pick<Transaction, 'execute'>, id: number, street: string): Promise<void> {
  await tx.execute(`update household_fact set valid_to = $2 where household_id = $1 and valid_to = 'infinity'`, [
    id,
    DAY,
  ]);
  await tx.execute(
    `insert into household_fact (household_id, valid_from, valid_to, kind, number, street_code, class_code, class_until)
     values ($1::bigint, $2, 'infinity', 'ASSISTANCE', 'T', $3, 'DB', '2026-12-31')`,
    [id, DAY, street],
  );
}

/** What one of two writers does. */
type Step = (tx: Transaction) => Promise<unknown>;

const close = (tx: Pick<Transaction, 'execute'>, id: number): Promise<number> =>
  tx.execute(`update alert set state = 'CLOSED' where household_id = $1`, [id]);

async function raise(id: number): Promise<void> {
  await db.execute(
    `insert into alert (household_id, severity, severity_rank, raised_at, raised_on, street_code)
     values ($1, 'RED', 1, now(), $2, '310105001')`,
    [id, DAY],
  );
}

beforeEach(async () => {
  await db.execute('truncate household_fact, alert cascade');
  await db.execute(
    `insert into household_fact (household_id, valid_from, valid_to, kind, number, street_code, class_code)
     select n, '2026-10-01', 'infinity', 'ROLL', n::text, '31010500' || n % 3, case when n % 2 = 0 then 'QT' end
     from generate_series(1, 12) n`,
  );
  for (const id of [1, 2, 3, 4, 5, 6, 99]) await raise(id);
});

/** Cells of the tally, and what counting finds. */
async function expectRight(): Promise<void> {
  const kept = await db.query(
    `select ${CELLS}, sum(rows)::int as rows from household_tally where alerted group by ${CELLS} having sum(rows) <> 0 order by ${CELLS}`,
  );
  const alerted = `household_fact h where valid_to = 'infinity' and exists (
    select from alert a where a.household_id = h.household_id and a.state <> 'CLOSED')`;
  const counted = await db.query(
    `select ${CELLS}, count(*)::int as rows from (
       select street_code, committee_code, kind, null as class_code, null::date as class_until from ${alerted}
       union all select ${CELLS} from ${alerted} and class_code is not null) cells group by ${CELLS} order by ${CELLS}`,
  );
  expect(kept).toEqual(counted);
  const list = createHouseholdReader({ db, sealer: testSealer });
  const { totalCount, ids } = await list.list(
    { hasOpenAlert: true },
    { first: 50, after: null },
    { prefixes: ['310105'] },
  );
  expect(totalCount).toBe(ids.length);
}

describe('the tally of households with an open alert', () => {
  it('follows alerts: raised, closed, opened again, deleted', async () => {
    await expectRight();
    await close(db, 1);
    await expectRight();
    await db.execute(`update alert set state = 'ASSIGNED' where household_id = 1`);
    await raise(7);
    await db.execute('delete from alert where household_id = 2');
    await db.execute('update alert set household_id = 8 where household_id = 3');
    await expectRight();
    await db.execute('truncate alert cascade');
    await expectRight();
  });

  it('follows households: written anew, ended, come back while their alert is still worked on', async () => {
    await rewrite(db, 1, '310105009');
    await expectRight();
    await db.execute('delete from household_fact where household_id in (2, 3)');
    await expectRight();
    await rewrite(db, 99, '310105001');
    await rewrite(db, 2, '310105002');
    await expectRight();
    await db.execute('truncate household_fact');
    await expectRight();
  });

  it('keeps nothing of what is undone', async () => {
    await expect(
      db.tx(async (tx) => {
        await rewrite(tx, 1, '310105009');
        await close(tx, 2);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await expectRight();
  });

  it.each<readonly [string, Step, Step]>([
    ['closes an alert', (tx) => close(tx, 1), (tx) => rewrite(tx, 1, '310105009')],
    ['writes its household anew', (tx) => rewrite(tx, 1, '310105009'), (tx) => close(tx, 1)],
    ['ends its household', endHousehold, (tx) => close(tx, 1)],
    ['brings its household back', (tx) => rewrite(tx, 99, '310105001'), (tx) => close(tx, 99)],
  ])('is right when one %s and another does the other meanwhile', async (_what, first, second) => {
    let other: Promise<unknown> = Promise.resolve();
    await db.tx(async (tx) => {
      await first(tx);
      other = db.tx(second);
      await waiting();
    });
    await other;
    await expectRight();
  });
});

function endHousehold(tx: Transaction): Promise<number> {
  return tx.execute('delete from household_fact where household_id = 1');
}

/** Until somebody waits for a row that another has changed. */
async function waiting(): Promise<void> {
  for (;;) {
    const [row] = await db.query<{ waits: boolean }>(
      `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`,
    );
    if (row?.waits === true) return;
  }
}
