import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { ChainReport, PersonReport } from '../app.ts';
import { idArgument, jsonOption } from '../arguments.ts';
import { EXIT, runCommand } from '../run.ts';

function showChains({ writers, rows, problems }: ChainReport): void {
  for (const { kind, writer, sequence, detail } of problems)
    console.log(`✖ ${kind} ${writer}${sequence === null ? '' : ` row ${sequence}`}: ${detail}`);
  const found = problems.length === 0 ? '✔ nothing changed, removed or inserted' : `${problems.length} problems`;
  console.log(`${found} in ${rows} rows of ${writers} chains`);
}

/** The report a person is given of who read of them, in the person's language. */
function showReport({ person, readings }: PersonReport): void {
  console.log(`个人信息查阅记录 ${person}(共 ${readings.length} 次)`);
  for (const { at, organisation, subject, purpose, fields } of readings)
    console.log(`${at}  ${organisation}  ${subject}  用途:${purpose ?? '未说明'}  内容:${fields.join('、') || '无'}`);
}

/** `wanjia audit` */
export function addAudit(program: Command): void {
  const audit = program.command('audit').description('the log of who read what of whom');
  audit
    .command('verify')
    .description('find every row of the log that was changed, removed or inserted')
    .addOption(jsonOption())
    .action((flags: { json?: boolean }) =>
      runCommand(flags, {
        work: (app) => app.verifyDisclosures(),
        show: showChains,
        exitCode: ({ problems }) => (problems.length === 0 ? EXIT.DONE : EXIT.FAILED),
      }),
    );
  audit
    .command('report')
    .description('who read of a person, as the person is told; the report is logged as a read of its own')
    .argument('<person>', 'its id, such as P123', idArgument('person'))
    .option('--by <name>', 'who asks', `cli:${userInfo().username}`)
    .addOption(jsonOption())
    .action((person: bigint, { by, json }: { by: string; json?: boolean }) =>
      runCommand(json ? { json } : {}, { work: (app) => app.reportDisclosures(person, by), show: showReport }),
    );
}
