/**
 * A delivery of all five agencies through to profiles and alerts, at three sizes, each on an empty hub of its own; then
 * an increment that touches one person in a hundred, and bare COPY of what is held then into the same tables. To reach:
 * 15,000 rows per second end to end, the process under 1 GB, the same rate within 20 % at every size, the increment within
 * 3 % of the full load's time, the load within 12 times COPY of its records. The increment is of a day within a month: with
 * the month every household is judged.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCity, writeDelivery } from '../sim/index.ts';
import type { BenchmarkOptions, Figures } from './benchmark.ts';
import { runChild } from './child.ts';
import { measureCopy } from './copy-peer.ts';
import { withFolder } from './folder.ts';
import type { IngestFigures } from './ingest-once.ts';

const SIZES = [20_000, 100_000, 200_000];
const DAY = '2026-10-20';
const NEXT_DAY = '2026-10-21';
const ONCE = fileURLToPath(new URL('./ingest-once.ts', import.meta.url));

/** Ingests in a process of its own, so that its peak memory is its own. */
export function ingestOnce(home: string, directory: string): Promise<IngestFigures> {
  return runChild<IngestFigures>(['--import', './bin/typescript.js', ONCE, home, directory]);
}

const rounded = (value: number): number => Number(value.toFixed(2));

async function measure(people: number, folder: string): Promise<Figures[string]> {
  const home = join(folder, `hub-${people}`);
  const [full, increment] = [join(folder, `full-${people}`), join(folder, `increment-${people}`)];
  const city = createCity({ seed: 1, people, startDay: DAY });
  await writeDelivery(full, { city, day: DAY, mode: 'full' });
  await writeDelivery(increment, { city, day: NEXT_DAY, mode: 'increment', since: DAY, touch: 0.01 });
  const loaded = await ingestOnce(home, full);
  const touched = await ingestOnce(home, increment);
  const copied = await measureCopy(home);
  await rm(home, { recursive: true, force: true });
  await rm(full, { recursive: true, force: true });
  return {
    rows: loaded.rows,
    'full load s': loaded.seconds.total,
    'rows/s': Math.round(loaded.rows / loaded.seconds.total),
    'read and merge s': loaded.seconds.ingest,
    'link s': loaded.seconds.identity,
    'build profiles s': loaded.seconds.households,
    'judge and alert s': loaded.seconds.judge,
    'hub CPU s': loaded.cpu.hub,
    'database CPU s': loaded.cpu.database ?? '',
    'peak MB': loaded.peakMegabytes,
    'COPY of the records s': rounded(copied.records),
    'full load / COPY of the records': rounded(loaded.seconds.total / copied.records),
    'COPY of all tables s': rounded(copied.everything),
    'full load / COPY of all tables': rounded(loaded.seconds.total / copied.everything),
    'increment rows': touched.rows,
    'increment s': touched.seconds.total,
    'increment / full %': rounded((100 * touched.seconds.total) / loaded.seconds.total),
  };
}

/** How the rate of the largest district stands to that of the smallest. */
function growth(rows: readonly Figures[string][]): Figures[string] {
  const [first, last] = [rows[0], rows.at(-1)];
  return { 'rows/s': rounded(Number(last?.['rows/s']) / Number(first?.['rows/s'])) };
}

export async function benchIngest({ people: sizes = SIZES }: BenchmarkOptions): Promise<Figures> {
  return withFolder(async (folder) => {
    const figures: Record<string, Figures[string]> = {};
    for (const people of sizes) {
      process.stderr.write(`ingest: ${people.toLocaleString('en')} people …\n`);
      figures[`${people.toLocaleString('en')} people`] = await measure(people, folder);
    }
    return { ...figures, 'largest / smallest': growth(Object.values(figures)) };
  });
}
