/** Sends one operation over and over from a process of its own. */
import { fileURLToPath } from 'node:url';
import { median } from './benchmark.ts';
import { runChild } from './child.ts';
import { ensurePackages } from './packages.ts';

const CLIENT = fileURLToPath(new URL('./load-client.js', import.meta.url));

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bodies, sent in turn. */
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadFigures {
  readonly answers: number;
  readonly errors: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

export function load(asked: Load): Promise<LoadFigures> {
  ensurePackages();
  return runChild<LoadFigures>([CLIENT], JSON.stringify(asked));
}

/** What answers: the same load but for where it goes, and with which headers and bodies. */
export type Target = Pick<Load, 'url' | 'headers' | 'bodies'>;

/** Middle figures of one target over all rounds; `rates` are answers a second, round by round. */
export interface TargetFigures {
  readonly rates: readonly number[];
  readonly rate: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly errors: number;
}

/** Loads every target in turn, round by round, so that what disturbs the machine disturbs all. The first round warms up. */
export async function loadInTurns(
  targets: Readonly<Record<string, Target>>,
  {
    rounds,
    seconds,
    connections,
    warmUpSeconds = seconds,
  }: {
    readonly rounds: number;
    readonly seconds: number;
    readonly connections: number;
    readonly warmUpSeconds?: number;
  },
): Promise<ReadonlyMap<string, TargetFigures>> {
  const found = new Map<string, LoadFigures[]>(Object.keys(targets).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, target] of Object.entries(targets)) {
      process.stderr.write(`round ${round} of ${rounds}, ${name} …\n`);
      const figures = await load({ ...target, connections, seconds: round === 0 ? warmUpSeconds : seconds });
      if (round > 0) found.get(name)?.push(figures);
    }
  return new Map([...found].map(([name, rows]) => [name, summaryOf(rows, seconds)]));
}

function summaryOf(rows: readonly LoadFigures[], seconds: number): TargetFigures {
  const rates = rows.map(({ answers }) => answers / seconds);
  return {
    rates,
    rate: median(rates),
    medianMs: median(rows.map(({ medianMs }) => medianMs)),
    p99Ms: median(rows.map(({ p99Ms }) => p99Ms)),
    errors: rows.reduce((sum, { errors }) => sum + errors, 0),
  };
}
