/**
 * 2,000 open subscriptions, each over a WebSocket of its own, on one process that also keeps the feed up: alerts change
 * and are told. To reach: under 1 GB, and 99 of 100 tellings within half a second of the alert's commit.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { issuerOf } from '../src/app/access.ts';
import type { Hub } from '../src/app/hub.ts';
import type { Caller } from '../src/modules/access/index.ts';
import { appendChanges } from '../src/platform/outbox/outbox.ts';
import type { BenchmarkOptions, Figures } from './benchmark.ts';
import { withDistricts } from './district.ts';
import { type RunningHub, runHub } from './running-hub.ts';
import type { Line, Subscribers } from './stream-clients.ts';

const CLIENTS = fileURLToPath(new URL('./stream-clients.ts', import.meta.url));
const [SUBSCRIBERS, ALERTS, EVERY_MS] = [2_000, 30, 500];
/** After the last alert, whoever was not told by then is counted as missing. */
const PATIENCE_MS = 30_000;
const [WARM_UP, WARM_UP_MS] = [10, 4_000];
const QUERY = `subscription { alertRaised { cursor kind
  alert { id version state severity streetCode hits { rule { id name } evidence { label value } } } } }`;

interface Alert {
  readonly id: number;
  readonly householdId: number;
  readonly version: number;
  readonly streetCode: string;
  readonly committeeCode: string | null;
}

/** Changes one alert as work on it would; when it was committed. */
async function changeOne({ db }: Hub, id: number): Promise<{ readonly alert: Alert; readonly at: number }> {
  const alert = await db.tx(async (tx) => {
    const [changed] = await tx.query<Alert>(
      `UPDATE alert SET version = version + 1 WHERE id = $1 RETURNING id, household_id AS "householdId", version,
         street_code AS "streetCode", committee_code AS "committeeCode"`,
      [id],
    );
    if (changed === undefined) throw new Error('an alert is gone');
    const { householdId, version, streetCode, committeeCode } = changed;
    const places = [streetCode, ...(committeeCode === null ? [] : [committeeCode])];
    await appendChanges(tx, [
      { type: 'ALERT', id, householdId, operation: 'UPSERT', kind: 'CHANGED', version, before: places, after: places },
    ]);
    return changed;
  });
  return { alert, at: Date.now() };
}

interface Told {
  readonly key: string;
  readonly at: number;
}

/** Subscribers in a process of their own, all of them listening. */
async function listen(asked: Subscribers): Promise<{ readonly told: readonly Told[]; close(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', './bin/typescript.js', CLIENTS], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const told: Told[] = [];
  const listening = new Promise<void>((resolve, reject) => {
    void ended.then(() => reject(new Error('the subscribers are gone')));
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = JSON.parse(text) as Line;
      if ('listening' in line) resolve();
      else told.push({ key: `${line.id} ${line.version}`, at: line.at });
    });
  });
  child.stdin.end(JSON.stringify(asked));
  await listening;
  return {
    told,
    async close() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const reachedBy = ({ streetCode }: Alert, { divisions }: Caller): boolean =>
  divisions.some((division) => streetCode.startsWith(division));

async function measure(hub: Hub, running: RunningHub, callers: readonly Caller[]): Promise<Figures[string]> {
  const issuer = await issuerOf(hub);
  const tokens = await Promise.all(callers.map((caller) => issuer.issue(caller)));
  const url = running.url.replace('http', 'ws');
  const before = await running.memory();
  const { told, close } = await listen({ url, query: QUERY, tokens, purpose: 'casework' });
  const alerts = await hub.db.query<{ id: number }>(
    `SELECT DISTINCT ON (street_code) id FROM alert WHERE state <> 'CLOSED' ORDER BY street_code, id`,
  );
  const committed = new Map<string, number>();
  const changeNext = async (): Promise<number> => {
    const { alert, at } = await changeOne(hub, alerts[committed.size % alerts.length]?.id ?? 0);
    committed.set(`A${alert.id} ${alert.version}`, at);
    await sleep(EVERY_MS);
    return callers.filter((caller) => reachedBy(alert, caller)).length;
  };
  // Not counted: some subscriptions are still being opened.
  for (let warm = 0; warm < WARM_UP; warm += 1) await changeNext();
  await sleep(WARM_UP_MS);
  const [open, toldBefore, cpuBefore] = [await running.memory(), told.length, await running.cpuMs()];
  let expected = 0;
  for (let change = 0; change < ALERTS; change += 1) expected += await changeNext();
  for (let waited = 0; told.length - toldBefore < expected && waited < PATIENCE_MS; waited += 100) await sleep(100);
  const times = told.slice(toldBefore).map(({ key, at }) => at - (committed.get(key) ?? 0));
  times.sort((a, b) => a - b);
  const [{ most }, cpu] = [await running.memory(), await running.cpuMs()];
  await close();
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return {
    subscriptions: callers.length,
    told: times.length,
    missing: expected - times.length,
    'median ms': at(0.5),
    'p99 ms': at(0.99),
    'CPU µs each': Math.round((1_000 * (cpu - cpuBefore)) / Math.max(1, times.length)),
    'MB before': before.now,
    'MB open': open.now,
    'MB at most': most,
  };
}

async function benchOver(hub: Hub): Promise<Figures> {
  const running = await runHub(hub.config.home);
  try {
    const streets = await hub.db.query<{ code: string }>('SELECT DISTINCT street_code AS code FROM alert ORDER BY 1');
    const numbers = Array.from({ length: SUBSCRIBERS }, (_, at) => at);
    const advisers = numbers.map((at): Caller => {
      const street = streets[at % streets.length]?.code ?? '';
      return { subject: `bench-${at}`, organisation: `subdistrict-${street}`, roles: ['adviser'], divisions: [street] };
    });
    const officers = numbers.map(
      (at): Caller => ({
        ...{ subject: `bench-${at}`, organisation: 'changning-civil-affairs' },
        ...{ roles: ['district-officer'], divisions: ['310105'] },
      }),
    );
    return {
      'advisers, each of a street': await measure(hub, running, advisers),
      'officers, all of the district': await measure(hub, running, officers),
    };
  } finally {
    await running.close();
  }
}

export function benchSubscriptions({ people: [people = 3_000] = [] }: BenchmarkOptions): Promise<Figures> {
  return withDistricts([people], async ([hub]) => (hub === undefined ? {} : benchOver(hub)));
}
