import type { Command } from 'commander';
import type { Listing } from '../app.ts';
import { jsonOption, wordsArgument } from '../arguments.ts';
import { EXIT, runCommand } from '../run.ts';
import { table } from '../table.ts';

interface OfOrganisation {
  readonly organisation: string;
  readonly json?: boolean;
}

const WHOSE = ['--organisation <id>', 'whose operations they are'] as const;

const showOperations = ({ operations }: { readonly operations: Listing }): void => console.log(table(operations));

function addRegistering(group: Command): void {
  group
    .command('register')
    .description('register every operation of a manifest, or none: what GraphQL codegen writes as persisted documents')
    .argument('<manifest>', 'a JSON file with documents by their SHA-256')
    .requiredOption(...WHOSE)
    .addOption(jsonOption())
    .action((file: string, { organisation, ...flags }: OfOrganisation) =>
      runCommand<{ operations: Listing }>(flags, {
        work: async (app) => ({ operations: await app.operations.register(file, organisation) }),
        show: showOperations,
      }),
    );
  group
    .command('remove')
    .description('remove operations of an organisation')
    .argument('<hashes>', 'their SHA-256, separated by commas', wordsArgument)
    .requiredOption(...WHOSE)
    .addOption(jsonOption())
    .action((hashes: string[], { organisation, ...flags }: OfOrganisation) =>
      runCommand(flags, {
        work: async (app) => ({ removed: await app.operations.remove(organisation, hashes) }),
        show: ({ removed }) => console.log(`Removed: ${removed}.`),
      }),
    );
}

function addReading(group: Command): void {
  group
    .command('list')
    .description('who has registered which operation, what it costs and when it was last sent')
    .option('--organisation <id>', 'of one organisation')
    .addOption(jsonOption())
    .action(({ organisation, ...flags }: Partial<OfOrganisation>) =>
      runCommand<{ operations: Listing }>(flags, {
        work: async (app) => ({ operations: await app.operations.list(organisation ?? null) }),
        show: showOperations,
      }),
    );
  group
    .command('export')
    .description('print the registered operations as a manifest')
    .option('--organisation <id>', 'of one organisation')
    .action(({ organisation }: Partial<OfOrganisation>) =>
      runCommand({ json: true }, { work: (app) => app.operations.export(organisation ?? null), show: () => undefined }),
    );
  group
    .command('check')
    .description('name the registered operations that this version of the hub would not answer')
    .addOption(jsonOption())
    .action((flags: { readonly json?: boolean }) =>
      runCommand<{ operations: Listing }>(flags, {
        work: async (app) => ({ operations: await app.operations.check() }),
        show: (found) => (found.operations.length === 0 ? console.log('All are answered.') : showOperations(found)),
        exitCode: ({ operations }) => (operations.length === 0 ? EXIT.DONE : EXIT.FAILED),
      }),
    );
}

/** `wanjia operations` */
export function addOperations(program: Command): void {
  const group = program.command('operations').description('operations that partners have registered (可信文档)');
  addRegistering(group);
  addReading(group);
}
