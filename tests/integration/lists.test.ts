/** Lists of households and alerts: every page has its rows once, the count is theirs, and neither costs what the list is long. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type City, createCity, writeDelivery } from '../../sim/index.ts';
import { demoToken } from '../../src/app/access.ts';
import { ingestDirectory } from '../../src/app/deliveries.ts';
import { openFace, serveGraph } from '../../src/app/serve.ts';
import { addDays, asDay } from '../../src/kernel/day.ts';
import { prismaOver } from '../../src/platform/prisma.ts';
import { readStatements } from '../support/read-statements.ts';
import { type Answer, operation, serveHub } from '../support/served-hub.ts';

const DAY = asDay('2026-10-20');
const PEOPLE = 600;
/** Rows of a page. */
const PAGE = { FindHouseholds: 90, OpenAlerts: 6 } as const;
const { hub, queue } = await serveHub();
/** One that reads by Prisma over the hub's own connections, which tell what they read. */
const { port, close } = await serveGraph(await openFace({ ...hub, prisma: prismaOver(hub.db.pool) }, queue), {
  ...{ host: '127.0.0.1', port: 0 },
});
afterAll(close);

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type Asker = readonly [persona: string, purpose: string];
type List = 'FindHouseholds' | 'OpenAlerts';

async function ask([persona, purpose]: Asker, query: string, variables: object): Promise<Page> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await demoToken(hub, persona)}`,
      'wanjia-purpose': purpose,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as Answer<Readonly<Record<string, Page | null>>>;
  const [page] = Object.values(data ?? {});
  if (page == null) throw new Error(`a list did not answer: ${errors?.map(({ message }) => message)}`);
  return page;
}

const pageOf = async (asker: Asker, list: List, variables: object): Promise<Page> =>
  ask(asker, await operation(list), { filter: {}, ...variables });

const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);

/** All rows, page by page; each page tells the same count. */
async function walk(asker: Asker, list: List, filter: object): Promise<{ ids: string[]; cursors: string[] }> {
  const [ids, cursors]: [string[], string[]] = [[], []];
  const totals = new Set<number>();
  for (let after: string | null = null, more = true; more; ) {
    const page: Page = await pageOf(asker, list, { filter, first: PAGE[list], after });
    ids.push(...idsOf(page));
    cursors.push(...page.edges.map(({ cursor }) => cursor));
    totals.add(page.totalCount);
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect([...totals]).toEqual([ids.length]);
  return { ids, cursors };
}

async function deliver(delivery: (city: City) => Parameters<typeof writeDelivery>[1]): Promise<void> {
  const folder = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'lists-'));
  await writeDelivery(folder, delivery(createCity({ seed: 1, people: PEOPLE, startDay: DAY })));
  await ingestDirectory(hub, folder);
  await rm(folder, { recursive: true });
}

beforeAll(async () => {
  await deliver((city) => ({ city, day: DAY, mode: 'full' }));
  await hub.db.execute('vacuum analyze');
}, 120_000);

const OFFICER: Asker = ['district-officer', 'casework'];
/** Not shown hits of restricted rules. */
const FINDER: Asker = ['district-officer', 'discovery'];
const ADVISER: Asker = ['adviser', 'casework'];
const STREET = '310105001';

const FILTERS: Readonly<Record<List, readonly object[]>> = {
  FindHouseholds: [
    ...[{}, { streetCode: STREET }, { kind: 'ROLL' }, { registeredClass: ['DB'] }, { registeredClass: ['DB', 'QT'] }],
    ...[
      { withoutClass: true, kind: 'ASSISTANCE' },
      { withoutClass: false, kind: 'ASSISTANCE' },
      { hasOpenAlert: true },
    ],
    ...[
      { hasOpenAlert: false },
      { hasOpenAlert: true, streetCode: STREET },
      { hasOpenAlert: false, kind: 'ASSISTANCE' },
    ],
    ...[
      { hasOpenAlert: true, registeredClass: ['DB'] },
      { hasOpenAlert: true, withoutClass: true },
    ],
    { hasOpenAlert: false, minMembers: 3 },
  ],
  OpenAlerts: [
    ...[{}, { streetCode: STREET }, { states: ['OPEN', 'CLOSED'] }, { states: [] }, { severities: ['RED', 'ORANGE'] }],
    { ruleIds: ['R01'] },
  ],
};

async function expectWholeLists(askers: readonly Asker[]): Promise<void> {
  for (const list of ['FindHouseholds', 'OpenAlerts'] as const)
    for (const asker of askers)
      for (const filter of asker === ADVISER ? [{}] : FILTERS[list]) {
        const { ids } = await walk(asker, list, filter);
        expect(new Set(ids).size).toBe(ids.length);
      }
}

describe('lists', () => {
  it('have every row once, page by page, and count them', async () => {
    expect((await walk(OFFICER, 'FindHouseholds', {})).ids.length).toBeGreaterThan(2 * PAGE.FindHouseholds);
    expect((await walk(OFFICER, 'OpenAlerts', {})).ids.length).toBeGreaterThan(2 * PAGE.OpenAlerts);
    await expectWholeLists([FINDER, ADVISER]);
  }, 120_000);

  it.each([OFFICER, FINDER])('of alerts are read backwards as forwards: %s %s', async (...asker) => {
    const { ids, cursors } = await walk(asker, 'OpenAlerts', {});
    const query = (await operation('OpenAlerts'))
      .replace('$first: Int!, $after: String', '$last: Int!, $before: String')
      .replace('first: $first, after: $after', 'last: $last, before: $before');
    const found: string[] = [];
    for (let before: string | null = null; found.length < ids.length; ) {
      const page: Page = await ask(asker, query, { filter: {}, last: PAGE.OpenAlerts, before });
      expect(page.totalCount).toBe(ids.length);
      found.unshift(...idsOf(page));
      before = cursors[ids.length - found.length] ?? null;
    }
    expect(found).toEqual(ids);
  });

  it('read a page, not the list, at the end as at the beginning', async () => {
    for (const list of ['FindHouseholds', 'OpenAlerts'] as const) {
      const { ids, cursors } = await walk(OFFICER, list, {});
      for (const after of [null, cursors[ids.length - PAGE[list] - 1]]) {
        const statements = await readStatements(hub.db, async () => {
          expect(idsOf(await pageOf(OFFICER, list, { first: PAGE[list], after }))).toHaveLength(PAGE[list]);
        });
        const read = statements.filter(({ text }) =>
          /from household_fact h where|FROM "public"."alert" WHERE/.test(text),
        );
        expect(read.length).toBeGreaterThan(0);
        // An alert with its hits.
        for (const { rows, executions } of read) expect(rows / executions).toBeLessThanOrEqual(3 * (PAGE[list] + 1));
      }
    }
  });

  it('count right after households changed, alerts were worked on, and the differences were added up', async () => {
    await deliver((city) => ({ city, day: addDays(DAY, 1), mode: 'increment', since: DAY, touch: 0.3 }));
    await hub.db.execute(`update alert set state = 'CLOSED' where id % 7 = 0`);
    await hub.db.execute(`update alert set state = 'ASSIGNED', street_code = '310105002', severity = 'RED',
      severity_rank = 1 where id % 5 = 0 and state <> 'CLOSED'`);
    await expectWholeLists([FINDER]);
  }, 120_000);
});
