import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { AgencyId, RecordType } from '../../kernel/agency.ts';
import type { App, Decision, Listing } from '../app.ts';
import { agencyArgument, changesArgument, idArgument, jsonOption, recordTypeArgument } from '../arguments.ts';
import { runCommand } from '../run.ts';
import { table } from '../table.ts';
import { ingestExitCode, showIngest } from './ingest.ts';

/** Who decides at this machine, unless said otherwise. */
const operator = (): string => `cli:${userInfo().username}`;

const done = (): void => console.log('Done; profiles and alerts follow it.');

/** Prints a list for a person; as JSON it is one object, like every answer. */
async function showList<K extends string>(
  flags: { json?: boolean },
  name: K,
  list: (app: App) => Promise<Listing>,
): Promise<void> {
  await runCommand(flags, {
    work: async (app) => ({ [name]: await list(app) }) as Record<K, Listing>,
    show: ({ [name]: rows }) => console.log(table(rows)),
  });
}

function addReviews(program: Command): void {
  const reviews = program.command('reviews').description('identity reviews: doubts about who is who');
  reviews
    .command('list')
    .description('open reviews with their candidates')
    .addOption(jsonOption())
    .action((flags: { json?: boolean }) => showList(flags, 'reviews', (app) => app.listReviews()));
  reviews
    .command('decide')
    .description('say which candidate a record is about, or that it is none of them')
    .argument('<review>', 'its id, such as R9', idArgument('identityReview'))
    .option('--person <id>', 'the candidate, such as P123 (left out: none of them)', idArgument('person'))
    .requiredOption('--reason <text>', 'why; kept with the decision')
    .option('--by <name>', 'who decides', operator())
    .action((review: bigint, { person, ...decision }: Decision & { person?: bigint }) =>
      runCommand({}, { work: (app) => app.decideReview(review, person ?? null, decision), show: done }),
    );
}

function addQuarantine(program: Command): void {
  const quarantine = program.command('quarantine').description('rows that could not be read');
  quarantine
    .command('list')
    .description('quarantined rows with file, row and reasons')
    .argument('[agency]', 'of one agency', agencyArgument)
    .addOption(jsonOption())
    .action((agency: AgencyId | undefined, flags: { json?: boolean }) =>
      showList(flags, 'rows', (app) => app.listQuarantine(agency)),
    );
  quarantine
    .command('resubmit')
    .description('take a row in after correcting it')
    .argument('<row>', 'its id, such as Q7', idArgument('quarantinedRow'))
    .option('--set <column=value>', 'a corrected cell, by its header in the delivery; may be repeated', changesArgument)
    .option('--by <name>', 'who corrects', operator())
    .addOption(jsonOption())
    .action((row: bigint, { set = {}, by, json }: { set?: Record<string, string>; by: string; json?: boolean }) =>
      runCommand(json ? { json } : {}, {
        work: (app) => app.resubmit(row, set, by),
        show: showIngest,
        exitCode: ingestExitCode,
      }),
    );
}

/** `wanjia reviews`, `undo-link`, `quarantine`, `findings` */
export function addDecisions(program: Command): void {
  addReviews(program);
  program
    .command('undo-link')
    .description('take a record away from the person it is linked to; that link is not made again')
    .argument('<recordType>', 'such as ED01', recordTypeArgument)
    .argument('<sourceKey>', "the record's key at its agency (来源主键)")
    .requiredOption('--reason <text>', 'why; kept with the decision')
    .option('--by <name>', 'who decides', operator())
    .action((recordType: RecordType, sourceKey: string, decision: Decision) =>
      runCommand({}, { work: (app) => app.undoLink(recordType, sourceKey, decision), show: done }),
    );
  addQuarantine(program);
  program
    .command('findings')
    .description("what agencies' records contradict, by record, column and kind")
    .argument('[agency]', 'of one agency', agencyArgument)
    .addOption(jsonOption())
    .action((agency: AgencyId | undefined, flags: { json?: boolean }) =>
      showList(flags, 'findings', (app) => app.listFindings(agency)),
    );
}
