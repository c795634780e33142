/**
 * The change feed over HTTP, one reader and pages of 1,000, against hand-written SQL that reads the same pages with no
 * access, no record of who was told and nothing opened; page by page in turns. To reach: at least 0.5 of its rate.
 */
import { readFile } from 'node:fs/promises';
import { parse, print, separateOperations } from 'graphql';
import { demoToken, openAccess } from '../src/app/access.ts';
import type { Hub } from '../src/app/hub.ts';
import { drainOutbox } from '../src/modules/delivery/index.ts';
import { type BenchmarkOptions, type Figures, median } from './benchmark.ts';
import { withDistricts } from './district.ts';
import { openBenchFace } from './face.ts';

const OPERATIONS = new URL('../tests/fixtures/operations.graphql', import.meta.url);
const [ROUNDS, PAGE] = [5, 1_000];

const CALLERS: Readonly<Record<string, { readonly persona: string; readonly purpose: string }>> = {
  'identity masked': { persona: 'district-officer', purpose: 'discovery' },
  'identity seen': { persona: 'district-officer', purpose: 'casework' },
  pseudonymous: { persona: 'warehouse', purpose: 'operations' },
};

const IN_FORCE = 'v.valid_from <= d.day AND v.valid_to > d.day';

/** What an engineer with the database's password would write: every change with what its entity holds now. */
const BY_HAND = `SELECT c.position, c.type, c.entity_id, c.operation, c.version, c.changed_at, CASE c.type
    WHEN 'HOUSEHOLD' THEN (SELECT v.document FROM profile_version v
      WHERE v.household_id = c.household_id AND ${IN_FORCE})
    WHEN 'PERSON' THEN (SELECT m.value FROM profile_version v, json_array_elements(v.document -> 'members') m
      WHERE v.household_id = c.household_id AND ${IN_FORCE} AND m.value -> 'person' ->> 'id' = c.entity_id)
    WHEN 'ALERT' THEN (SELECT json_build_object('alert', a, 'hits', (SELECT json_agg(t) FROM alert_hit t WHERE t.alert_id = a.id))
      FROM alert a WHERE a.id = c.entity_id::bigint)
    END AS record
  FROM hub_day d, change c WHERE c.position > $1 AND c.type = ANY($2) ORDER BY c.position LIMIT ${PAGE}`;

interface Page {
  readonly edges: readonly { readonly type: string; readonly id: string; readonly record: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

interface Reading {
  readonly rows: number;
  readonly milliseconds: number;
}

/** Reads everything once by both, page by page in turns. */
async function readOnce(
  hub: Hub,
  ask: (after: string | null) => Promise<Page>,
): Promise<{ feed: Reading; sql: Reading }> {
  let [feed, sql] = [
    { rows: 0, milliseconds: 0 },
    { rows: 0, milliseconds: 0 },
  ];
  let types: readonly string[] = [];
  let [cursor, position]: [string | null, number] = [null, 0];
  for (let more = true; more; ) {
    const [page, pageMs] = await timed(() => ask(cursor));
    feed = { rows: feed.rows + page.edges.length, milliseconds: feed.milliseconds + pageMs };
    if (types.length === 0) types = ['HOUSEHOLD', 'PERSON', 'ALERT'];
    const [rows, rowsMs] = await timed(() =>
      hub.db.query<{ position: number }>(BY_HAND, [position, types], { name: 'by hand' }),
    );
    sql = { rows: sql.rows + rows.length, milliseconds: sql.milliseconds + rowsMs };
    position = rows.at(-1)?.position ?? position;
    ({ endCursor: cursor, hasNextPage: more } = page.pageInfo);
  }
  return { feed, sql };
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const done = await work();
  return [done, performance.now() - began];
}

async function askerOf(hub: Hub, url: string, { persona, purpose }: { persona: string; purpose: string }) {
  const { Changes } = separateOperations(parse(await readFile(OPERATIONS, 'utf8')));
  if (Changes === undefined) throw new Error('the operation of the feed is missing');
  const query = print(Changes);
  const headers = {
    authorization: `Bearer ${await demoToken(hub, persona)}`,
    'wanjia-purpose': purpose,
    'content-type': 'application/json',
  };
  return async (after: string | null): Promise<Page> => {
    const variables = { after, first: PAGE, types: ['HOUSEHOLD', 'PERSON', 'ALERT'] };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data } = (await answer.json()) as { readonly data: { readonly changes: Page } | null };
    if (data === null) throw new Error('the feed did not answer');
    return data.changes;
  };
}

async function measure(hub: Hub): Promise<Figures> {
  await drainOutbox(hub.db);
  await hub.db.execute('ANALYZE');
  const { url, close } = await openBenchFace(hub, await openAccess(hub));
  const figures: Record<string, Figures[string]> = {};
  for (const [name, caller] of Object.entries(CALLERS)) {
    const ask = await askerOf(hub, url, caller);
    const [ratios, rates]: [number[], number[]] = [[], []];
    let rows = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      process.stderr.write(`feed: ${name}, round ${round} of ${ROUNDS} …\n`);
      const { feed, sql } = await readOnce(hub, ask);
      if (feed.rows !== sql.rows) throw new Error(`${feed.rows} changes were told, ${sql.rows} read`);
      rows = feed.rows;
      // The first round warms up.
      if (round === 0) continue;
      ratios.push(sql.milliseconds / feed.milliseconds);
      rates.push((1_000 * feed.rows) / feed.milliseconds);
    }
    figures[name] = {
      changes: rows,
      'changes/s': Math.round(median(rates)),
      'against SQL': Number(median(ratios).toFixed(2)),
    };
  }
  await close();
  return figures;
}

export function benchFeed({ people: [people = 4_000] = [] }: BenchmarkOptions): Promise<Figures> {
  return withDistricts([people], async ([hub]) => (hub === undefined ? {} : measure(hub)));
}
