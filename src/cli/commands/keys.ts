import type { Command } from 'commander';
import { jsonOption } from '../arguments.ts';
import { runCommand } from '../run.ts';
import { table } from '../table.ts';

/** `wanjia keys` */
export function addKeys(program: Command): void {
  const keys = program.command('keys').description('the keys that seal numbers, telephones, addresses and notes');
  keys
    .command('list')
    .description('every key of this database, and whether values still stand under it')
    .addOption(jsonOption())
    .action((flags: { json?: boolean }) =>
      runCommand(flags, {
        work: async (app) => ({ keys: await app.listKeys() }),
        show: ({ keys: rows }) => console.log(table(rows)),
      }),
    );
  keys
    .command('rotate')
    .description('make a new key the one that seals; the running hub, or the next one, seals everything anew')
    .addOption(jsonOption())
    .action((flags: { json?: boolean }) =>
      runCommand(flags, {
        work: async (app) => ({ current: await app.rotateKeys() }),
        show: ({ current }) => console.log(`${current} seals from now on. Back up the keys folder now.`),
      }),
    );
  keys
    .command('reseal')
    .description('seal anew, here and now, what stands under an older key; a run that was killed is carried on')
    .addOption(jsonOption())
    .action((flags: { json?: boolean }) =>
      runCommand(flags, {
        work: (app) => app.resealValues(),
        show: ({ renewed, retired }) =>
          console.log(`${renewed} values sealed anew${retired.length > 0 ? `; ${retired.join(', ')} retired` : ''}.`),
      }),
    );
}
