/**
 * A million people on this machine, once, from the agencies' files to an answered profile: what it takes in time, memory
 * and disk, beside smaller districts on the same day, which show how it grows. `npm run bench -- million`; `--people` for
 * other sizes, `--keep <folder>` to leave the districts there. Takes part only when it is named.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCity, writeDelivery } from '../sim/index.ts';
import { type Hub, openHub } from '../src/app/hub.ts';
import { loadConfig } from '../src/config/index.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { addDays, asDay } from '../src/kernel/day.ts';
import { drainOutbox } from '../src/modules/delivery/index.ts';
import { createLog } from '../src/platform/log.ts';
import { type BenchmarkOptions, type Figures, rounded } from './benchmark.ts';
import { measureCopy } from './copy-peer.ts';
import { withFolder } from './folder.ts';
import { ingestBoth } from './ingest.ts';
import type { IngestFigures } from './ingest-once.ts';
import { measureChanges } from './latency.ts';
import { listRow, measureLists } from './lists.ts';
import { loadInTurns } from './load.ts';
import { hubTarget, keysOf } from './profile.ts';
import { runHub } from './running-hub.ts';

const SIZES = [20_000, 100_000, 1_000_000];
const DAY = asDay('2026-10-20');
const NEXT_DAY = addDays(DAY, 1);
const [WARMING_CHANGES, CHANGES] = [300, 1_000];

type Row = Figures[string];

const say = (text: string): void => void process.stderr.write(`million: ${text} …\n`);

function openAt(home: string): Promise<Hub> {
  const config = loadConfig({ WANJIA_HOME: home, WANJIA_LOG_LEVEL: 'error' });
  return openHub({ config, clock: systemClock, log: createLog('error') });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return rounded((performance.now() - began) / 1000);
}

function loadRow({ rows, seconds, cpu, peakMegabytes }: IngestFigures): Row {
  return {
    ...{ rows, 'rows/s': Math.round(rows / seconds.total), s: seconds.total },
    ...{ 'read and merge s': seconds.ingest, 'link s': seconds.identity, 'build profiles s': seconds.households },
    ...{ 'judge and alert s': seconds.judge, 'hub CPU s': cpu.hub, 'database CPU s': cpu.database ?? '' },
    'peak MB': peakMegabytes,
  };
}

async function evaluationRow(hub: Hub): Promise<Row> {
  const judged = await timed(() => hub.discovery.evaluate({ day: NEXT_DAY, scope: 'all', write: false }));
  const written = await timed(() => hub.discovery.evaluate({ day: NEXT_DAY, scope: 'all', write: true }));
  return { 'judged s': judged, 'judged and written s': written };
}

async function changesRow(hub: Hub): Promise<Row> {
  await measureChanges(hub, { changes: WARMING_CHANGES, day: NEXT_DAY, round: 0 });
  const times = [...(await measureChanges(hub, { changes: CHANGES, day: NEXT_DAY, round: 1 }))].sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return { 'median ms': at(0.5), 'p99 ms': at(0.99) };
}

async function profileRow(hub: Hub): Promise<Row> {
  const serving = await runHub(hub.config.home);
  try {
    const target = await hubTarget(hub, serving.url, await keysOf(hub));
    const found = await loadInTurns({ wanjia: target }, { rounds: 5, seconds: 4, warmUpSeconds: 12, connections: 16 });
    const own = found.get('wanjia');
    return {
      ...{ 'answers/s': Math.round(own?.rate ?? 0), 'median ms': own?.medianMs ?? 0, 'p99 ms': own?.p99Ms ?? 0 },
      'peak MB': (await serving.memory()).most,
    };
  } finally {
    await serving.close();
  }
}

/** Every change of the load and of the increment given its position. */
async function feedRow(hub: Hub): Promise<Row> {
  let changes = 0;
  const took = await timed(async () => {
    changes = await drainOutbox(hub.db);
  });
  return { rows: changes, 'rows/s': Math.round(changes / took), s: took };
}

async function megabytesOf(path: string): Promise<number> {
  const { stdout } = await promisify(execFile)('du', ['--summarize', '--dereference-args', '--block-size=1M', path]);
  return Number.parseInt(stdout, 10);
}

async function diskRow(hub: Hub, home: string): Promise<Row> {
  const [database] = await hub.db.query<{ megabytes: number }>(
    `select (pg_database_size(current_database()) / 1048576)::int as megabytes`,
  );
  return {
    'database MB': database?.megabytes ?? 0,
    'database with its log MB': await megabytesOf(join(home, 'postgres')),
    'sealed archive MB': await megabytesOf(join(home, 'archive')),
  };
}

/** The agencies' files through to alerts, then one day more, then what PostgreSQL itself takes for what is held. */
async function load(home: string, folder: string, people: number): Promise<Figures> {
  const [full, increment] = [join(folder, 'full'), join(folder, 'increment')];
  const city = createCity({ seed: 1, people, startDay: DAY });
  say(`the agencies write what they hold of ${people.toLocaleString('en')} people`);
  const written = await timed(() => writeDelivery(full, { city, day: DAY, mode: 'full' }));
  await writeDelivery(increment, { city, day: NEXT_DAY, mode: 'increment', since: DAY, touch: 0.01 });
  say('full load and daily increment');
  const { loaded, touched } = await ingestBoth(home, full, increment);
  for (const delivery of [full, increment]) await rm(delivery, { recursive: true });
  say('the same rows by bare COPY');
  const copied = await measureCopy(home);
  return {
    'delivery written': { s: written },
    'full load': {
      ...loadRow(loaded),
      'times COPY of the records': rounded(loaded.seconds.total / copied.records),
      'times COPY of all tables': rounded(loaded.seconds.total / copied.everything),
    },
    'daily increment': {
      ...loadRow(touched),
      '% of the full load': rounded((100 * touched.seconds.total) / loaded.seconds.total),
    },
  };
}

/** What the hub does over a district that is loaded. */
async function work(home: string): Promise<Figures> {
  const hub = await openAt(home);
  try {
    say('everybody judged');
    const evaluation = await evaluationRow(hub);
    say('changes into the feed');
    const feed = await feedRow(hub);
    say('from changed records to alerts');
    const changes = await changesRow(hub);
    const disk = await diskRow(hub, home);
    // Last: the hub that serves takes the embedded server with it when it ends.
    say('profiles by citizen number');
    const profile = await profileRow(hub);
    return {
      ...{ 'everybody judged': evaluation, 'changes into the feed': feed, 'change to alert': changes },
      ...{ profile, disk },
    };
  } finally {
    await hub.close();
  }
}

/** Each list's figures, district by district. */
async function listStages(homes: readonly string[]): Promise<readonly Figures[]> {
  const hubs: Hub[] = [];
  try {
    for (const home of homes) hubs.push(await openAt(home));
    const costs = await measureLists(hubs);
    return homes.map((_home, at) =>
      Object.fromEntries(
        [...costs].flatMap(([name, measured]) => {
          const [smallest, cost] = [measured[0], measured[at]];
          return smallest === undefined || cost === undefined ? [] : [[name, listRow(cost, smallest)]];
        }),
      ),
    );
  } finally {
    for (const hub of hubs) await hub.close();
  }
}

/** One figure a line, district by district: stages have little in common. */
function listed(sizes: readonly number[], districts: readonly Figures[]): Figures {
  const lines: Record<string, Record<string, number | string>> = {};
  for (const [at, stages] of districts.entries())
    for (const [stage, row] of Object.entries(stages))
      for (const [what, figure] of Object.entries(row)) {
        const line = `${stage}: ${what}`;
        lines[line] = { ...lines[line], [`${sizes[at]?.toLocaleString('en')} people`]: figure };
      }
  return lines;
}

/** What was found of a district stays beside it: a run that failed at a later one goes on there. */
async function measureDistrict(home: string, folder: string, people: number): Promise<Figures> {
  const found = `${home}.json`;
  if (existsSync(found)) return JSON.parse(await readFile(found, 'utf8')) as Figures;
  const district = { ...(await load(home, folder, people)), ...(await work(home)) };
  await writeFile(found, JSON.stringify(district));
  return district;
}

async function measure(folder: string, sizes: readonly number[]): Promise<Figures> {
  const districts: Figures[] = [];
  const homes = sizes.map((people) => join(folder, `hub-${people}`));
  for (const [at, people] of sizes.entries()) {
    districts.push(await measureDistrict(homes[at] ?? '', folder, people));
  }
  const lists = await listStages(homes);
  return listed(
    sizes,
    districts.map((district, at) => ({ ...district, ...lists[at] })),
  );
}

export async function benchMillion({ people: sizes = SIZES, keep }: BenchmarkOptions): Promise<Figures> {
  return keep === undefined ? withFolder((folder) => measure(folder, sizes)) : measure(keep, sizes);
}
