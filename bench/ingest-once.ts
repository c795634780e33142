/**
 * Deliveries one after the other in a process of its own, as a worker that goes on running takes them in:
 * `ingest-once <home> <delivery>…`; prints their figures as JSON.
 */
import { ingestDirectory } from '../src/app/deliveries.ts';
import { openHub } from '../src/app/hub.ts';
import { loadConfig } from '../src/config/index.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { createLog } from '../src/platform/log.ts';
import { serverCpuSeconds } from './server-cpu.ts';

/** Seconds by stage, from the opened hub to the last alert. */
export interface IngestFigures {
  readonly rows: number;
  readonly seconds: Readonly<Record<'ingest' | 'identity' | 'households' | 'judge' | 'total', number>>;
  /** The most that the process held until then. */
  readonly peakMegabytes: number;
  /** Processor seconds of this process and of the embedded server; null: not known here. */
  readonly cpu: { readonly hub: number; readonly database: number | null };
}

const [home = '', ...directories] = process.argv.slice(2);
const config = loadConfig({ WANJIA_HOME: home, WANJIA_LOG_LEVEL: 'error' });
const hub = await openHub({ config, clock: systemClock, log: createLog('error') });

const seconds = (from: number, to: number): number => Number(((to - from) / 1000).toFixed(2));

async function ingest(directory: string): Promise<IngestFigures> {
  const databaseBefore = await serverCpuSeconds(home);
  const hubBefore = process.cpuUsage();
  const began = performance.now();
  const at: Record<string, number> = {};
  const mark = (stage: string): void => {
    at[stage] = performance.now();
  };
  let rows = 0;
  const { derived } = await ingestDirectory(hub, directory, {
    applied: (report) => {
      rows += report.rows;
      mark('applied');
    },
    households: (done, total) => {
      at.firstHousehold ??= performance.now();
      if (done === total) mark('built');
    },
  });
  const ended = performance.now();
  const hubSpent = process.cpuUsage(hubBefore);
  const databaseAfter = await serverCpuSeconds(home);
  if (derived === null) throw new Error('nothing was derived');
  const [applied = began, first = ended, built = ended] = [at.applied, at.firstHousehold, at.built];
  const database = databaseBefore === null || databaseAfter === null ? null : databaseAfter - databaseBefore;
  return {
    rows,
    seconds: {
      ingest: seconds(began, applied),
      // The first batch of households is built before the first word of them.
      identity: seconds(applied, first),
      households: seconds(first, built),
      judge: seconds(built, ended),
      total: seconds(began, ended),
    },
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    cpu: {
      hub: Number(((hubSpent.user + hubSpent.system) / 1e6).toFixed(2)),
      database: database === null ? null : Number(database.toFixed(2)),
    },
  };
}

const figures: IngestFigures[] = [];
for (const directory of directories) figures.push(await ingest(directory));
process.stdout.write(JSON.stringify(figures));
await hub.close();
