import { type Command, Option } from 'commander';
import { asDay } from '../../kernel/day.ts';
import type { SimulateOptions } from '../app.ts';
import { dayArgument, jsonOption, wholeNumberArgument } from '../arguments.ts';
import { runCommand, runUntilStopped } from '../run.ts';

type Flags = SimulateOptions & { json?: boolean };

function withDistrict(command: Command): Command {
  return command
    .option('--persons <number>', 'how many people live in the district', wholeNumberArgument, 3000)
    .option('--seed <number>', 'which district: the same seed gives the same people', wholeNumberArgument, 310105)
    .option('--day <day>', 'the day whose end is shown', dayArgument, asDay('2026-10-31'));
}

/** `wanjia sim` */
export function addSimulate(program: Command): void {
  const sim = program.command('sim').description('the simulated district and its agencies');
  withDistrict(sim.command('write'))
    .description('write a synthetic delivery directory')
    .argument('<directory>', 'where to')
    .addOption(
      new Option('--mode <mode>', 'the whole lists, or the changes of the day')
        .choices(['full', 'incremental'])
        .default('full'),
    )
    .addOption(jsonOption())
    .action((directory: string, { json, ...options }: Flags) =>
      runCommand(json ? { json } : {}, {
        work: (app) => app.writeDelivery(directory, options),
        show: ({ files, rows }) => console.log(`${files} files, ${rows} rows in ${directory}`),
      }),
    );
  withDistrict(sim.command('serve'))
    .description('run the simulated agencies alone: two HTTP services, a database, drop folders')
    .action((options: Omit<SimulateOptions, 'mode'>) =>
      runUntilStopped({}, (app) => app.serveAgencies({ ...options, mode: 'full' })),
    );
}
