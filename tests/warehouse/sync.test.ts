/** The warehouse job against a whole hub: its copy is what the hub tells the same caller, whatever happens in between. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Change, createClient, type HubClient } from '../../packages/client/src/index.ts';
import { issuerOf } from '../../src/app/access.ts';
import { addDays } from '../../src/kernel/day.ts';
import { compactChanges, drainOutbox } from '../../src/modules/delivery/index.ts';
import { openDuckDb } from '../../src/warehouse/duckdb.ts';
import { openPostgreSql } from '../../src/warehouse/postgresql.ts';
import type { Session } from '../../src/warehouse/session.ts';
import { type SyncReport, syncWarehouse } from '../../src/warehouse/sync.ts';
import { TABLES } from '../../src/warehouse/table.ts';
import { Target } from '../../src/warehouse/target.ts';
import { createTestDatabase } from '../support/database.ts';
import { DAY, household, member, monthsBack, payment, recognition } from '../support/documents.ts';
import { serveWorkedHub, unserved } from '../support/worked-hub.ts';
import { writeExportsOf } from '../support/written-exports.ts';

const { hub, url, face, access, live } = await serveWorkedHub();
writeExportsOf({ hub, face });
function personaOf(name: string) {
  const found = access.policy.personas.get(name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}
const persona = personaOf('warehouse');
const issuer = await issuerOf(hub);
const COMMAND = fileURLToPath(new URL('../../bin/wanjia.js', import.meta.url));

const clientOf = (divisions?: readonly string[]): HubClient =>
  createClient({
    url,
    purpose: 'operations',
    token: () => issuer.issue(divisions === undefined ? persona : { ...persona, divisions }),
  });
const client = clientOf();

const paid = member({ payments: [payment('DBJ', monthsBack(1)), payment('DBJ', monthsBack(2))] });
const assisted = household([paid, member({})], { recognition: recognition('BY') });
const elsewhere = household([member({})], { streetCode: '310105002', committeeCode: null });
let day = DAY;
let documents = [unserved(), assisted, elsewhere];

async function change(...next: typeof documents): Promise<void> {
  documents = next;
  day = addDays(day, 1);
  await live(day, ...documents);
  await drainOutbox(hub.db);
}

let home: string;
let files = 0;
beforeAll(async () => {
  home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'warehouse-'));
  await change(...documents);
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

const TARGETS: Readonly<Record<string, () => Promise<() => Promise<Session>>>> = {
  DuckDB: async () => {
    files += 1;
    const file = join(home, `copy-${files}.duckdb`);
    return () => openDuckDb(file);
  },
  PostgreSQL: async () => {
    const database = await createTestDatabase();
    return () => openPostgreSql(database);
  },
};

async function syncTo(open: () => Promise<Session>, { as = client, anew = false } = {}): Promise<SyncReport> {
  const target = await Target.open(await open());
  try {
    return await syncWarehouse({ client: as, target, exportPollMs: 20, pageSize: 2 }, { anew });
  } finally {
    await target.close();
  }
}

type Rows = ReadonlyMap<string, unknown>;

/** What the hub tells a caller of everything, from the beginning. */
async function told(as = client): Promise<Rows> {
  const rows = new Map<string, unknown>();
  for await (const one of as.changes({ latest: true }) as AsyncIterable<Change>)
    if (one.operation === 'UPSERT') rows.set(`${one.type} ${one.id}`, one.record);
    else rows.delete(`${one.type} ${one.id}`);
  return rows;
}

const READ: Readonly<Record<string, (value: string) => unknown>> = {
  JSON: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  INTEGER: Number,
  BOOLEAN: (value) => String(value).startsWith('t'),
  TIME: (value) => new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
};

/** What a copy holds, as records. */
async function copied(open: () => Promise<Session>): Promise<Rows> {
  const session = await open();
  const columns = await session.query<{ table_name: string; name: string; type: string }>(
    'SELECT * FROM wanjia_column',
  );
  const rows = new Map<string, unknown>();
  for (const [type, { name: table }] of Object.entries(TABLES))
    for (const row of await session.query<Record<string, string | null>>(`SELECT * FROM ${table}`)) {
      const record = columns
        .filter(({ table_name }) => table_name === table)
        .map(({ name, type: of }) => [name, row[name] == null ? null : (READ[of]?.(row[name]) ?? row[name])]);
      expect(rows.has(`${type} ${row.id}`)).toBe(false);
      rows.set(`${type} ${row.id}`, Object.fromEntries(record));
    }
  await session.close();
  return rows;
}

/**
 * Points in time are the same however they are written. The day of which a household's record is moves on with the calendar,
 * and nothing is told of that.
 */
function comparable(rows: Rows): Record<string, unknown> {
  const plain = (record: unknown): unknown =>
    Object.fromEntries(
      Object.entries(record as object)
        .filter(([key]) => key !== 'asOf')
        .map(([key, value]) => [
          key,
          typeof value === 'string' && /T.*\+08:00$/.test(value) ? new Date(value).toISOString() : value,
        ]),
    );
  return Object.fromEntries([...rows].map(([key, record]) => [key, plain(record)]));
}

async function expectSame(open: () => Promise<Session>, as = client): Promise<void> {
  expect(comparable(await copied(open))).toEqual(comparable(await told(as)));
}

/** A session that is killed at a statement: nothing it began is committed. */
function killedAt(statement: number, session: Session): Session {
  let left = statement;
  return {
    ...session,
    async query(sql, values) {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return session.query(sql, values);
    },
  };
}

describe.each(Object.keys(TARGETS))('a copy in %s', (kind) => {
  let open: () => Promise<Session>;
  beforeEach(async () => {
    open = await (TARGETS[kind] as () => Promise<() => Promise<Session>>)();
  });

  it('holds what the hub tells its caller, after the snapshot, after changes and after people are gone', async () => {
    const first = await syncTo(open);
    expect(first).toMatchObject({ snapshots: 1, agrees: true });
    const households = [...(await told()).keys()].filter((key) => key.startsWith('HOUSEHOLD')).length;
    expect(first.counts[0]).toEqual({ type: 'HOUSEHOLD', table: 'households', here: households, hub: households });
    expect(households).toBeGreaterThan(2);
    await expectSame(open);
    const [head] = assisted.members;
    await change(
      unserved(),
      { ...assisted, members: head === undefined ? [] : [head] },
      elsewhere,
      household([member({})]),
    );
    const second = await syncTo(open);
    expect(second).toMatchObject({ snapshots: 0, agrees: true });
    expect(second.removed).toBeGreaterThan(0);
    await expectSame(open);
    expect(await syncTo(open)).toMatchObject({ snapshots: 0, changes: 0, agrees: true });
    await change(unserved(), assisted, elsewhere);
  });

  it('is whole and told once when it is killed at any statement, in the snapshot and in the feed', async () => {
    const untilDone = async (): Promise<number> => {
      for (let statement = 1; ; statement += 3) {
        const done = await syncTo(async () => killedAt(statement, await open())).catch((error: Error) => error);
        if (!(done instanceof Error)) return statement;
        expect(done.message).toBe('killed');
      }
    };
    expect(await untilDone()).toBeGreaterThan(10);
    await expectSame(open);
    await change(unserved(), household([paid]), elsewhere);
    await untilDone();
    await expectSame(open);
    await change(unserved(), assisted, elsewhere);
  });

  it('is filled anew, beside the old one, when its cursor has expired', async () => {
    await syncTo(open);
    await change(unserved(72), assisted, elsewhere);
    await compactChanges(hub.db, new Date(Date.now() + 1_000));
    expect(await syncTo(open)).toMatchObject({ snapshots: 1, agrees: true });
    await expectSame(open);
    await change(unserved(), assisted, elsewhere);
  });

  it('loses the rows, and the fields, that its caller may not see any more', async () => {
    await syncTo(open);
    const narrow = clientOf(['310105002']);
    expect(await syncTo(open, { as: narrow })).toMatchObject({ snapshots: 1, agrees: true });
    expect([...(await copied(open)).keys()].filter((key) => key.startsWith('HOUSEHOLD'))).toEqual(['HOUSEHOLD H3']);
    await expectSame(open, narrow);
    await syncTo(open);
    const actor = { name: 'cli:test', organisation: null, scope: null };
    const suspended = await access.administration.suspendClass({
      actor,
      reason: '核查',
      form: { target: 'ROLE', of: 'warehouse', dataClass: 'income', until: null },
    });
    expect(await syncTo(open)).toMatchObject({ snapshots: 1, agrees: true });
    await expectSame(open);
    await access.administration.liftSuspension(suspended.ok ? suspended.value.id : 0, { actor, reason: '核查结束' });
  });

  it('is filled anew where it holds fewer than the hub counts, and says so where that does not help', async () => {
    await syncTo(open);
    const session = await open();
    await session.query(`DELETE FROM households WHERE id = 'H1'`);
    await session.close();
    expect(await syncTo(open)).toMatchObject({ snapshots: 1, agrees: true });
    await expectSame(open);
    const counting: HubClient = {
      ...client,
      async request(document, ...asked) {
        const answer = await client.request(document, ...asked);
        return JSON.parse(JSON.stringify(answer), (key, value: unknown) => (key === 'totalCount' ? 1_000 : value));
      },
    };
    const differing = await syncTo(open, { as: counting });
    expect(differing).toMatchObject({ snapshots: 1, agrees: false });
    expect(differing.counts[0]).toMatchObject({ type: 'HOUSEHOLD', hub: 1_000 });
    await expectSame(open);
  });

  it('gets columns that are new, keeps those that are gone, and refuses those that became something else', async () => {
    await syncTo(open);
    const session = await open();
    await session.query('ALTER TABLE households DROP COLUMN kind');
    await session.query(`DELETE FROM wanjia_column WHERE name = 'kind'`);
    await session.query('ALTER TABLE households ADD COLUMN former varchar');
    await session.query(`INSERT INTO wanjia_column VALUES ('households', 'former', 'TEXT')`);
    await session.close();
    await change(unserved(73), assisted, elsewhere);
    expect(await syncTo(open)).toMatchObject({ snapshots: 0 });
    expect((await copied(open)).get('HOUSEHOLD H1')).toMatchObject({ kind: 'ASSISTANCE', former: null });
    const altered = await open();
    await altered.query(`UPDATE wanjia_column SET type = 'INTEGER' WHERE name = 'streetCode'`);
    await altered.close();
    await change(unserved(), assisted, elsewhere);
    await expect(syncTo(open)).rejects.toMatchObject({
      code: 'WAREHOUSE_COLUMN_CHANGED',
      params: { table: 'households', column: 'streetCode', was: 'INTEGER', now: 'TEXT' },
    });
    expect(await syncTo(open, { anew: true })).toMatchObject({ snapshots: 1, agrees: true });
    await expectSame(open);
  });
});

it('lets one process at a time keep a copy', async () => {
  const open = await (TARGETS.PostgreSQL as () => Promise<() => Promise<Session>>)();
  const session = await open();
  await expect(open()).rejects.toMatchObject({ code: 'WAREHOUSE_BUSY' });
  await session.close();
});

/** The command as an operator runs it; killed after so long, or left to its end. */
async function command(to: string, killAfterMs?: number): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [COMMAND, 'warehouse', 'sync', '--to', to, '--json'], {
    env: { PATH: process.env.PATH, WANJIA_HOME: home, WANJIA_HUB_URL: url, WANJIA_TOKEN: await issuer.issue(persona) },
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs ?? 300_000);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += String(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return { code, output };
}

it('is made by the command, killed as often as it may be, with nothing but a token from the environment', async () => {
  const file = join(home, 'command.duckdb');
  for (const after of [700, 1_100, 1_500, 1_900]) await command(file, after);
  const { code, output } = await command(file);
  expect([code, JSON.parse(output)]).toEqual([0, expect.objectContaining({ agrees: true })]);
  await expectSame(() => openDuckDb(file));
}, 120_000);

it('refuses a cursor that is not its own instead of mixing two copies', async () => {
  const open = await (TARGETS.DuckDB as () => Promise<() => Promise<Session>>)();
  await syncTo(open);
  const other = createClient({ url, purpose: 'casework', token: () => issuer.issue(personaOf('adviser')) });
  let cursor = '';
  for await (const one of other.changes()) cursor = one.cursor;
  const session = await open();
  await session.query("UPDATE wanjia_sync SET value = $1 WHERE name = 'cursor'", [cursor]);
  await session.close();
  await expect(syncTo(open)).rejects.toMatchObject({ code: 'CURSOR_FOREIGN' });
});
