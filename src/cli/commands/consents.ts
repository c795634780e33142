import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { ConsentWithdrawal, Listing } from '../app.ts';
import { idArgument, jsonOption } from '../arguments.ts';
import { runCommand } from '../run.ts';
import { table } from '../table.ts';

/** `wanjia consents` */
export function addConsents(program: Command): void {
  const consents = program.command('consents').description('what people have allowed the hub to show, and taken back');
  consents
    .command('list')
    .description('all that were ever given in a household, newest first')
    .argument('<household>', 'its id, such as H12', idArgument('household'))
    .addOption(jsonOption())
    .action((household: bigint, flags: { json?: boolean }) =>
      runCommand<{ consents: Listing }>(flags, {
        work: async (app) => ({ consents: await app.listConsents(household) }),
        show: ({ consents: rows }) => console.log(table(rows)),
      }),
    );
  consents
    .command('withdraw')
    .description('take a consent back for whoever gave it; nothing is shown by it from the next read on')
    .argument('<consent>', 'its id, such as G3', idArgument('consent'))
    .requiredOption('--how <way>', 'IN_PERSON, WRITTEN, PHONE or ONLINE')
    .option('--note <text>', 'what was said, or where the paper is; kept sealed')
    .option('--by <name>', 'who records it', `cli:${userInfo().username}`)
    .action((consent: bigint, withdrawal: ConsentWithdrawal) =>
      runCommand(
        {},
        {
          work: (app) => app.withdrawConsent(consent, withdrawal),
          show: () => console.log('Withdrawn; it opens nothing any more.'),
        },
      ),
    );
}
