/** The serving process: HTTP face and jobs over one hub. */
import { createSchema, createStandingViewers } from '../../schema/index.ts';
import { createRecordProjection } from '../../schema/records/projection.ts';
import { createClearedExecution } from '../../schema/server/execution.ts';
import { createHttpServer } from '../../schema/server/http-server.ts';
import type { ServerLog } from '../../schema/server/server-log.ts';
import { createLookupQuota } from '../modules/access/index.ts';
import { startSequencer } from '../modules/delivery/index.ts';
import { pendingMigrations } from '../platform/database/migrate.ts';
import type { Log } from '../platform/log.ts';
import { openQueue } from '../platform/queue/open-queue.ts';
import type { Queue } from '../platform/queue/queue.ts';
import { type Access, openAccess } from './access.ts';
import { graphDependencies } from './graph.ts';
import type { Hub } from './hub.ts';
import { countFailedSyncs, type JobDeps, jobHandlers, requestDerive, scheduleJobs } from './jobs.ts';
import { runWebhooks } from './webhooks.ts';

/** The queue of the hub: in its database, or in Redis where it is configured. */
export function openHubQueue(hub: Hub): Promise<Queue> {
  return openQueue({ databaseUrl: hub.db.url, redisUrl: hub.config.redisUrl });
}

function serverLog(log: Log): ServerLog {
  return {
    info: (fields, message) => log.info(message, { ...fields }),
    warn: (fields, message) => log.warn(message, { ...fields }),
    error: (fields, message) => log.error(message, undefined, { ...fields }),
  };
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
  readonly access: Access;
  close(): Promise<void>;
}

function graphOf(hub: Hub, queue: Queue, access: Access) {
  const changed = (): void => {
    requestDerive(queue).catch((error: unknown) => hub.log.error('a change was not carried on', error));
  };
  return graphDependencies(hub, access, { changed, failedSyncs: () => countFailedSyncs(queue) });
}

/** Serves the graph; a decision taken through it asks the queue to carry it on. */
export async function serveGraph(hub: Hub, queue: Queue, { host, port }: ServingSettings): Promise<Serving> {
  const access = await openAccess(hub);
  const { policy, tokens, masks } = access;
  const server = await createHttpServer({
    schema: createSchema(),
    graph: graphOf(hub, queue, access),
    policy,
    tokens,
    masks,
    clock: hub.clock,
    log: serverLog(hub.log),
    ready: async () => (await pendingMigrations(hub.db)).length === 0,
    disclosureLog: hub.audit.log,
    pipelineCounts: () => pipelineCounts(hub),
    limits: hub.config.limits,
  });
  return { port: await server.listen(port, host), access, close: () => server.close() };
}

/** Sends webhooks until closed, each with what its caller may see at that moment. */
export async function sendWebhooks(hub: Hub, queue: Queue): Promise<{ close(): Promise<void> }> {
  const access = await openAccess(hub);
  const schema = createSchema();
  const graph = graphOf(hub, queue, access);
  const viewers = createStandingViewers({
    ...access,
    schema,
    graph,
    clock: hub.clock,
    lookups: createLookupQuota({ clock: hub.clock, ledger: graph.lookupLedger }),
    records: createRecordProjection(schema, createClearedExecution(schema)),
    disclosureLog: hub.audit.log,
  });
  return runWebhooks(hub, viewers);
}

/** Takes jobs, keeps the change feed up and sends webhooks, until closed. */
export async function runJobs(queue: Queue, deps: JobDeps): Promise<{ close(): Promise<void> }> {
  await scheduleJobs(queue, deps.connections);
  const worker = await queue.work(jobHandlers(deps), { concurrency: deps.hub.config.jobConcurrency });
  const sequencer = startSequencer(deps.hub);
  const webhooks = await sendWebhooks(deps.hub, queue);
  return {
    close: async () => {
      await worker.close();
      await webhooks.close();
      await sequencer.close();
    },
  };
}
