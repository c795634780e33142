import type { Command } from 'commander';
import type { AgencyId } from '../../kernel/agency.ts';
import { agencyArgument, wholeNumberArgument } from '../arguments.ts';
import { runUntilStopped } from '../run.ts';

const settingsOf = (port: number | undefined) => (port === undefined ? {} : { PORT: String(port) });

/** `wanjia subgraph`, `wanjia gateway`, `wanjia start-in-parts`: the graph in parts, instead of `wanjia start`. */
export function addInParts(program: Command): void {
  program
    .command('subgraph')
    .argument('<agency>', 'the agency whose part is served', agencyArgument)
    .description('serve one agency’s part of the graph from a database of its own')
    .option('--port <number>', 'port to listen on', wholeNumberArgument)
    .action((agency: AgencyId, { port }: { port?: number }) =>
      runUntilStopped({ settings: settingsOf(port) }, (app) => app.serveSubgraph(agency)),
    );
  program
    .command('gateway')
    .description('join the hub and the agencies’ parts into one graph (needs: npm ci --prefix gateway)')
    .option('--port <number>', 'port to listen on', wholeNumberArgument)
    .action(({ port }: { port?: number }) =>
      runUntilStopped({ settings: settingsOf(port) }, (app) => app.serveGateway()),
    );
  program
    .command('start-in-parts')
    .description(
      'for development: the hub with the demo district, the agencies’ parts and the gateway, on this machine',
    )
    .option('--port <number>', 'port of the hub; the parts and the gateway take those after it', wholeNumberArgument)
    .action(({ port }: { port?: number }) =>
      runUntilStopped({ settings: settingsOf(port) }, (app) => app.startInParts()),
    );
}
