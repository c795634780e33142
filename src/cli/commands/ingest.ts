import type { Command } from 'commander';
import type { IngestReport } from '../app.ts';
import { idArgument, jsonOption } from '../arguments.ts';
import { EXIT, runCommand } from '../run.ts';
import { table } from '../table.ts';

const APPLIED: ReadonlySet<string> = new Set(['APPLIED', 'UNCHANGED']);

/** 0: all applied; 2: applied, with rows quarantined or files refused; 1: nothing applied. */
export function ingestExitCode({ batches }: IngestReport): number {
  const applied = batches.filter(({ state }) => APPLIED.has(state.toUpperCase()));
  if (applied.length === 0) return EXIT.FAILED;
  const clean = applied.length === batches.length && batches.every(({ quarantined }) => quarantined === 0);
  return clean ? EXIT.DONE : EXIT.PARTLY;
}

export function showIngest({ batches, unlisted, households, alerts }: IngestReport): void {
  console.log(table(batches.map(({ error, ...batch }) => ({ ...batch, error: error?.code ?? '' }))));
  for (const { file, error } of batches)
    if (error) console.log(`\n✖ ${file}: ${error.message}\n  → ${error.suggestion}`);
  for (const file of unlisted) console.log(`\n• ${file}: not named in the manifest, not read`);
  const { raised, changed, closed } = alerts;
  console.log(`\n${households} household profiles new, alerts: ${raised} raised, ${changed} changed, ${closed} closed`);
}

/** `wanjia ingest` and `wanjia replay` */
export function addIngest(program: Command): void {
  program
    .command('ingest')
    .description('take in a delivery directory (with its manifest.json), then link, build profiles and evaluate')
    .argument('<directory>', 'the delivery directory')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExit code: 0 all applied; 2 applied, some rows quarantined or files refused; 1 nothing applied.',
    )
    .action((directory: string, flags: { json?: boolean }) =>
      runCommand(flags, { work: (app) => app.ingest(directory), show: showIngest, exitCode: ingestExitCode }),
    );
  program
    .command('replay')
    .description('apply an archived batch again')
    .argument('<batch>', 'its id, such as B8', idArgument('batch'))
    .addOption(jsonOption())
    .action((batch: bigint, flags: { json?: boolean }) =>
      runCommand(flags, { work: (app) => app.replay(batch), show: showIngest, exitCode: ingestExitCode }),
    );
}
