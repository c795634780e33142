import type { Command } from 'commander';
import { wholeNumberArgument } from '../arguments.ts';
import { runUntilStopped } from '../run.ts';

/** `wanjia start` */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('start the hub: database, migrations, demo district, sync, evaluation, then serve')
    .option('--port <number>', 'port to listen on (default 4000)', wholeNumberArgument)
    .option('--empty', 'without the demo district and the simulated agencies')
    .action(async ({ port, empty = false }: { port?: number; empty?: boolean }) => {
      const settings = port === undefined ? {} : { PORT: String(port) };
      await runUntilStopped({ settings }, (app) => app.start({ empty }));
    });
}
