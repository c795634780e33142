/** The serving process: HTTP face and jobs over one hub. */
import type { GraphQLSchema } from 'graphql';
import {
  createSchema,
  createStandingViewers,
  type GraphDependencies,
  type StandingViewerParts,
  type StandingViewers,
  usedClasses,
} from '../../schema/index.ts';
import { createRecordProjection } from '../../schema/records/projection.ts';
import { createClearedExecution, type Execution } from '../../schema/server/execution.ts';
import { createHttpServer } from '../../schema/server/http-server.ts';
import { createLookupQuota } from '../modules/access/index.ts';
import { startSequencer } from '../modules/delivery/index.ts';
import { pendingMigrations } from '../platform/database/migrate.ts';
import { openQueue } from '../platform/queue/open-queue.ts';
import type { Queue } from '../platform/queue/queue.ts';
import { type Access, errandsOf, openAccess } from './access.ts';
import { exportHandlers, openExportRun, requestExport, scheduleExports } from './exports.ts';
import { graphDependencies } from './graph.ts';
import type { Hub } from './hub.ts';
import { countFailedSyncs, type JobDeps, jobHandlers, requestDerive, scheduleJobs } from './jobs.ts';
import { runMessages } from './messages.ts';
import { serverLog } from './server-log.ts';
import { runWebhooks } from './webhooks.ts';

/** The queue of the hub: in its database, or in Redis where it is configured. */
export function openHubQueue(hub: Hub): Promise<Queue> {
  return openQueue({ databaseUrl: hub.db.url, redisUrl: hub.config.redisUrl });
}

async function pipelineCounts({ db }: Hub): Promise<Readonly<Record<string, number>>> {
  const [counts] = await db.query<Record<string, number>>(
    `select (select count(*)::int from quarantined_row where state = 'OPEN') as quarantined_rows,
       (select count(*)::int from identity_review where state = 'OPEN') as identity_reviews,
       (select count(*)::int from alert where state <> 'CLOSED') as open_alerts,
       (select count(*)::int from household_mark) as households_to_build,
       coalesce((select drifted from full_pass order by id desc limit 1), 0) as drifted_results`,
  );
  return counts ?? {};
}

export interface ServingSettings {
  readonly host: string;
  readonly port: number;
}

export interface Serving {
  readonly port: number;
  /** Every path that is answered. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

/** What this process answers with, opened once: whoever is asked, by a request or by itself, notices changes at once. */
export interface Face {
  readonly hub: Hub;
  readonly access: Access;
  readonly schema: GraphQLSchema;
  readonly graph: GraphDependencies;
  readonly execution: Execution;
  /** What it takes to answer callers that are not asking at this moment. */
  readonly standing: StandingViewerParts & Access;
  /** Callers that are told without asking. */
  readonly viewers: StandingViewers;
}

/** A decision taken through the face asks the queue to carry it on. */
export async function openFace(hub: Hub, queue: Queue): Promise<Face> {
  const schema = createSchema();
  const access = await openAccess(hub, usedClasses(schema));
  const changed = (): void => {
    requestDerive(queue).catch((error: unknown) => hub.log.error('a change was not carried on', error));
  };
  const wakeExport = (id: number): void => {
    requestExport(queue, id).catch((error: unknown) => hub.log.error('an export begins later', error, { export: id }));
  };
  const graph = graphDependencies(hub, access, { changed, wakeExport, failedSyncs: () => countFailedSyncs(queue) });
  const execution = createClearedExecution(schema);
  const standing = {
    ...access,
    schema,
    graph,
    execution,
    clock: hub.clock,
    lookups: createLookupQuota({ clock: hub.clock, ledger: graph.lookupLedger }),
    records: createRecordProjection(schema, execution),
    disclosureLog: hub.audit.log,
  };
  return { hub, access, schema, graph, execution, standing, viewers: createStandingViewers(standing) };
}

export async function serveGraph(face: Face, { host, port }: ServingSettings): Promise<Serving> {
  const { hub, access, schema, graph, execution } = face;
  const { policy, tokens, masks } = access;
  const server = await createHttpServer({
    schema,
    graph,
    execution,
    policy,
    tokens,
    masks,
    clock: hub.clock,
    log: serverLog(hub.log),
    ready: async () => (await pendingMigrations(hub.db)).length === 0,
    disclosureLog: hub.audit.log,
    pipelineCounts: () => pipelineCounts(hub),
    limits: hub.config.limits,
    trustedOnly: hub.config.trustedOnly,
    streams: hub.config.streams,
    errands: await errandsOf(hub),
  });
  return { port: await server.listen(port, host), paths: server.paths, close: () => server.close() };
}

/** Takes jobs, keeps the change feed up, writes exports, sends webhooks and messages, until closed. */
export async function runJobs(
  queue: Queue,
  { face, ...deps }: Omit<JobDeps, 'hub'> & { readonly face: Face },
): Promise<{ close(): Promise<void> }> {
  const { hub, viewers } = face;
  await scheduleJobs(queue, deps.connections);
  await scheduleExports(queue);
  const exporting = openExportRun(hub, face.standing);
  const handlers = [...jobHandlers({ hub, ...deps }), ...exportHandlers(exporting, face.graph.exports, hub)];
  const worker = await queue.work(handlers, { concurrency: hub.config.jobConcurrency });
  const sequencer = startSequencer(hub);
  const webhooks = runWebhooks(hub, viewers);
  const messages = runMessages(hub, face);
  return {
    close: async () => {
      await exporting.close();
      await worker.close();
      await webhooks.close();
      await messages.close();
      await sequencer.close();
    },
  };
}
