/** What is to be reached, and what was: every target beside its figure. */
import type { Figures } from './benchmark.ts';
import type { Runs } from './results.ts';

/** Figures of a run, as numbers. */
interface Read {
  /** One figure of a row. */
  of(row: string, column: string): number;
  /** A column over all rows that have it. */
  all(column: string): readonly number[];
  /** The last column of the rows whose names match. */
  last(rows: RegExp): readonly number[];
}

interface Target {
  readonly bench: string;
  readonly what: string;
  readonly least?: number;
  readonly most?: number;
  readonly measured: (read: Read) => number;
}

const largest = (values: readonly number[]): number => Math.max(...values);
const last = (values: readonly number[]): number => values.at(-1) ?? Number.NaN;
const first = (values: readonly number[]): number => values[0] ?? Number.NaN;

const TARGETS: readonly Target[] = [
  {
    ...{ bench: 'profile', what: 'household profile, times PostGraphile', least: 2 },
    measured: ({ of }) => of('postgraphile', 'ratio'),
  },
  {
    ...{ bench: 'profile', what: 'household profile, of the limit', least: 0.4 },
    measured: ({ of }) => of('limit', 'ratio'),
  },
  {
    ...{ bench: 'profile', what: 'its p99, of PostGraphile’s', most: 1 },
    measured: ({ of }) => of('wanjia', 'p99 ms') / of('postgraphile', 'p99 ms'),
  },
  {
    ...{ bench: 'lists', what: 'last page, times the first', most: 1.3 },
    measured: ({ all }) => largest(all('last / first')),
  },
  {
    ...{ bench: 'lists', what: 'a page, times that of the smallest district', most: 1.3 },
    measured: ({ all }) => largest([...all('first / smallest district'), ...all('last / smallest district')]),
  },
  {
    ...{ bench: 'million', what: 'a page at a million people, times that at 20,000', most: 1.3 },
    measured: (read) => largest(read.last(/(first|last) \/ smallest district$/)),
  },
  {
    ...{ bench: 'ingest', what: 'full load, rows/s', least: 15_000 },
    measured: ({ all }) => Math.min(...all('full load, rows/s')),
  },
  {
    ...{ bench: 'ingest', what: 'full load, times bare COPY of the records', most: 12 },
    measured: ({ all }) => last(all('full load / COPY of the records')),
  },
  {
    ...{ bench: 'ingest', what: 'daily increment, % of the full load', most: 3 },
    measured: ({ all }) => last(all('increment / full %')),
  },
  {
    ...{ bench: 'ingest', what: 'the process’s memory at its peak, MB', most: 1_024 },
    measured: ({ all }) => largest(all('peak MB')),
  },
  {
    ...{ bench: 'rules', what: 'all rules, s for 100,000 people', most: 3 },
    measured: ({ all }) => last(all('µs per person')) / 10,
  },
  {
    ...{ bench: 'rules', what: 'six rules, times as fast as json-rules-engine', least: 20 },
    measured: ({ all }) => Math.min(...all('json-rules-engine, times as long')),
  },
  {
    ...{ bench: 'rules', what: 'trial of a draft rule, s', most: 2 },
    measured: ({ all }) => largest(all('trial s')),
  },
  {
    ...{ bench: 'rules', what: 'change to alert, p99 ms', most: 1_000 },
    measured: ({ all }) => largest(all('p99 ms')),
  },
  {
    ...{ bench: 'rules', what: 'the same, times the smallest district', most: 1.3 },
    measured: ({ all }) => largest(all('p99, times the smallest')),
  },
  {
    ...{ bench: 'access', what: 'policy, of no policy', least: 0.9 },
    measured: ({ of }) => 1 / of('no policy, no log', 'against policy, no log'),
  },
  {
    ...{ bench: 'access', what: 'log on, of log off', least: 0.8 },
    measured: ({ of }) => of('policy and log', 'against policy, no log'),
  },
  {
    ...{ bench: 'feed', what: 'change feed, of hand-written SQL', least: 0.5 },
    measured: ({ all }) => Math.min(...all('against SQL')),
  },
  {
    ...{ bench: 'export', what: 'export, of COPY of the profile as stored', least: 0.6 },
    measured: ({ of }) => of('COPY of the profile as stored', 'export against it'),
  },
  {
    ...{ bench: 'subscriptions', what: '2,000 subscriptions, p99 ms from commit', most: 500 },
    measured: ({ all }) => largest(all('p99 ms')),
  },
  {
    ...{ bench: 'subscriptions', what: 'their memory at most, MB', most: 1_024 },
    measured: ({ all }) => largest(all('MB at most')),
  },
  {
    ...{ bench: 'shapes', what: 'federated, times merged (p50)', most: 3 },
    measured: ({ of }) => of('federated', 'p50, times merged'),
  },
  {
    ...{ bench: 'start', what: 'node_modules without development, MB', most: 400 },
    measured: ({ all }) => first(all('node_modules MB')),
  },
];

function reader(figures: Figures): Read {
  const values = (column: string): number[] =>
    Object.values(figures).flatMap((row) => (typeof row[column] === 'number' ? [row[column]] : []));
  return {
    of: (row, column) => Number(figures[row]?.[column] ?? Number.NaN),
    all: values,
    last: (rows) =>
      Object.entries(figures).flatMap(([name, row]) => (rows.test(name) ? [Number(Object.values(row).at(-1))] : [])),
  };
}

function isMet({ least = -Infinity, most = Infinity }: Target, value: number): boolean {
  return value >= least && value <= most;
}

/** Every target with its figure; what was not measured says so. */
export function targetsMet(runs: Runs): Figures {
  const rows = TARGETS.map((target) => {
    const { bench, what, least, most, measured } = target;
    const figures = runs[bench]?.figures;
    const value = figures === undefined ? Number.NaN : measured(reader(figures));
    const known = Number.isFinite(value);
    const verdict = isMet(target, value) ? 'yes' : '**no**';
    const reach =
      least === undefined ? `at most ${most?.toLocaleString('en')}` : `at least ${least.toLocaleString('en')}`;
    return [
      `${what} (${bench})`,
      { 'to reach': reach, measured: known ? Number(value.toFixed(2)) : '–', met: known ? verdict : 'not measured' },
    ];
  });
  return Object.fromEntries(rows);
}
