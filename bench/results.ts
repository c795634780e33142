/** What benchmarks found, kept: one file a day, in which a benchmark's newest run stands. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Figures } from './benchmark.ts';

const FOLDER = new URL('./results/', import.meta.url);
const GIGABYTE = 1024 ** 3;

/** One run of one benchmark. */
export interface Run {
  /** When it ended. */
  readonly at: string;
  readonly seconds: number;
  readonly machine: string;
  readonly figures: Figures;
}

export type Runs = Readonly<Record<string, Run>>;

function machine(): string {
  const [{ model = 'unknown processor' } = {}] = cpus();
  const memory = Math.round(totalmem() / GIGABYTE);
  return `${availableParallelism()} cores (${model.trim()}), ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
}

async function readRuns(file: URL): Promise<Runs> {
  return JSON.parse(await readFile(file, 'utf8')) as Runs;
}

/** Keeps a run in the file of its day. */
export async function keepRun(name: string, run: Pick<Run, 'seconds' | 'figures'>): Promise<void> {
  const at = new Date().toISOString();
  await mkdir(FOLDER, { recursive: true });
  const file = new URL(`${at.slice(0, 10)}.json`, FOLDER);
  const runs: Runs = await readRuns(file).catch(() => ({}));
  const kept = { ...runs, [name]: { at, machine: machine(), ...run } };
  await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
}

/** The newest run of each benchmark. */
export async function newestRuns(): Promise<Runs> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).sort();
  const days = await Promise.all(names.map((name) => readRuns(new URL(name, FOLDER))));
  return Object.assign({}, ...days) as Runs;
}
