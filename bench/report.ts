/** `npm run bench -- report`: fills the tables of docs/performance.md, and draws its plots, from the newest results. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Figures } from './benchmark.ts';
import { type Bar, barPlot, type Line, linePlot } from './plot.ts';
import { newestRuns, type Runs } from './results.ts';
import { targetsMet } from './targets.ts';

const DOCUMENT = new URL('../docs/performance.md', import.meta.url);
const PLOTS = new URL('../docs/plots/', import.meta.url);
const BLOCK = /<!-- figures: (\w+) -->[\s\S]*?<!-- end -->/g;
/** Tables with more columns are turned on their side. */
const WIDE = 6;

type Cell = number | string | undefined;

const cell = (value: Cell): string =>
  typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 2 }) : (value ?? '');

function turned(figures: Figures): Figures {
  const rows: Record<string, Record<string, number | string>> = {};
  for (const [name, row] of Object.entries(figures))
    for (const [column, value] of Object.entries(row)) rows[column] = { ...rows[column], [name]: value };
  return rows;
}

function table(figures: Figures): string {
  const columns = [...new Set(Object.values(figures).flatMap((row) => Object.keys(row)))];
  if (columns.length > WIDE && columns.length > Object.keys(figures).length) return table(turned(figures));
  const line = (name: string, cells: readonly Cell[]): string => `| ${[name, ...cells.map(cell)].join(' | ')} |`;
  return [
    line('', columns),
    `|---|${columns.map(() => '--:|').join('')}`,
    ...Object.entries(figures).map(([name, row]) =>
      line(
        name,
        columns.map((column) => row[column]),
      ),
    ),
  ].join('\n');
}

function filled(name: string, runs: Runs): string {
  if (name === 'targets') return table(targetsMet(runs));
  const run = runs[name];
  if (run === undefined) return 'Not measured yet.';
  return `${table(run.figures)}\n\n${run.at.slice(0, 10)}, ${Math.round(run.seconds)} s, ${run.machine}.`;
}

/** `1,234–2,345`, as figures tell how far runs lay apart. */
function spreadOf(value: Cell): readonly [number, number] | undefined {
  const [from, to] = String(value ?? '')
    .split('–')
    .map((part) => Number(part.replaceAll(',', '')));
  return from === undefined || to === undefined || Number.isNaN(from + to) ? undefined : [from, to];
}

function barsOf(figures: Figures, column: string): readonly Bar[] {
  return Object.entries(figures).flatMap(([name, row]) => {
    const value = row[column];
    return typeof value === 'number' ? [{ name, value, spread: spreadOf(row.spread) }] : [];
  });
}

/** What of the million is drawn, each beside itself in the smallest district. */
const GROWING: Readonly<Record<string, string>> = {
  'full load: rows/s': 'full load, time a row',
  'full load: peak MB': 'full load, peak memory',
  'everybody judged: judged s': 'everybody judged, time a person',
  'change to alert: p99 ms': 'change to alert, p99',
  'profile: median ms': 'profile, median',
  'all households: last page ms': 'last page of households',
  'open alerts: last page ms': 'last page of alerts',
  'disk: database MB': 'disk, bytes a person',
};
const RATES: ReadonlySet<string> = new Set(['full load: rows/s']);
const TOTALS: ReadonlySet<string> = new Set(['everybody judged: judged s', 'disk: database MB']);

function growthLines(figures: Figures): readonly Line[] {
  return Object.entries(GROWING).flatMap(([row, name]) => {
    const points = Object.entries(figures[row] ?? {}).flatMap(([size, value]): [number, number][] => {
      const people = Number.parseInt(size.replaceAll(',', ''), 10);
      if (typeof value !== 'number') return [];
      return [[people, RATES.has(row) ? 1 / value : value / (TOTALS.has(row) ? people : 1)]];
    });
    const base = points[0]?.[1] ?? 0;
    return base === 0 ? [] : [{ name, points: points.map(([x, y]): [number, number] => [x, y / base]) }];
  });
}

function plotsOf({ profile, million }: Runs): Readonly<Record<string, string>> {
  return {
    ...(profile && {
      profile: barPlot('Household profiles answered in a second', barsOf(profile.figures, 'answers/s')),
    }),
    ...(million && {
      growth: linePlot('Cost beside the smallest district’s (1 = does not grow)', growthLines(million.figures)),
    }),
  };
}

export async function report(): Promise<void> {
  const runs = await newestRuns();
  await mkdir(PLOTS, { recursive: true });
  for (const [name, svg] of Object.entries(plotsOf(runs))) await writeFile(new URL(`${name}.svg`, PLOTS), svg);
  const text = await readFile(DOCUMENT, 'utf8');
  const block = (_: string, name: string): string =>
    `<!-- figures: ${name} -->\n\n${filled(name, runs)}\n\n<!-- end -->`;
  await writeFile(DOCUMENT, text.replace(BLOCK, block));
}
