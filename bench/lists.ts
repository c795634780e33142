/**
 * Lists and their counts over HTTP, the first page, one in the middle and the last, in districts of several sizes that take
 * turns. To reach: no page costs more than 1.3 times the first of its list, nor than the same page of the smallest district.
 * Beside the time, the blocks that the statements of a page touch, by their own plans.
 */
import { readFile } from 'node:fs/promises';
import { parse, print, separateOperations } from 'graphql';
import { demoToken, openAccess } from '../src/app/access.ts';
import type { Hub } from '../src/app/hub.ts';
import { prismaOver } from '../src/platform/prisma.ts';
import { readStatements } from '../tests/support/read-statements.ts';
import { type BenchmarkOptions, type Figures, median, rounded } from './benchmark.ts';
import { withDistricts } from './district.ts';
import { openBenchFace } from './face.ts';
import { type RunningHub, runHub } from './running-hub.ts';

const OPERATIONS = new URL('../tests/fixtures/operations.graphql', import.meta.url);
const SIZES = [20_000, 50_000];
const [ROUNDS, ASKED_PER_ROUND, PAGE] = [5, 4, 50];
const PLACES = ['first', 'middle', 'last'] as const;

type Place = (typeof PLACES)[number];

interface List {
  readonly operation: 'FindHouseholds' | 'OpenAlerts';
  readonly filter: Readonly<Record<string, unknown>>;
  /** Ids in the order of the list. */
  readonly ids: string;
}

const NOW = `from household_fact h where h.valid_to = 'infinity'`;
const OPEN = `from alert a where a.state <> 'CLOSED'`;

/** `street` is one of the district. */
const listsOf = (street: string): Readonly<Record<string, List>> => ({
  'all households': { operation: 'FindHouseholds', filter: {}, ids: `select household_id as id ${NOW} order by 1` },
  'households of a street': {
    ...{ operation: 'FindHouseholds', filter: { streetCode: street } },
    ids: `select household_id as id ${NOW} and street_code = '${street}' order by 1`,
  },
  'households on subsistence allowance': {
    ...{ operation: 'FindHouseholds', filter: { registeredClass: ['DB'] } },
    ids: `select household_id as id ${NOW} and class_code = 'DB' order by 1`,
  },
  'households with an open alert': {
    ...{ operation: 'FindHouseholds', filter: { hasOpenAlert: true } },
    ids: `select household_id as id ${OPEN} order by 1`,
  },
  'open alerts': { operation: 'OpenAlerts', filter: {}, ids: `select id ${OPEN} order by severity_rank, id` },
  'open alerts of a street': {
    ...{ operation: 'OpenAlerts', filter: { streetCode: street } },
    ids: `select id ${OPEN} and street_code = '${street}' order by severity_rank, id`,
  },
});

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string }[];
}

type Ask = (list: List, after: string | null) => Promise<Connection>;

async function askerOf(hub: Hub, url: string): Promise<Ask> {
  const operations = separateOperations(parse(await readFile(OPERATIONS, 'utf8')));
  const headers = {
    authorization: `Bearer ${await demoToken(hub, 'district-officer')}`,
    'wanjia-purpose': 'casework',
    'content-type': 'application/json',
  };
  const texts = new Map(Object.entries(operations).map(([name, operation]) => [name, print(operation)]));
  return async ({ operation, filter }, after) => {
    const body = JSON.stringify({ query: texts.get(operation), variables: { filter, first: PAGE, after } });
    const answer = await fetch(url, { method: 'POST', headers, body });
    const { data } = (await answer.json()) as { readonly data: Readonly<Record<string, Connection>> | null };
    const [connection] = Object.values(data ?? {});
    if (connection === undefined || connection.edges.length === 0) throw new Error(`a page of ${operation} is empty`);
    return connection;
  };
}

/** A cursor of the same list, of another row. */
function cursorLike(known: string, id: number): string {
  const text = Buffer.from(known, 'base64').toString();
  return Buffer.from(text.replace(/\d+$/, String(id))).toString('base64');
}

interface Subject {
  readonly hub: Hub;
  readonly running: RunningHub;
  readonly lists: Readonly<Record<string, List>>;
  readonly ask: Ask;
}

type Cursors = Readonly<Record<Place, string | null>>;

async function cursorsOf({ hub, ask }: Subject, list: List): Promise<Cursors> {
  const { edges } = await ask(list, null);
  const [size] = await hub.db.query<{ rows: number }>(`select count(*)::int as rows from (${list.ids}) listed`);
  const rows = size?.rows ?? 0;
  const after = async (passed: number): Promise<string> => {
    const [row] = await hub.db.query<{ id: number }>(`${list.ids} offset $1 limit 1`, [Math.max(0, passed - 1)]);
    return cursorLike(edges[0]?.cursor ?? '', row?.id ?? 0);
  };
  return { first: null, middle: await after(Math.floor(rows / 2)), last: await after(rows - Math.min(PAGE, rows - 1)) };
}

/** Blocks that the statements of one page touch. */
async function blocksOf(hub: Hub, ask: Ask, list: List, cursor: string | null): Promise<number> {
  await ask(list, cursor);
  const statements = await readStatements(hub.db, async () => void (await ask(list, cursor)), { asPlanned: true });
  return statements.reduce((sum, { blocks }) => sum + blocks, 0);
}

async function subjectOf(hub: Hub): Promise<Subject> {
  const [first] = await hub.db.query<{ street: string }>(`select min(street_code) as street ${NOW}`);
  const running = await runHub(hub.config.home);
  const ask = await askerOf(hub, running.url);
  return { hub, running, lists: listsOf(first?.street ?? ''), ask };
}

type Times = Record<Place, number[]>;

async function time({ ask }: Subject, list: List, cursors: Cursors, times: Times): Promise<void> {
  for (const place of PLACES)
    for (let asked = 0; asked < ASKED_PER_ROUND; asked += 1) {
      const began = performance.now();
      await ask(list, cursors[place]);
      times[place].push(performance.now() - began);
    }
}

/** What a list costs in one district. */
export interface ListCost {
  readonly total: number;
  readonly ms: Readonly<Record<Place, number>>;
  readonly blocks: Readonly<Record<Place, number>>;
}

async function measureList(subjects: readonly Subject[], name: string): Promise<readonly ListCost[]> {
  const rows = subjects.map((subject) => ({ subject, times: { first: [], middle: [], last: [] } as Times }));
  const cursors = new Map<Subject, Cursors>();
  const listOf = ({ lists }: Subject): List => lists[name] as List;
  for (const subject of subjects) cursors.set(subject, await cursorsOf(subject, listOf(subject)));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { subject, times } of rows) {
      // The first round warms up.
      if (round === 1) for (const place of PLACES) times[place].length = 0;
      await time(subject, listOf(subject), cursors.get(subject) as Cursors, times);
    }
  const measured: ListCost[] = [];
  for (const { subject, times } of rows) {
    // By its own connections Prisma tells nobody what its statements read.
    const hub = { ...subject.hub, prisma: prismaOver(subject.hub.db.pool) };
    const face = await openBenchFace(hub, await openAccess(hub));
    const ask = await askerOf(subject.hub, face.url);
    const blocks = { first: 0, middle: 0, last: 0 };
    for (const place of PLACES)
      blocks[place] = await blocksOf(subject.hub, ask, listOf(subject), cursors.get(subject)?.[place] ?? null);
    await face.close();
    const ms = { first: median(times.first), middle: median(times.middle), last: median(times.last) };
    measured.push({ total: (await subject.ask(listOf(subject), null)).totalCount, ms, blocks });
  }
  return measured;
}

/** The figures of a list, beside those of the smallest district. */
export function listRow({ total, ms, blocks }: ListCost, smallest: ListCost): Figures[string] {
  return {
    rows: total,
    ...Object.fromEntries(PLACES.map((place) => [`${place} page ms`, rounded(ms[place])])),
    'last / first': rounded(ms.last / ms.first),
    'first / smallest district': rounded(ms.first / smallest.ms.first),
    'last / smallest district': rounded(ms.last / smallest.ms.last),
    ...Object.fromEntries(PLACES.map((place) => [`${place} page blocks`, blocks[place]])),
  };
}

/** Measures each list in districts in turns. */
export async function measureLists(hubs: readonly Hub[]): Promise<ReadonlyMap<string, readonly ListCost[]>> {
  const subjects: Subject[] = [];
  try {
    for (const hub of hubs) subjects.push(await subjectOf(hub));
    const costs = new Map<string, readonly ListCost[]>();
    for (const name of Object.keys(subjects[0]?.lists ?? {})) {
      process.stderr.write(`lists: ${name} …\n`);
      costs.set(name, await measureList(subjects, name));
    }
    return costs;
  } finally {
    for (const { running } of subjects) await running.close();
  }
}

export function benchLists({ people: sizes = SIZES }: BenchmarkOptions): Promise<Figures> {
  return withDistricts(sizes, async (hubs) => {
    const costs = await measureLists(hubs);
    const rows = [...costs].flatMap(([name, measured]) =>
      measured.map((cost, index) => [
        `${name}, ${sizes[index]?.toLocaleString('en')} people`,
        listRow(cost, measured[0] ?? cost),
      ]),
    );
    return Object.fromEntries(rows);
  });
}
