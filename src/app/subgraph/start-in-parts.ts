/** `start-in-parts`: hub, the agencies' processes and gateway on one machine, over the demo district. For development. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config/index.ts';
import { AGENCIES, type AgencyId, SECTION_OF } from '../../kernel/agency.ts';
import { createShutdown } from '../../platform/process/shutdown.ts';
import { demoToken } from '../access.ts';
import { type StartDeps, startHub } from '../start.ts';
import { type Child, projectFile, startChild } from './child.ts';
import { spawnGateway } from './gateway.ts';
import { homeOf } from './start-agency.ts';

/** The demo's client of an agency's process. */
const personaOf = (agency: AgencyId): string => `${SECTION_OF[agency].dataClass.name}-subgraph`;

/** The demo's tokens last twelve hours. */
const RENEW_MS = 6 * 3_600_000;

async function writeToken({ config, clock }: StartDeps, agency: AgencyId, file: string): Promise<void> {
  await mkdir(homeOf(config, agency), { recursive: true, mode: 0o700 });
  await writeFile(file, await demoToken({ config, clock }, personaOf(agency)), { mode: 0o600 });
  await chmod(file, 0o600);
}

/** A database of the agency's own beside the hub's, unless everything is embedded: then it has a server of its own. */
function databaseOf({ databaseUrl }: Config, agency: AgencyId): Readonly<Record<string, string>> {
  if (databaseUrl === undefined) return {};
  const url = new URL(databaseUrl);
  url.pathname = `${url.pathname}_${agency.replaceAll('-', '_')}`;
  return { DATABASE_URL: url.href };
}

async function startPart(
  deps: StartDeps,
  { agency, port, hub }: { readonly agency: AgencyId; readonly port: number; readonly hub: string },
): Promise<Child> {
  const file = join(homeOf(deps.config, agency), 'hub-token');
  await writeToken(deps, agency, file);
  const renewing = setInterval(() => {
    writeToken(deps, agency, file).catch((error: unknown) => deps.log.error('a token was not renewed', error));
  }, RENEW_MS);
  renewing.unref();
  const settings = {
    ...databaseOf(deps.config, agency),
    WANJIA_HOME: deps.config.home,
    WANJIA_HUB_URL: hub,
    WANJIA_HUB_TOKEN_FILE: file,
    PORT: String(port),
  };
  const child = await startChild([projectFile('bin/wanjia.js'), 'subgraph', agency], settings, 'is served on');
  return {
    async close() {
      clearInterval(renewing);
      await child.close();
    },
  };
}

/** Starts everything; what had been opened is closed again if a stage fails. */
export async function startInParts(deps: StartDeps): Promise<{ close(): Promise<void> }> {
  const { config, log, terminal } = deps;
  const shutdown = createShutdown(log);
  try {
    const started = await startHub(deps, { empty: false });
    shutdown.add('hub', () => started.close());
    const hub = `http://${config.host}:${started.port}`;
    const parts = await terminal.stage('Agencies’ own processes', () =>
      Promise.all(
        AGENCIES.map(async (agency, place) => {
          const port = started.port + 1 + place;
          const child = await startPart(deps, { agency, port, hub });
          shutdown.add(agency, () => child.close());
          const variable = `WANJIA_SUBGRAPH_${agency.replaceAll('-', '_').toUpperCase()}_URL`;
          return [variable, `http://${config.host}:${port}/graphql`] as const;
        }),
      ),
    );
    const port = started.port + 1 + AGENCIES.length;
    const gateway = await spawnGateway(
      { host: config.host, port, hub: { ...config.hub, url: hub } },
      terminal,
      Object.fromEntries(parts),
    );
    shutdown.add('gateway', () => gateway.close());
    return { close: () => shutdown.run() };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}
