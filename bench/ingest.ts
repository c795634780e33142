/**
 * A delivery of all six agencies through to profiles and alerts, each on an empty hub of its own; then an increment that
 * touches one person in a hundred, and bare COPY of what is held then into the same tables: five times in a small district,
 * once in a larger one (the million shows how it goes on). To reach: 15,000 rows per second end to end, the process under
 * 1 GB, the same rate within 20 % at every size, the increment within 3 % of the full load's time, the load within 12 times
 * COPY of its records. The increment is of a day within a month: with the month every household is judged. The process that loaded takes
 * it in, as a worker does that goes on running.
 */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCity, writeDelivery } from '../sim/index.ts';
import { addDays } from '../src/kernel/day.ts';
import { type BenchmarkOptions, type Figures, median, rounded } from './benchmark.ts';
import { runChild } from './child.ts';
import { type CopySeconds, measureCopy, prepareHome } from './copy-peer.ts';
import { DAY, districtOf } from './district.ts';
import { withFolder } from './folder.ts';
import type { IngestFigures } from './ingest-once.ts';

const SIZES = [20_000, 50_000];
const ROUNDS = 5;
const NEXT_DAY = addDays(DAY, 1);
const ONCE = fileURLToPath(new URL('./ingest-once.ts', import.meta.url));

/** What one load and the increment after it took. */
export interface Loads {
  readonly loaded: IngestFigures;
  readonly touched: IngestFigures;
}

/** Ingests in a process of its own, so that its peak memory is its own. */
export async function ingestBoth(home: string, full: string, increment: string): Promise<Loads> {
  const [loaded, touched] = await runChild<readonly IngestFigures[]>([
    ...['--import', './bin/typescript.js', ONCE],
    ...[home, full, increment],
  ]);
  if (loaded === undefined || touched === undefined) throw new Error('a delivery has no figures');
  return { loaded, touched };
}

/** The same with what bare COPY took. */
interface Round extends Loads {
  readonly copied: CopySeconds;
}

/** Files of the server belong to its own account. */
function copyHome(from: string, to: string): void {
  execFileSync('cp', ['-RpL', from, to]);
}

async function measureOnce(home: string, full: string, increment: string): Promise<Round> {
  const loads = await ingestBoth(home, full, increment);
  const copied = await measureCopy(home);
  return { ...loads, copied };
}

function rowOf(rounds: readonly Round[]): Figures[string] {
  const of = (figure: (round: Round) => number): number => rounded(median(rounds.map(figure)));
  const totals = rounds.map(({ loaded }) => loaded.seconds.total);
  return {
    rows: of(({ loaded }) => loaded.rows),
    'full load s': of(({ loaded }) => loaded.seconds.total),
    spread: `${Math.min(...totals)}–${Math.max(...totals)}`,
    'full load, rows/s': Math.round(of(({ loaded }) => loaded.rows / loaded.seconds.total)),
    'read and merge s': of(({ loaded }) => loaded.seconds.ingest),
    'link s': of(({ loaded }) => loaded.seconds.identity),
    'build profiles s': of(({ loaded }) => loaded.seconds.households),
    'judge and alert s': of(({ loaded }) => loaded.seconds.judge),
    'hub CPU s': of(({ loaded }) => loaded.cpu.hub),
    'database CPU s': of(({ loaded }) => loaded.cpu.database ?? Number.NaN),
    'peak MB': of(({ touched }) => touched.peakMegabytes),
    'COPY of the records s': of(({ copied }) => copied.records),
    'full load / COPY of the records': of(({ loaded, copied }) => loaded.seconds.total / copied.records),
    'COPY of all tables s': of(({ copied }) => copied.everything),
    'full load / COPY of all tables': of(({ loaded, copied }) => loaded.seconds.total / copied.everything),
    'increment rows': of(({ touched }) => touched.rows),
    'increment s': of(({ touched }) => touched.seconds.total),
    'increment / full %': of(({ loaded, touched }) => (100 * touched.seconds.total) / loaded.seconds.total),
  };
}

async function measure(
  { people, rounds }: { readonly people: number; readonly rounds: number },
  { folder, empty }: { readonly folder: string; readonly empty: string },
): Promise<Figures[string]> {
  const { home, keep } = districtOf(people);
  const [full, increment] = [join(folder, `full-${people}`), join(folder, `increment-${people}`)];
  const city = createCity({ seed: 1, people, startDay: DAY });
  await writeDelivery(full, { city, day: DAY, mode: 'full' });
  await writeDelivery(increment, { city, day: NEXT_DAY, mode: 'increment', since: DAY, touch: 0.01 });
  const found: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    process.stderr.write(`ingest: ${people.toLocaleString('en')} people, round ${round} of ${rounds} …\n`);
    await rm(home, { recursive: true, force: true });
    copyHome(empty, home);
    found.push(await measureOnce(home, full, increment));
  }
  keep();
  for (const delivery of [full, increment]) await rm(delivery, { recursive: true, force: true });
  return rowOf(found);
}

/** How the rate of the largest district stands to that of the smallest. */
function growth(rows: readonly Figures[string][]): Figures[string] {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    'rate, largest / smallest': rounded(Number(last?.['full load, rows/s']) / Number(first?.['full load, rows/s'])),
  };
}

export async function benchIngest({ people: sizes = SIZES }: BenchmarkOptions): Promise<Figures> {
  return withFolder(async (folder) => {
    const figures: Record<string, Figures[string]> = {};
    const empty = join(folder, 'empty');
    await prepareHome(empty);
    for (const [at, people] of sizes.entries())
      figures[`${people.toLocaleString('en')} people`] = await measure(
        { people, rounds: at === 0 ? ROUNDS : 1 },
        { folder, empty },
      );
    return { ...figures, 'largest / smallest': growth(Object.values(figures)) };
  });
}
