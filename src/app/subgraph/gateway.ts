/** `gateway`: starts the gateway, a package of its own, in a process of its own. */
import { existsSync } from 'node:fs';
import type { Config } from '../../config/index.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Terminal } from '../../platform/terminal/terminal.ts';
import { type Child, projectFile, startChild } from './child.ts';

const LISTENS = 'listens on port';

function requireInstalled(): void {
  if (!existsSync(projectFile('gateway/node_modules'))) throw new WanjiaError('GATEWAY_NOT_INSTALLED');
}

/** Starts it over the addresses its environment names, or those given. */
export async function spawnGateway(
  { hub, host, port }: Pick<Config, 'hub' | 'host' | 'port'>,
  terminal: Terminal,
  agencies: Readonly<Record<string, string>> = {},
): Promise<Child> {
  requireInstalled();
  const settings = {
    ...agencies,
    WANJIA_HUB_URL: hub.url,
    WANJIA_SUPERGRAPH: projectFile('schema/generated/supergraph.graphql'),
    HOST: host,
    PORT: String(port),
  };
  const args = ['--import', projectFile('bin/typescript.js'), projectFile('gateway/src/main.ts')];
  const child = await startChild(args, settings, LISTENS);
  terminal.line(`  The gateway answers on http://${host}:${port}/graphql`);
  return child;
}
