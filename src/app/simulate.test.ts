import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Manifest } from '../../sim/index.ts';
import type { SimulateOptions } from '../cli/app.ts';
import { asDay } from '../kernel/day.ts';
import { writeSimulated } from './simulate.ts';

const home = await mkdtemp(join(tmpdir(), 'simulated-'));
afterAll(() => rm(home, { recursive: true }));

async function write(name: string, day: string, mode: SimulateOptions['mode']) {
  const directory = join(home, name);
  await writeSimulated(directory, { persons: 300, seed: 7, day: asDay(day), mode });
  const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as Manifest;
  const roll = manifest.files.find(({ recordType }) => recordType === 'CA05');
  const bytes = roll === undefined ? null : await readFile(join(directory, roll.path));
  const keys = new TextDecoder('gb18030').decode(bytes ?? new Uint8Array()).match(/^[^,\r\n]+/gm) ?? [];
  return { manifest, keys: new Set(keys) };
}

describe('a simulated delivery', () => {
  it('shows the same people on a later day', async () => {
    const [october, november] = [await write('a', '2026-10-31', 'full'), await write('b', '2026-11-01', 'full')];
    const staying = [...october.keys].filter((key) => november.keys.has(key));
    expect(staying.length / october.keys.size).toBeGreaterThan(0.95);
  });

  it('can be what changed in a day', async () => {
    const { manifest } = await write('c', '2026-11-01', 'incremental');
    expect(new Set(manifest.files.map(({ mode }) => mode))).toEqual(new Set(['incremental']));
    expect(manifest.files.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(0);
  });

  it('can be of a day before the district usually begins', async () => {
    const { keys } = await write('d', '2025-06-30', 'full');
    expect(keys.size).toBeGreaterThan(200);
  });
});
