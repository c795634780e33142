import type { Command } from 'commander';
import { jsonOption } from '../arguments.ts';
import type { Check } from '../doctor/check.ts';
import { EXIT, runCommand } from '../run.ts';

function showChecks(checks: readonly Check[]): void {
  const longest = Math.max(...checks.map(({ name }) => name.length));
  for (const { name, ok, detail, fix } of checks) {
    console.log(`${ok ? '✔' : '✖'} ${name.padEnd(longest)}  ${detail}`);
    if (fix) console.log(`  ${' '.repeat(longest)}  → ${fix}`);
  }
}

/** `wanjia migrate` and `wanjia doctor` */
export function addUpkeep(program: Command): void {
  program
    .command('migrate')
    .description("bring the database's structure up to date; needs no network")
    .addOption(jsonOption())
    .action((flags: { json?: boolean }) =>
      runCommand(flags, {
        work: async (app) => ({ applied: await app.migrate() }),
        show: ({ applied }) => console.log(applied.length === 0 ? 'Up to date.' : `Applied: ${applied.join(', ')}`),
      }),
    );
  program
    .command('doctor')
    .description('check node, database, queue, disk, clock and feeds, and say what to do')
    .addOption(jsonOption())
    .action((flags: { json?: boolean }) =>
      runCommand(flags, {
        work: async (app) => ({ checks: await app.doctor() }),
        show: ({ checks }) => showChecks(checks),
        exitCode: ({ checks }) => (checks.every(({ ok }) => ok) ? EXIT.DONE : EXIT.FAILED),
      }),
    );
}
