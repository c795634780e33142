/**
 * An export of all households as NDJSON, decided for its caller, logged, summed, deflated and sealed on disk, against
 * PostgreSQL's own `COPY (SELECT profile …) TO STDOUT` of the same households, which does none of it; in turns. To reach:
 * at least 0.6 of its speed. Both read the same stored documents; the COPY hands them on as they stand, with the sources
 * of every record, the export makes the caller's records of them. Beside it the same COPY of the profile as jsonb.
 */
import { Writable } from 'node:stream';
import { createSchema } from '../schema/index.ts';
import { grantOf } from '../schema/permissions/standing.ts';
import { createRecordProjection } from '../schema/records/projection.ts';
import { createClearedExecution } from '../schema/server/execution.ts';
import { demoToken, openAccess } from '../src/app/access.ts';
import { openExportRun } from '../src/app/exports.ts';
import { graphDependencies } from '../src/app/graph.ts';
import type { Hub } from '../src/app/hub.ts';
import { createLookupQuota } from '../src/modules/access/index.ts';
import { drainOutbox } from '../src/modules/delivery/index.ts';
import { createExportStore, type ExportRequest } from '../src/modules/exports/index.ts';
import { type BenchmarkOptions, type Figures, median } from './benchmark.ts';
import { withDistricts } from './district.ts';

const ROUNDS = 5;
const SECOND_MS = 1_000;
const PURPOSE = 'operations';
const ASKED: Omit<ExportRequest, 'caller'> = {
  types: ['HOUSEHOLD'],
  format: 'NDJSON',
  filter: {},
  after: null,
  expectedRows: 1,
  rowsPerDay: null,
};

const copyOf = (document: string): string => `SELECT ${document} FROM profile_version v
  JOIN household_fact h USING (household_id, valid_from) WHERE v.valid_to = 'infinity' AND h.street_code LIKE '310105%'`;

/** Rows a second of one way to read all households. */
async function rate(work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const rows = await work();
  return (rows * SECOND_MS) / (performance.now() - began);
}

const copy = (hub: Hub, document: string): Promise<number> =>
  hub.db.copyOut(copyOf(document), new Writable({ write: (_chunk, _encoding, done) => done() }));

async function exporterOf(hub: Hub): Promise<() => Promise<number>> {
  const access = await openAccess(hub);
  const jobs = { changed: () => {}, wakeExport: () => {}, failedSyncs: async () => new Map() };
  const graph = graphDependencies(hub, access, jobs);
  const schema = createSchema();
  const run = openExportRun(hub, {
    ...{ ...access, schema, graph, clock: hub.clock, disclosureLog: hub.audit.log },
    lookups: createLookupQuota({ clock: hub.clock, ledger: graph.lookupLedger }),
    records: createRecordProjection(schema, createClearedExecution(schema)),
  });
  const caller = await access.tokens.verify(await demoToken(hub, 'warehouse'));
  const { organisation, subject, identity } = caller;
  if (identity === undefined) throw new Error('the demo’s warehouse cannot be admitted again');
  const grant = grantOf({ policy: access.policy, clock: hub.clock }, caller, PURPOSE);
  const asker = { organisation, subject, identity, purpose: PURPOSE, grant };
  return async () => {
    const id = await hub.db.tx((tx) => graph.exports.start({ ...ASKED, caller: asker }, tx));
    if (!id.ok) throw new Error(id.error);
    await run.run(id.value);
    const done = await createExportStore(hub.db).find(id.value);
    if (done?.state !== 'DONE') throw new Error(`an export ended as ${done?.state} ${done?.error}`);
    return done.rows;
  };
}

async function measure(hub: Hub): Promise<Figures> {
  await drainOutbox(hub.db);
  const exported = await exporterOf(hub);
  const rates = { text: [] as number[], jsonb: [] as number[], exported: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const turn = {
      text: await rate(() => copy(hub, 'v.document')),
      exported: await rate(exported),
      jsonb: await rate(() => copy(hub, 'v.document::jsonb')),
    };
    // The first round warms up.
    if (round > 0) for (const name of ['text', 'exported', 'jsonb'] as const) rates[name].push(turn[name]);
  }
  const of = (name: keyof typeof rates): number => Math.round(median(rates[name]));
  const ratio = (name: 'text' | 'jsonb'): number =>
    Number(median(rates.exported.map((one, round) => one / (rates[name][round] ?? 1))).toFixed(2));
  return {
    'COPY of the profile as stored': { 'households/s': of('text'), 'export against it': ratio('text') },
    'COPY of the profile as jsonb': { 'households/s': of('jsonb'), 'export against it': ratio('jsonb') },
    export: { 'households/s': of('exported'), 'export against it': '' },
  };
}

export function benchExport({ people = [20_000] }: BenchmarkOptions): Promise<Figures> {
  return withDistricts(people.slice(0, 1), async ([hub]) => (hub === undefined ? {} : measure(hub)));
}
