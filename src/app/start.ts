/** `start`: from an empty folder to a hub that answers, told stage by stage. */

import type { Config } from '../config/index.ts';
import { AGENCIES, AGENCY_TITLE } from '../kernel/agency.ts';
import { beijingDay, type Clock } from '../kernel/clock.ts';
import { requireFreePort } from '../platform/http/listen.ts';
import type { Log } from '../platform/log.ts';
import { createShutdown, type Shutdown } from '../platform/process/shutdown.ts';
import type { Terminal } from '../platform/terminal/terminal.ts';
import { connectionsOf } from './connections.ts';
import { type Demo, openDemo } from './demo.ts';
import { type Hub, openHub } from './hub.ts';
import { openFace, openHubQueue, runJobs, serveGraph } from './serve.ts';
import { type AgencyConnections, configuredAgencies, syncAgency } from './sync.ts';

export interface StartDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly terminal: Terminal;
}

export interface StartedHub {
  readonly port: number;
  close(): Promise<void>;
}

interface Sources {
  readonly connections: AgencyConnections;
  readonly demo: Demo | null;
}

/** The simulated agencies, unless the hub is to be empty or real ones are configured. */
async function openSources(deps: StartDeps, hub: Hub, empty: boolean, shutdown: Shutdown): Promise<Sources> {
  const configured = deps.config.agencies;
  if (empty || Object.keys(configured).length > 0) return { connections: configured, demo: null };
  const { persons } = deps.config.demo;
  const demo = await deps.terminal.stage(
    `A demo district of ${persons.toLocaleString('en')} people and ${AGENCIES.length} simulated agencies`,
    () => openDemo({ ...deps, databaseUrl: hub.db.url }),
    (found) => (found === null ? 'run by another process, used from here' : ''),
  );
  if (demo === null) return { connections: await connectionsOf(deps.config), demo };
  shutdown.add('demo', () => demo.close());
  return { connections: demo.agencies.settings, demo };
}

async function syncAll(deps: StartDeps, hub: Hub, { connections, demo }: Sources): Promise<void> {
  const today = demo === null ? beijingDay(deps.clock.now()) : await demo.advance();
  for (const agency of configuredAgencies(connections))
    await deps.terminal.stage(
      `${AGENCY_TITLE[agency]} ${agency}`,
      (progress) => {
        let rows = 0;
        const applied = (report: { readonly rows: number }): void => {
          rows += report.rows;
          progress(rows);
        };
        return syncAgency(hub, { agency, settings: connections[agency], today, progress: { applied } });
      },
      ({ batches, error }) => {
        const count = (key: 'rows' | 'accepted' | 'quarantined'): number =>
          batches.reduce((sum, batch) => sum + batch[key], 0);
        const failure = error === null ? '' : ` — ${error.message} [${error.code}]`;
        return `${count('rows')} rows, ${count('accepted')} accepted, ${count('quarantined')} quarantined${failure}`;
      },
    );
}

async function derive({ terminal }: StartDeps, hub: Hub): Promise<void> {
  await terminal.stage(
    'Households, profiles and alerts',
    (progress) => hub.pipeline.derive({ households: progress }),
    (derived) =>
      derived === null
        ? 'nothing delivered yet'
        : `${derived.households.changed} profiles, ${derived.alerts.raised} alerts raised on ${derived.day}`,
  );
}

function tellWhere({ config, terminal }: StartDeps, port: number): void {
  const url = `http://${config.host}:${port}`;
  const { issuers } = config.signIn;
  const local = issuers.length === 0;
  terminal.line();
  terminal.line(`  Wanjia 万家 is ready`);
  terminal.line(`  GraphQL   ${url}/graphql  (in a browser: GraphiQL)`);
  terminal.line(`  Health    ${url}/health/ready`);
  terminal.line(`  Sign-in   ${local ? 'local issuer (demo)' : `tokens of ${issuers.join(', ')}`}`);
  if (local) {
    terminal.line(`  Token     npx wanjia token --as district-officer`);
    terminal.line(
      `            (adviser, district-officer, health-insurance-desk, education-desk, human-resources-desk,`,
    );
    terminal.line(
      `             disability-desk, housing-desk, auditor, warehouse, service-organisation, administrator)`,
    );
    terminal.line(`  Headers   Authorization: Bearer <token>   Wanjia-Purpose: casework`);
  }
  terminal.line(`  Stop      Ctrl-C`);
  terminal.line();
}

/** Starts everything; what had been opened is closed again if a stage fails. */
export async function startHub(deps: StartDeps, options: { readonly empty: boolean }): Promise<StartedHub> {
  const { config, clock, log, terminal } = deps;
  const shutdown = createShutdown(log);
  try {
    await requireFreePort(config);
    const hub = await terminal.stage(
      config.databaseUrl === undefined ? 'Embedded PostgreSQL, structure' : 'Database, structure',
      () => openHub({ config, clock, log }),
    );
    shutdown.add('hub', () => hub.close());
    const queue = await terminal.stage(
      'Job queue',
      () => openHubQueue(hub),
      ({ backend }) => backend,
    );
    shutdown.add('queue', () => queue.close());
    const sources = await openSources(deps, hub, options.empty, shutdown);
    if (Object.keys(sources.connections).length > 0) await syncAll(deps, hub, sources);
    await derive(deps, hub);
    const face = await openFace(hub, queue);
    const serving = await serveGraph(face, config);
    shutdown.add('server', () => serving.close());
    const today = async () => sources.demo?.advance() ?? beijingDay(clock.now());
    const jobs = await runJobs(queue, { face, connections: sources.connections, today });
    shutdown.add('jobs', () => jobs.close());
    tellWhere(deps, serving.port);
    return { port: serving.port, close: () => shutdown.run() };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}
