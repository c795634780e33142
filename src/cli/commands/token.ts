import type { Command } from 'commander';
import { runCommand } from '../run.ts';

/** `wanjia token` */
export function addToken(program: Command): void {
  program
    .command('token')
    .description('print a token of the demo, alone on the last line')
    .requiredOption('--as <persona>', 'adviser, district-officer, health-insurance-desk, auditor, warehouse, …')
    .action(({ as: persona }: { as: string }) =>
      runCommand({}, { work: (app) => app.token(persona), show: (token) => console.log(token) }),
    );
}
