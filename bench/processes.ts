/**
 * One process of the hub against two behind a balancer, over one database; and a streaming replica: what reading stored
 * profiles from both gains, and how far the replica is behind while the hub answers.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Hub } from '../src/app/hub.ts';
import { type BenchmarkOptions, type Figures, median, rounded } from './benchmark.ts';
import { withDistricts } from './district.ts';
import { withFolder } from './folder.ts';
import { loadInTurns, type Target, type TargetFigures } from './load.ts';
import { hubTarget, keysOf } from './profile.ts';
import { type Program, type Server, startProgram } from './program.ts';
import { type Replica, startReplica } from './replica.ts';
import { runHub } from './running-hub.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const [ROUNDS, SECONDS, WARM_UP_SECONDS, CONNECTIONS] = [5, 2, 4, 16];
const [MARKS, MARK_EVERY_MS] = [200, 10];

const program = (args: readonly string[], env: Program['env'] = {}): Promise<Server> =>
  startProgram({ args, env, cwd: FOLDER });
const local = (port: number): string => `http://127.0.0.1:${port}/graphql`;

/** Milliseconds from a commit until the replica shows it, one after another. */
async function staleness({ db }: Hub, replica: Replica): Promise<readonly number[]> {
  await db.execute('CREATE TABLE bench_mark (id int PRIMARY KEY)');
  const times: number[] = [];
  for (let id = 1; id <= MARKS; id += 1) {
    await db.execute('INSERT INTO bench_mark VALUES ($1)', [id]);
    const committed = performance.now();
    for (let seen = false; !seen; ) {
      const found = await replica.db
        .query<{ last: number }>('SELECT max(id) AS last FROM bench_mark')
        .catch(() => [{ last: 0 }]);
      seen = (found[0]?.last ?? 0) >= id;
      if (!seen) await sleep(1);
    }
    times.push(performance.now() - committed);
    await sleep(MARK_EVERY_MS);
  }
  await db.execute('DROP TABLE bench_mark');
  return times.sort((a, b) => a - b);
}

function rowOf({ rate, rates, medianMs, p99Ms, errors }: TargetFigures, base: number): Figures[string] {
  return {
    'answers/s': Math.round(rate),
    spread: `${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))}`,
    gained: rounded(rate / base),
    ...{ 'median ms': medianMs, 'p99 ms': p99Ms, errors },
  };
}

const IN_TURNS = { rounds: ROUNDS, seconds: SECONDS, warmUpSeconds: WARM_UP_SECONDS, connections: CONNECTIONS };

async function measureProcesses(hub: Hub): Promise<Figures> {
  const keys = await keysOf(hub);
  const running = [await runHub(hub.config.home), await runHub(hub.config.home)];
  const ports = running.map(({ url }) => new URL(url).port);
  const balancer = await program(['balancer.js', ...ports]);
  try {
    const target = await hubTarget(hub, running[0]?.url ?? '', keys);
    const targets = { 'one process': target, 'two behind a balancer': { ...target, url: local(balancer.port) } };
    const found = await loadInTurns(targets, IN_TURNS);
    const base = found.get('one process')?.rate ?? 0;
    return Object.fromEntries([...found].map(([name, figures]) => [name, rowOf(figures, base)]));
  } finally {
    await balancer.stop();
    for (const one of running) await one.close();
  }
}

/** Stored profiles as text, from one server or from both in turns. */
async function measureReplica(hub: Hub, replica: Replica): Promise<Figures> {
  const [{ numberIndex } = { numberIndex: '' }] = await keysOf(hub);
  const serve = (url: string): Promise<Server> => program(['peers/text-server.js', 'document'], { DATABASE_URL: url });
  const servers = [await serve(hub.db.url), await serve(replica.db.url)];
  const balancers = [
    await program(['balancer.js', String(servers[0]?.port)]),
    await program(['balancer.js', ...servers.map(({ port }) => String(port))]),
  ];
  try {
    const target = (port: number | undefined): Target => ({
      ...{ url: local(port ?? 0), headers: { 'content-type': 'application/json' } },
      bodies: [JSON.stringify({ variables: { numberIndex } })],
    });
    const targets = {
      'stored profiles from the primary': target(balancers[0]?.port),
      'stored profiles from primary and replica': target(balancers[1]?.port),
    };
    const found = await loadInTurns(targets, IN_TURNS);
    const base = found.get('stored profiles from the primary')?.rate ?? 0;
    return Object.fromEntries([...found].map(([name, figures]) => [name, rowOf(figures, base)]));
  } finally {
    for (const one of [...balancers, ...servers]) await one.stop();
  }
}

async function measureBoth(hub: Hub, replica: Replica): Promise<Figures> {
  // The replica follows while the hub answers: during the load's first round, which is not measured.
  const [processes, times] = await Promise.all([measureProcesses(hub), staleness(hub, replica)]);
  const at = (share: number): number => rounded(times[Math.floor(times.length * share)] ?? 0);
  return {
    ...processes,
    ...(await measureReplica(hub, replica)),
    'replica behind': {
      'median ms': rounded(median(times)),
      'p99 ms': at(0.99),
      'at most ms': rounded(times.at(-1) ?? 0),
    },
  };
}

async function measure(hub: Hub, folder: string): Promise<Figures> {
  // A hub that ends would take the embedded server with it.
  const release = await hub.db.hold('wanjia:bench');
  try {
    const replica = await startReplica(hub, join(folder, 'replica'));
    return await measureBoth(hub, replica).finally(replica.stop);
  } finally {
    await release?.();
  }
}

export function benchProcesses({ people: [people = 20_000] = [] }: BenchmarkOptions): Promise<Figures> {
  return withDistricts([people], async ([hub]) =>
    hub === undefined ? {} : withFolder((folder) => measure(hub, folder)),
  );
}
