/**
 * Benchmarks: `npm run bench` runs them all but the million, `npm run bench -- ingest` one. Figures are printed as tables, or with
 * `--json` as one object, and kept in bench/results; `-- report` writes docs/performance.md from them. `--people 20000,100000`
 * sets the sizes, and keeps nothing. Machines are noisy: quote ratios of one run, not single absolute times.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { benchAccess } from './access.ts';
import type { Benchmark, Figures } from './benchmark.ts';
import { withSharedDistricts } from './district.ts';
import { benchExport } from './export.ts';
import { benchFeed } from './feed.ts';
import { benchIngest } from './ingest.ts';
import { benchLists } from './lists.ts';
import { benchMillion } from './million.ts';
import { benchProcesses } from './processes.ts';
import { benchProfile } from './profile.ts';
import { report } from './report.ts';
import { keepRun } from './results.ts';
import { benchRules } from './rules.ts';
import { benchShapes } from './shapes.ts';
import { benchStart } from './start.ts';
import { benchSubscriptions } from './subscriptions.ts';

/** In this order: the first leaves the districts that others take, those that change one come last. */
const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  ingest: benchIngest,
  profile: benchProfile,
  lists: benchLists,
  access: benchAccess,
  feed: benchFeed,
  export: benchExport,
  processes: benchProcesses,
  subscriptions: benchSubscriptions,
  rules: benchRules,
  shapes: benchShapes,
  start: benchStart,
  million: benchMillion,
};
/** Too long to run along with the others. */
const ONLY_BY_NAME: readonly string[] = ['million'];
const REPORT = 'report';

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, people: { type: 'string' }, keep: { type: 'string' } },
});
const { json } = values;
const options = { people: values.people?.split(',').map(Number), keep: values.keep };
const unknown = words.filter((word) => word !== REPORT && BENCHMARKS[word] === undefined);
if (unknown.length > 0) {
  const known = [...Object.keys(BENCHMARKS), REPORT].join(', ');
  console.error(`There is no benchmark ${unknown.join(', ')}; there are: ${known}`);
  process.exit(1);
}

/** What is asked for alone is printed alone, with the ratios of its rows beside it. */
function alone(table: Figures) {
  const ratios = Object.entries(table).flatMap(([row, { ratio }]) => (ratio === undefined ? [] : [[row, ratio]]));
  return { figures: table, ratios: Object.fromEntries(ratios) };
}

const isAsked = (name: string): boolean => (words.length > 0 ? words.includes(name) : !ONLY_BY_NAME.includes(name));

/** Longer than any of them takes; the million has no end. */
const PATIENCE_MS = 10 * 60_000;

/** Whatever happens to one benchmark, the others are measured all the same. */
for (const event of ['unhandledRejection', 'uncaughtException'])
  process.on(event, (error) => {
    console.error('a benchmark let go of an error:', error);
    process.exitCode = 1;
  });

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const end = sleep(PATIENCE_MS, undefined, { signal: late.signal }).then(() => {
    throw new Error('it took too long');
  });
  end.catch(() => undefined);
  return Promise.race([work, end]).finally(() => late.abort());
}

async function measured(name: string, run: Benchmark): Promise<Figures | null> {
  const began = performance.now();
  try {
    const running = run(options);
    const found = await (ONLY_BY_NAME.includes(name) ? running : inTime(running));
    const seconds = Math.round((performance.now() - began) / 1_000);
    // Other sizes than the benchmark's own are not what the document speaks of.
    if (options.people === undefined) await keepRun(name, { seconds, figures: found });
    process.stderr.write(`${name}: ${seconds} s\n`);
    return found;
  } catch (error) {
    console.error(`${name} failed:`, error);
    process.exitCode = 1;
    return null;
  }
}

const figures: Record<string, Figures> = {};
await withSharedDistricts(async () => {
  for (const [name, run] of Object.entries(BENCHMARKS).filter(([name]) => isAsked(name))) {
    const found = await measured(name, run);
    if (found === null) continue;
    figures[name] = found;
    if (json) continue;
    console.log(`\n${name}`);
    console.table(found);
  }
});
if (words.length === 0 || words.includes(REPORT)) await report();

if (json) {
  const [only] = Object.values(figures);
  console.log(JSON.stringify(words.length === 1 && only !== undefined ? alone(only) : figures));
}
// What a benchmark that came to no end left running would keep this process.
process.exit();
