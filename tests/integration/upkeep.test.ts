/** What an operator does with what was delivered: replay a batch, and keep raw values no longer than allowed. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createCity, writeDelivery } from '../../sim/index.ts';
import { ingestDirectory, replayBatch } from '../../src/app/deliveries.ts';
import { openHub } from '../../src/app/hub.ts';
import { loadConfig } from '../../src/config/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { createTestDatabase } from '../support/database.ts';

const home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'upkeep-'));
let now = new Date('2026-11-01T00:00:00Z');
const hub = await openHub({
  config: loadConfig({ WANJIA_HOME: home, DATABASE_URL: await createTestDatabase(), WANJIA_LOG_LEVEL: 'silent' }),
  clock: { now: () => now },
  log: createLog('silent'),
});
const directory = join(home, 'delivery');
const city = createCity({ seed: 7, people: 400, startDay: '2026-10-31' });
await writeDelivery(directory, { city, day: '2026-10-31', mode: 'full' });
const delivered = await ingestDirectory(hub, directory);
// From here on only the archive knows what was delivered.
await rm(directory, { recursive: true });
afterAll(async () => {
  await hub.close();
  await rm(home, { recursive: true, force: true });
});

async function archived(): Promise<string[]> {
  const names = await readdir(join(home, 'archive'), { recursive: true });
  return names.filter((name) => name.includes('.')).map((name) => join(home, 'archive', name));
}

describe('an archived batch', () => {
  it('lies in a folder of the hub alone', async () => {
    const files = await archived();
    expect(files).toHaveLength(delivered.batches.length);
    for (const file of files) expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('replayed, changes nothing that is held, and accounts for every row again', async () => {
    for (const { id, file, rows, accepted, superseded, quarantined } of delivered.batches) {
      const { batches, derived } = await replayBatch(hub, id);
      expect(batches[0]).toMatchObject({
        file,
        rows,
        accepted: 0,
        unchanged: accepted,
        superseded,
        quarantined,
        ended: 0,
      });
      expect(derived?.households.changed).toBe(0);
    }
  });

  it('replayed after what it says was lost, brings it back', async () => {
    const roll = delivered.batches.find(({ recordType }) => recordType === 'CA05');
    await hub.db.execute('delete from record_ca05');
    const { batches } = await replayBatch(hub, roll?.id ?? 0);
    expect(batches[0]?.accepted).toBe(roll?.accepted);
  });

  it('is gone when its time has passed, and so are the raw values of quarantined rows; their reasons stay', async () => {
    const [held] = await hub.db.query<{ n: number }>(
      `select count(*)::int as n from quarantined_row where raw is not null`,
    );
    expect(held?.n).toBeGreaterThan(0);
    now = new Date('2027-01-01T00:00:00Z');
    expect(await hub.retention.enforce()).toEqual({ archives: 0, rows: 0 });
    now = new Date('2029-01-01T00:00:00Z');
    const { archives, rows } = await hub.retention.enforce();
    expect(archives).toBe(delivered.batches.length);
    expect(rows).toBe(held?.n);
    expect(await archived()).toEqual([]);
    const left = await hub.db.query<{ raw: unknown; reasons: unknown[] }>('select raw, reasons from quarantined_row');
    for (const { raw, reasons } of left) {
      expect(raw).toBeNull();
      expect(reasons.length).toBeGreaterThan(0);
    }
    await expect(replayBatch(hub, delivered.batches[0]?.id ?? 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
