/**
 * What access costs: the profile operation over HTTP with policy and log, and without each, over one hub in turns. To
 * reach, as ratios of one run: full policy against none at least 0.9, log on against off at least 0.8.
 */
import { readFile } from 'node:fs/promises';
import { parse, print, separateOperations } from 'graphql';
import { createSchema } from '../schema/index.ts';
import { createNettedExecution } from '../schema/server/execution.ts';
import type { HttpServerParts } from '../schema/server/http-server.ts';
import { demoToken, openAccess } from '../src/app/access.ts';
import type { Hub } from '../src/app/hub.ts';
import type { Clearance } from '../src/modules/access/index.ts';
import type { DisclosureLog } from '../src/modules/audit/index.ts';
import type { BenchmarkOptions, Figures } from './benchmark.ts';
import { withDistricts } from './district.ts';
import { openBenchFace } from './face.ts';
import { loadInTurns } from './load.ts';

const OPERATIONS = new URL('../tests/fixtures/operations.graphql', import.meta.url);
const [ROUNDS, SECONDS, CONCURRENCY] = [5, 2, 32];

/** The log that keeps nothing: only to know what keeping costs. */
const NO_LOG: DisclosureLog = {
  admit: () => ({ record: async () => {}, release: () => {} }),
  close: async () => {},
};

const OPEN: Clearance = {
  key: 'open',
  rows: { households: true, referrals: false, alerts: true, alertRules: null, feeds: 'all' },
  lookups: { perHour: 1, missesPerHour: 1 },
  childrenUnder: 14,
  asks: new Set(),
  factorsOf: () => [],
  emergencyMinutes: 60,
  decide: () => ({ kind: 'allow' }),
  settled: () => ({ kind: 'allow' }),
  sectionOf: () => 'open',
  isPersonal: () => true,
};

async function serveVariants(hub: Hub) {
  const access = await openAccess(hub);
  const { policy } = access;
  const serve = (changes: Partial<HttpServerParts>) =>
    openBenchFace(hub, access, { disclosureLog: NO_LOG, ...changes });
  return {
    'policy and log': await serve({ disclosureLog: hub.audit.log }),
    'policy, no log': await serve({}),
    'shield only, no log': await serve({ execution: createNettedExecution(createSchema()) }),
    'no policy, no log': await serve({ policy: { ...policy, clear: () => OPEN } }),
  };
}

/** Profiles by id: the lookup by number has a quota, which is not what is measured. */
async function profileBodies(hub: Hub): Promise<string[]> {
  const { HouseholdById } = separateOperations(parse(await readFile(OPERATIONS, 'utf8')));
  if (HouseholdById === undefined) throw new Error('the profile operation is missing');
  const query = print(HouseholdById);
  const homes = await hub.db.query<{ id: number }>('select id from household order by id limit 500');
  return homes.map(({ id }) => JSON.stringify({ query, operationName: 'HouseholdById', variables: { id: `H${id}` } }));
}

async function measure(hub: Hub): Promise<Figures> {
  const headers = {
    authorization: `Bearer ${await demoToken(hub, 'district-officer')}`,
    'wanjia-purpose': 'casework',
    'content-type': 'application/json',
  };
  const bodies = await profileBodies(hub);
  const variants = await serveVariants(hub);
  const targets = Object.fromEntries(
    Object.entries(variants).map(([name, { url }]) => [name, { url, headers, bodies }]),
  );
  const found = await loadInTurns(targets, { rounds: ROUNDS, seconds: SECONDS, connections: CONCURRENCY });
  for (const { close } of Object.values(variants)) await close();
  const base = found.get('policy, no log')?.rate ?? 0;
  return Object.fromEntries(
    [...found].map(([name, { rate, rates, medianMs, p99Ms, errors }]) => [
      name,
      {
        'answers/s': Math.round(rate),
        spread: `${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))}`,
        'against policy, no log': Number((rate / base).toFixed(2)),
        ...{ 'median ms': medianMs, 'p99 ms': p99Ms, errors },
      },
    ]),
  );
}

export function benchAccess({ people: [people = 3_000] = [] }: BenchmarkOptions): Promise<Figures> {
  return withDistricts([people], async ([hub]) => (hub === undefined ? {} : measure(hub)));
}
