import type { Command } from 'commander';
import type { WarehouseReport } from '../app.ts';
import { jsonOption, wholeNumberArgument } from '../arguments.ts';
import { EXIT, runCommand, runUntilStopped } from '../run.ts';
import { table } from '../table.ts';

interface Flags {
  readonly to: string;
  readonly once?: boolean;
  readonly every: number;
  readonly snapshot?: boolean;
  readonly json?: boolean;
}

function show({ counts, snapshots, changes, held, removed, agrees }: WarehouseReport): void {
  console.log(table(counts.map(({ hub, ...count }) => ({ ...count, hub: hub ?? 'not counted' }))));
  console.log(`\n${snapshots} snapshots, then ${changes} changes: ${held} rows written, ${removed} removed`);
  if (!agrees) console.log('\n✖ the copy and the hub count differently: run it again, then with --snapshot');
}

/** `wanjia warehouse sync` */
export function addWarehouse(program: Command): void {
  program
    .command('warehouse')
    .description('a copy of what you may see, in a database of your own')
    .command('sync')
    .description('fill a copy from an export, then follow the change feed; as a client of the hub at WANJIA_HUB_URL')
    .requiredOption('--to <target>', 'a DuckDB file, or an address of PostgreSQL (password: PGPASSWORD)')
    .option('--once', 'end when the copy is up to date')
    .option('--every <seconds>', 'between rounds', wholeNumberArgument, 60)
    .option('--snapshot', 'fill the copy anew, whatever there is')
    .addOption(jsonOption().implies({ once: true }))
    .addHelpText(
      'after',
      '\nSigns in with WANJIA_TOKEN, or WANJIA_TOKEN_URL, WANJIA_CLIENT_ID and WANJIA_CLIENT_SECRET.\nExit code with --once: 0 the copy agrees with the hub; 2 it does not; 1 it could not be made.',
    )
    .action(async ({ to, once, every, snapshot = false, json }: Flags) => {
      const options = { to, snapshot, everySeconds: Math.max(1, every) };
      const common = json === undefined ? {} : { json };
      if (once !== true) return runUntilStopped(common, (app) => app.keepWarehouse(options));
      await runCommand(common, {
        work: (app) => app.syncWarehouse(options),
        show,
        exitCode: ({ agrees }) => (agrees ? EXIT.DONE : EXIT.PARTLY),
      });
    });
}
