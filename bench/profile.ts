/**
 * A household's profile by citizen number, whole, with policy and log, against the same fields by other means without
 * either: PostGraphile 5, Prisma and Pothos, one hand-written SQL statement behind bare HTTP, and the limit, the stored
 * document passed through as text. To reach: at least 2 times PostGraphile and 0.4 of the limit, and a p99 not above
 * PostGraphile's.
 */
import { readFile } from 'node:fs/promises';
import { parse, print, separateOperations } from 'graphql';
import { demoToken } from '../src/app/access.ts';
import type { Hub } from '../src/app/hub.ts';
import type { BenchmarkOptions, Figures } from './benchmark.ts';
import { withDistricts } from './district.ts';
import { loadInTurns, type Target } from './load.ts';
import { startPeers } from './peers/start.ts';
import type { Server } from './program.ts';
import { runHub } from './running-hub.ts';

const OPERATIONS = new URL('../tests/fixtures/operations.graphql', import.meta.url);
const PEER_OPERATION = new URL('./peers/profile.graphql', import.meta.url);
const VIEWS = new URL('./peers/views.sql', import.meta.url);
const [ROUNDS, SECONDS, WARM_UP_SECONDS, CONNECTIONS] = [5, 2, 4, 16];
/** Below what a caller may look up in an hour. */
const HOUSEHOLDS = 2_000;

interface Key {
  readonly residentId: string;
  readonly numberIndex: string;
}

/** One living member of each household: the number, and the blind index under which it is found. */
export async function keysOf({ db, households }: Hub): Promise<readonly Key[]> {
  const rows = await db.query<{ person: number; household: number; numberIndex: string }>(
    `select distinct on (m.household_id) p.id as person, m.household_id as household, p.number_index as "numberIndex"
     from person p join member_fact m on m.person_id = p.id and m.counted and m.died_on is null
     where p.number_index is not null order by m.household_id limit $1`,
    [HOUSEHOLDS],
  );
  const profiles = await households.findMany(
    rows.map(({ household }) => household),
    null,
    { prefixes: ['310105'] },
  );
  return rows.flatMap(({ person, household, numberIndex }) => {
    const residentId = profiles.get(household)?.identities().persons.get(person)?.residentId ?? null;
    return residentId === null ? [] : [{ residentId, numberIndex }];
  });
}

const JSON_BODY = { 'content-type': 'application/json' };

export async function hubTarget(hub: Hub, url: string, keys: readonly Key[]): Promise<Target> {
  const { HouseholdProfile } = separateOperations(parse(await readFile(OPERATIONS, 'utf8')));
  if (HouseholdProfile === undefined) throw new Error('the profile operation is missing');
  const query = print(HouseholdProfile);
  const authorization = `Bearer ${await demoToken(hub, 'district-officer')}`;
  // A caller's hour of lookups is shared by all processes, those of a benchmark before among them.
  await hub.db.execute('DELETE FROM lookup_hour');
  return {
    url,
    headers: { ...JSON_BODY, authorization, 'wanjia-purpose': 'casework' },
    bodies: keys.map(({ residentId }) =>
      JSON.stringify({ query, operationName: 'HouseholdProfile', variables: { residentId } }),
    ),
  };
}

async function peerTargets(
  peers: Readonly<Record<string, Server>>,
  keys: readonly Key[],
): Promise<Record<string, Target>> {
  const query = await readFile(PEER_OPERATION, 'utf8');
  const bodies = keys.map(({ numberIndex }) => JSON.stringify({ query, variables: { numberIndex } }));
  return Object.fromEntries(
    Object.entries(peers).map(([name, { port }]) => [
      name,
      { url: `http://127.0.0.1:${port}/graphql`, headers: JSON_BODY, bodies },
    ]),
  );
}

async function measure(hub: Hub): Promise<Figures> {
  await hub.db.execute(await readFile(VIEWS, 'utf8'));
  const keys = await keysOf(hub);
  const serving = await runHub(hub.config.home);
  const peers = await startPeers(hub.db.url);
  try {
    const targets = { wanjia: await hubTarget(hub, serving.url, keys), ...(await peerTargets(peers, keys)) };
    const found = await loadInTurns(targets, {
      ...{ rounds: ROUNDS, seconds: SECONDS, warmUpSeconds: WARM_UP_SECONDS, connections: CONNECTIONS },
    });
    const own = found.get('wanjia')?.rate ?? 0;
    return Object.fromEntries(
      [...found].map(([name, { rate, rates, medianMs, p99Ms, errors }]) => [
        name,
        {
          'answers/s': Math.round(rate),
          spread: `${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))}`,
          ...{ 'median ms': medianMs, 'p99 ms': p99Ms, errors },
          ...(name === 'wanjia' ? {} : { ratio: Number((own / rate).toFixed(2)) }),
        },
      ]),
    );
  } finally {
    for (const peer of Object.values(peers)) await peer.stop();
    await serving.close();
  }
}

export function benchProfile({ people: [people = 20_000] = [] }: BenchmarkOptions): Promise<Figures> {
  return withDistricts([people], async ([hub]) => (hub === undefined ? {} : measure(hub)));
}
