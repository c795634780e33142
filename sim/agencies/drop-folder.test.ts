import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Manifest, ManifestFile } from '../delivery/manifest.ts';
import { START_DAY, testCity } from '../test-support/simulated-city.ts';
import type { AgencyFaults } from './faults.ts';
import { type Agencies, startAgencies } from './start-agencies.ts';

const city = testCity(400);
let home: string;
let agencies: Agencies | null = null;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'drops-'));
});
afterEach(async () => {
  await agencies?.stop();
  await rm(home, { recursive: true });
});

async function start(faults: AgencyFaults = {}): Promise<Agencies> {
  agencies = await startAgencies({ city, day: START_DAY, home, faults });
  return agencies;
}

async function readDrop(folder: string, day: string): Promise<{ manifest: Manifest; sums: Map<string, string> }> {
  const manifest = JSON.parse(await readFile(join(folder, day, 'manifest.json'), 'utf8')) as Manifest;
  const sums = new Map<string, string>();
  for (const { path } of manifest.files) {
    sums.set(
      path,
      createHash('sha256')
        .update(await readFile(join(folder, day, path)))
        .digest('hex'),
    );
  }
  return { manifest, sums };
}

const wrongFiles = (files: readonly ManifestFile[], sums: ReadonlyMap<string, string>): string[] =>
  files.filter(({ path, sha256 }) => sums.get(path) !== sha256).map(({ recordType }) => recordType);

describe('the drop folders', () => {
  it('begin with the whole history, in GB18030 and workbooks', async () => {
    const { settings } = await start();
    const health = await readDrop(settings['health-insurance'].folder, START_DAY);
    expect(health.manifest.files.map(({ recordType }) => recordType)).toEqual(['HI01', 'HI02', 'HI03']);
    expect(health.manifest.files.every((file) => file.format === 'csv' && file.encoding === 'gb18030')).toBe(true);
    expect(wrongFiles(health.manifest.files, health.sums)).toEqual([]);
    const disability = await readDrop(settings['disability-federation'].folder, START_DAY);
    expect(disability.manifest.files).toMatchObject([
      { recordType: 'DF01', format: 'xlsx', sheet: '持证残疾人', headerRow: 3, mode: 'full' },
      { recordType: 'DF02', format: 'xlsx', headerRow: 2, mode: 'full' },
    ]);
  });

  it('get a delivery at each month’s end and nothing between', async () => {
    const { settings, advanceTo } = await start();
    await advanceTo('2026-11-20');
    expect(await readdir(settings['health-insurance'].folder)).toEqual([START_DAY]);
    await advanceTo('2027-01-02');
    expect((await readdir(settings['health-insurance'].folder)).sort()).toEqual([
      START_DAY,
      '2026-11-30',
      '2026-12-31',
    ]);
    const { manifest } = await readDrop(settings['health-insurance'].folder, '2026-11-30');
    expect(new Set(manifest.files.map(({ mode }) => mode))).toEqual(new Set(['incremental']));
    const disability = await readDrop(settings['disability-federation'].folder, '2026-12-31');
    expect(new Set(disability.manifest.files.map(({ mode }) => mode))).toEqual(new Set(['full']));
  });

  it('hold what was delivered on a day when the agencies start again on it', async () => {
    const first = await readDrop((await start()).settings['health-insurance'].folder, START_DAY);
    await agencies?.stop();
    const { settings, advanceTo } = await start();
    expect(await readDrop(settings['health-insurance'].folder, START_DAY)).toEqual(first);
    await advanceTo('2026-12-01');
    expect(await readdir(settings['health-insurance'].folder)).toHaveLength(2);
    expect(await readdir(home)).toEqual(['drop']);
  });

  it('can hold a file cut short or a wrong checksum', async () => {
    const { settings } = await start({
      'health-insurance': { truncated: 'HI02' },
      'disability-federation': { wrongChecksum: 'DF01' },
    });
    const health = await readDrop(settings['health-insurance'].folder, START_DAY);
    expect(wrongFiles(health.manifest.files, health.sums)).toEqual(['HI02']);
    const disability = await readDrop(settings['disability-federation'].folder, START_DAY);
    expect(wrongFiles(disability.manifest.files, disability.sums)).toEqual(['DF01']);
  });
});
