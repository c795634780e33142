import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTRACTS } from '../../connectors/index.ts';
import { openDelivery } from '../../connectors/sdk/delivery/delivery-directory.ts';
import { type RowOutcome, readRow } from '../../connectors/sdk/read-row.ts';
import { RECORD_TYPES } from '../../src/kernel/agency.ts';
import { HEAVY_MESS } from '../mess/messiness.ts';
import { START_DAY, testCity } from '../test-support/simulated-city.ts';
import { writeDelivery } from './write-delivery.ts';

const city = testCity(500);
const LATER = '2026-12-15';
let home: string;
const place = (name: string): string => join(home, name);

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'delivery-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Every row of a delivery as the connectors read it, by record type. */
async function readAll(directory: string): Promise<Map<string, RowOutcome[]>> {
  const { batches, refused, unlisted } = await openDelivery(directory, { contracts: CONTRACTS });
  expect([refused, unlisted]).toEqual([[], []]);
  const outcomes = new Map<string, RowOutcome[]>();
  for (const batch of batches) {
    const read: RowOutcome[] = [];
    for await (const rows of batch.rows()) for (const row of rows) read.push(readRow(CONTRACTS[batch.recordType], row));
    outcomes.set(batch.recordType, read);
  }
  return outcomes;
}

/** Key, time and content of what a delivery leaves a reader with. */
function canonical(outcomes: ReadonlyMap<string, RowOutcome[]>): string[] {
  const rows = [...outcomes].flatMap(([type, read]) =>
    read.map((outcome) =>
      outcome.kind === 'record'
        ? `${type} ${outcome.sourceKey} ${outcome.updatedAt} ${JSON.stringify(outcome.record)}`
        : outcome.kind,
    ),
  );
  return rows.sort();
}

describe('writing a delivery', () => {
  it('writes the same bytes for the same seed, workbooks too', async () => {
    await writeDelivery(place('once'), { city, day: START_DAY, mode: 'full' });
    await writeDelivery(place('again'), { city: testCity(500), day: START_DAY, mode: 'full' });
    const files = (await readdir(place('once'), { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    // A file for each record type, and the manifest.
    expect(files).toHaveLength(RECORD_TYPES.length + 1);
    for (const { parentPath, name } of files) {
      const again = join(parentPath.replace(place('once'), place('again')), name);
      expect((await readFile(join(parentPath, name))).equals(await readFile(again))).toBe(true);
    }
  });

  it('names every file with its rows, checksum, form and mode', async () => {
    const manifest = await writeDelivery(place('named'), { city, day: START_DAY, mode: 'full' });
    expect(JSON.parse(await readFile(place('named/manifest.json'), 'utf8'))).toEqual(manifest);
    expect(manifest.asOf).toBe(START_DAY);
    expect(manifest.deliveredAt).toBe('2026-11-01T02:00:00+08:00');
    expect(manifest.files.map(({ recordType }) => recordType).sort()).toEqual([...RECORD_TYPES].sort());
    expect(manifest.files.filter(({ mode }) => mode === 'incremental').map(({ recordType }) => recordType)).toEqual([
      'CA03',
      'HI02',
      'HO02',
    ]);
    for (const { path, sha256 } of manifest.files) {
      expect(
        createHash('sha256')
          .update(await readFile(place(`named/${path}`)))
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  it('is read without a complaint where it is clean', async () => {
    const manifest = await writeDelivery(place('clean'), { city, day: START_DAY, mode: 'full' }, { mess: null });
    const outcomes = await readAll(place('clean'));
    expect(Object.fromEntries([...outcomes].map(([type, read]) => [type, read.length]))).toEqual(
      Object.fromEntries(manifest.files.map(({ recordType, rows }) => [recordType, rows])),
    );
    const complaints = [...outcomes.values()]
      .flat()
      .filter((outcome) => outcome.kind === 'rejected' || (outcome.kind === 'record' && outcome.findings.length > 0));
    expect(complaints).toEqual([]);
  });

  it('means the same however messy, but for the rows nobody can read', async () => {
    const harmless = {
      ...HEAVY_MESS,
      unreadable: 0,
      contradiction: 0,
      olderDuplicate: 0,
      tiedDuplicate: 0,
      billSentAgain: 0,
      billUnderOtherKey: 0,
      healthNumberBlank: 0,
      outdatedDeletion: 0,
    };
    await writeDelivery(place('plain'), { city, day: START_DAY, mode: 'full' }, { mess: null });
    await writeDelivery(place('messy'), { city, day: START_DAY, mode: 'full' }, { mess: harmless });
    expect(canonical(await readAll(place('messy')))).toEqual(canonical(await readAll(place('plain'))));
  });

  it('brings rows for quarantine, doubles and findings where asked for', async () => {
    await writeDelivery(place('heavy'), { city, day: START_DAY, mode: 'full' }, { mess: HEAVY_MESS });
    const read = [...(await readAll(place('heavy'))).values()].flat();
    expect(read.filter(({ kind }) => kind === 'rejected').length).toBeGreaterThan(10);
    expect(read.filter(({ kind }) => kind === 'deletion').length).toBeGreaterThan(1);
    expect(read.some((outcome) => outcome.kind === 'record' && outcome.findings.length > 0)).toBe(true);
  });

  it('sends in an increment only what changed, deletions too', async () => {
    const manifest = await writeDelivery(
      place('increment'),
      { city, day: LATER, mode: 'increment', since: START_DAY },
      { mess: null },
    );
    expect(new Set(manifest.files.map(({ mode }) => mode))).toEqual(new Set(['incremental']));
    const outcomes = await readAll(place('increment'));
    const expected = [...city.changesBetween(START_DAY, LATER)].flatMap(({ changes }) => changes);
    expect([...outcomes.values()].flat()).toHaveLength(expected.length);
    expect([...outcomes.values()].flat().filter(({ kind }) => kind === 'deletion')).toHaveLength(
      expected.filter(({ cells }) => cells === null).length,
    );
  });

  it('touches about the share of people asked for', async () => {
    const big = testCity(3000);
    const manifest = await writeDelivery(place('touch'), {
      city: big,
      day: '2026-11-01',
      mode: 'increment',
      since: START_DAY,
      touch: 0.04,
    });
    const roll = manifest.files.find(({ recordType }) => recordType === 'CA05');
    expect(roll?.rows).toBeGreaterThan(70);
    expect(roll?.rows).toBeLessThan(170);
  });
});
