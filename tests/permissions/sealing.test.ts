/**
 * What lies on disk: of a whole delivery, of what people wrote, and of what waits in the queue, no number, telephone,
 * address or note can be read. Then the key is changed, a run that seals anew is killed, and another one carries it on.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { CONTRACTS } from '../../connectors/index.ts';
import { openDelivery, readRow } from '../../connectors/sdk/index.ts';
import { ingestDirectory } from '../../src/app/deliveries.ts';
import { requestDerive } from '../../src/app/jobs.ts';
import { listHubKeys, resealHub, rotateHubKeys } from '../../src/app/keys.ts';
import { SEALED_COLUMNS } from '../../src/app/sealed-columns.ts';
import { openHubQueue } from '../../src/app/serve.ts';
import { asDay } from '../../src/kernel/day.ts';
import { createEmergencies } from '../../src/modules/access/index.ts';
import { resealAll } from '../../src/platform/crypto/reseal.ts';
import { openSealing } from '../../src/platform/crypto/sealing.ts';
import { dumpDatabase } from '../support/database-dump.ts';
import { serveHub } from '../support/served-hub.ts';

const SAMPLE = fileURLToPath(new URL('../fixtures/changning-3k', import.meta.url));
const NOTE = 'WRITTEN-BY-A-PERSON';
const DAY = asDay('2026-10-31');

const { hub, ask } = await serveHub();
const { db, sealing } = hub;
const delivered = await ingestDirectory(hub, SAMPLE);

/** What the delivery says that must be hidden: of readable rows the sealed fields, of the others every long number. */
async function secretsOf(directory: string): Promise<ReadonlySet<string>> {
  const secrets = new Set<string>();
  for (const batch of (await openDelivery(directory, { contracts: CONTRACTS })).batches) {
    const contract = CONTRACTS[batch.recordType];
    const hidden = contract.fields.filter(({ kind }) => (kind.atRest ?? 'clear') !== 'clear');
    try {
      for await (const chunk of batch.rows())
        for (const source of chunk) {
          const read = readRow(contract, source);
          for (const { name, header } of hidden) {
            const value = read.kind === 'record' ? read.record[name] : source.raw[header];
            if (typeof value === 'string' && value.length >= 7) secrets.add(value.trim());
          }
        }
    } catch {
      // A file that the hub refuses holds nothing the hub could have taken.
    }
  }
  return secrets;
}

const secrets = await secretsOf(SAMPLE);

async function writeNotes(): Promise<void> {
  const worker = { subject: 'adviser', organisation: 'x', divisions: ['310105'], rules: null };
  const [alert] = await db.query<{ id: number; household_id: number }>('select id, household_id from alert limit 1');
  const [householdId, alertId] = [alert?.household_id ?? 0, alert?.id ?? 0];
  const report = { visitors: ['甲', '乙'], purpose: 'REVIEW', present: [], changes: [], nextVisitOn: null } as const;
  const order = { alertId, worker, expectedVersion: null };
  const done = [
    await hub.clues.record({
      worker,
      key: 'clue',
      told: {
        ...{ kind: 'HARDSHIP', channel: 'HOTLINE', personId: null, householdId, areaCode: null, occurredOn: DAY },
        ...{ endedOn: null, value: null, source: NOTE, note: NOTE, family: null, contact: NOTE },
      },
    }),
    await hub.alertDesk.recordVisit({ ...order, key: 'visit' }, { ...report, visitedOn: DAY, findings: NOTE }),
    await hub.alertDesk.close({ ...order, key: 'close' }, { outcome: 'NOT_NEEDED', note: NOTE }),
  ];
  expect(done.map((result) => (result.ok ? 'done' : result.error.code))).toEqual(['done', 'done', 'done']);
  await createEmergencies({ ...hub, sealer: sealing.sealer }).open({
    ...{ subject: 'adviser', organisation: 'x', purpose: null, caseId: null, householdId, reason: NOTE, minutes: 5 },
  });
  const [review] = await db.query<{ id: number }>('select id from identity_review limit 1');
  await hub.identity.decideReview(review?.id ?? 0, { same: null }, { by: 'officer', reason: NOTE });
}

await writeNotes();
const queue = await openHubQueue(hub);
await requestDerive(queue);
await queue.close();

/** Numbers and addresses that can be read in a text, whole. */
function readable(text: string): readonly string[] {
  const found = text.match(/\d{7,}[0-9A-Z]*/g) ?? [];
  const addresses = text.match(/[^\t\n"\\]*\d+(弄|号|室)/g) ?? [];
  const held = [...found, ...addresses].filter((part) => secrets.has(part.trim()));
  return [...held, ...(text.match(/310199\d{9,}[0-9Xx]*/g) ?? []), ...(text.includes(NOTE) ? [NOTE] : [])];
}

async function textColumns(): Promise<readonly string[]> {
  const rows = await db.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and data_type = 'text' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Columns that hold sealed values, by the form of what they hold. */
async function columnsFoundSealed(): Promise<readonly string[]> {
  const sealed: string[] = [];
  for (const name of await textColumns()) {
    const [table = '', column = ''] = name.split('.');
    const found = await db.query(
      `select 1 from "${table}" where "${column}" ~ '^[\\w-]{22}\\.k\\d+\\.[\\w-]+$' limit 1`,
    );
    if (found.length > 0) sealed.push(name);
  }
  return sealed;
}

/** Keys that values in the database stand under. */
async function keysInUse(): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const text of (await dumpDatabase(db)).values())
    for (const [, key] of text.matchAll(/(?:^|\t)[\w-]{22}\.(k\d+)\./gm)) keys.add(key ?? '');
  return keys;
}

const household = async (): Promise<string> => {
  const { data } = await ask<{ household: unknown }>({
    ...{ persona: 'district-officer', purpose: 'casework' },
    query: '{ household(id: "H1") { address members { person { name residentId phone } } } }',
  });
  return JSON.stringify(data);
};

describe('what lies on disk', () => {
  it('shows no number, telephone, address or note of anybody', async () => {
    expect(secrets.size).toBeGreaterThan(4_000);
    const dump = await dumpDatabase(db);
    expect(dump.size).toBeGreaterThan(50);
    expect([...dump.values()].join('').length).toBeGreaterThan(10_000_000);
    const shown = [...dump].flatMap(([table, text]) => readable(text).map((value) => `${table} ${value}`));
    expect(shown).toEqual([]);
  });

  it('would be found if it were readable', () => {
    for (const secret of [...secrets].slice(0, 200)) expect(readable(`1\t${secret}\t{"a":"b"}`)).not.toEqual([]);
  });

  it('names nobody in a stored profile', async () => {
    const rows = await db.query<{ name: string }>(
      `select m -> 'person' ->> 'name' as name from profile_version, json_array_elements(document -> 'members') m`,
    );
    expect(rows.length).toBeGreaterThan(3_000);
    expect(rows.filter(({ name }) => !name.includes('*'))).toEqual([]);
  });

  it('is sealed in the archive too', async () => {
    const folder = join(hub.config.home, 'archive');
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));
    expect(files).toHaveLength(delivered.batches.length);
    for (const file of files) {
      const bytes = await readFile(join(folder, file));
      expect(bytes.subarray(0, 4).toString('latin1')).toBe('WJS1');
      expect(readable(bytes.toString('latin1'))).toEqual([]);
    }
  });

  it('stands in columns that a new key is carried to', async () => {
    const declared = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    expect(await textColumns()).toEqual(expect.arrayContaining(declared));
    expect(declared).toEqual(expect.arrayContaining([...(await columnsFoundSealed())]));
  });
});

/** Uses that the sources name, wherever a module seals. */
async function usesInSources(): Promise<readonly string[]> {
  const folder = fileURLToPath(new URL('../../src/modules', import.meta.url));
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => [...text.matchAll(/seal(?:Comparable)?\('(\w+\.\w+)'/g)].map(([, use]) => use ?? ''));
}

describe('a column that is sealed', () => {
  it('is one that a new key is carried to, whichever module seals it', async () => {
    const declared = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    const uses = await usesInSources();
    expect(uses.length).toBeGreaterThan(8);
    expect(declared).toEqual(expect.arrayContaining([...uses]));
  });
});

describe('a new key', () => {
  it('is carried to everything, by a second run where the first was killed, while the hub works', async () => {
    const shown = await household();
    const other = await openSealing({
      ...{ db, provider: sealing.provider, holdsRecords: async () => true, onFailure: () => undefined },
    });
    expect(await rotateHubKeys(hub)).toBe('k2');
    let calls = 0;
    const killed = {
      ...sealing.sealer,
      currentKey: 'k2',
      renew(use: string, value: string): string {
        calls += 1;
        if (calls > 5_000) throw new Error('killed');
        return sealing.sealer.renew(use, value);
      },
    };
    const parts = { db, sealer: killed, columns: SEALED_COLUMNS };
    await expect(resealAll(parts, () => hub.archive.reseal())).rejects.toThrow('killed');
    expect(await keysInUse()).toEqual(new Set(['k1', 'k2']));
    expect(await household()).toBe(shown);
    const { renewed, retired } = await resealHub(hub);
    expect(renewed).toBeGreaterThan(1_000);
    expect(retired).toEqual(['k1']);
    expect(await keysInUse()).toEqual(new Set(['k2']));
    expect(await household()).toBe(shown);
    const [{ value } = { value: '' }] = await db.query<{ value: string }>('select value from sealed_number limit 1');
    await other.refresh();
    expect(other.sealer.open('sealed_number.value', value)).toMatch(/^\w+$/);
    other.close();
    const states = (await listHubKeys(hub)).map(({ id, state }) => `${id} ${state}`);
    expect(states).toEqual(['k1 RETIRED', 'k2 CURRENT', 'i1 IN_USE']);
    expect(await resealHub(hub)).toEqual({ renewed: 0, retired: [] });
  });

  it('changes nothing of what is held: the same delivery says nothing new', async () => {
    const again = await ingestDirectory(hub, SAMPLE);
    expect(again.batches.map(({ accepted }) => accepted)).toEqual(again.batches.map(() => 0));
    expect(again.derived?.households.changed).toBe(0);
    const [kept] = await db.query<{ rows: number }>('select count(*)::int as rows from quarantined_row');
    expect(kept?.rows).toBe(delivered.batches.reduce((sum, { quarantined }) => sum + quarantined, 0));
  });
});
