import type { Command } from 'commander';
import type { Listing } from '../app.ts';
import { idArgument, jsonOption } from '../arguments.ts';
import { runCommand } from '../run.ts';
import { table } from '../table.ts';

/** `wanjia exports` */
export function addExports(program: Command): void {
  const exports = program.command('exports').description('files that callers asked for');
  exports
    .command('list')
    .description('the newest hundred: whose they are and where they stand')
    .addOption(jsonOption())
    .action((flags: { json?: boolean }) =>
      runCommand<{ exports: Listing }>(flags, {
        work: async (app) => ({ exports: await app.exports.list() }),
        show: ({ exports: rows }) => console.log(table(rows)),
      }),
    );
  exports
    .command('cancel')
    .description('end an export that is not done; its caller may ask for another')
    .argument('<export>', 'its id, such as E12', idArgument('export'))
    .action((id: bigint) =>
      runCommand({}, { work: (app) => app.exports.cancel(id), show: () => console.log('Cancelled.') }),
    );
}
