import type { Command } from 'commander';
import type { AgencyId } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import type { AlertChanges } from '../app.ts';
import { agencyArgument, dayArgument, jsonOption } from '../arguments.ts';
import { EXIT, runCommand } from '../run.ts';
import { table } from '../table.ts';

const alertsLine = ({ raised, changed, closed }: AlertChanges): string =>
  `alerts: ${raised} raised, ${changed} changed, ${closed} closed`;

function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('evaluate the rules over what is held')
    .option('--as-of <day>', "the day to judge (default: the hub's day)", dayArgument)
    .addOption(jsonOption())
    .action(({ asOf, json }: { asOf?: Day; json?: boolean }) =>
      runCommand(json ? { json } : {}, {
        work: (app) => app.evaluate(asOf),
        show: (report) => console.log(`${table(report.rules)}\n\n${report.asOf}, ${alertsLine(report.alerts)}`),
      }),
    );
}

/** `wanjia sync` and `wanjia evaluate` */
export function addSync(program: Command): void {
  program
    .command('sync')
    .description('fetch what agencies have new, then link, build profiles and evaluate')
    .argument('[agency]', 'one agency (default: all that are configured)', agencyArgument)
    .addOption(jsonOption())
    .action((agency: AgencyId | undefined, flags: { json?: boolean }) =>
      runCommand(flags, {
        work: (app) => app.sync(agency),
        show: ({ agencies, households, alerts }) =>
          console.log(`${table(agencies)}\n\n${households} household profiles new, ${alertsLine(alerts)}`),
        exitCode: ({ agencies }) => {
          const failed = agencies.filter(({ error }) => error !== null).length;
          if (failed === 0) return EXIT.DONE;
          return failed === agencies.length ? EXIT.FAILED : EXIT.PARTLY;
        },
      }),
    );
  addEvaluate(program);
}
